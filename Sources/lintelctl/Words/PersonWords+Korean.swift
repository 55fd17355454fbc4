extension PersonWords {
    static let korean = PersonWords(
        language: "ko",
        signTitle: "이 출입문에서는 체온을 확인합니다",
        signCamera: "열화상 카메라가 들어오는 분의 피부 온도를 측정합니다. 영상은 저장하지 않으며 얼굴을 알아보지 않습니다.",
        keepsNothing: "개인에 관한 정보는 저장하지 않습니다.",
        keepsOnlyAgreed: "동의하지 않으면 개인에 관한 정보는 저장하지 않습니다.",
        onlyIfYouAgree: "동의한 경우에만",
        helped: "안내 대상이 되면 직원이 직접 확인하고 함께 결정합니다.",
        leaving: "나가는 사람은 측정 때문에 기다리지 않습니다.",
        moreInformation: "자세한 안내",
        noticeTitle: "출입문 체온 확인에 관한 개인정보 처리 안내",
        whatHappens: "이곳에서 하는 일",
        whatHappensText: "열화상 카메라가 이 문에 오는 분의 피부 온도를 측정합니다. 결과에 따라 들어가거나 직원의 안내를 받게 되며, 이 안내문에 적지 않은 것은 곧바로 지워집니다. "
            + "이는 선별을 돕는 장치이며 의학적 진단이 아닙니다. 영상은 장치의 메모리에 잠시 머물 뿐 기록하거나 전송하지 않습니다. 장치는 네트워크에 연결되어 있지 않으며 누구인지 "
            + "알아보지 않습니다.",
        controller: "개인정보처리자", address: "주소", contact: "담당", email: "전자우편", phone: "전화",
        whatIsKept: "동의한 경우에 보관하는 것",
        notKept: "결코 보관하지 않는 것",
        notKeptText: "체온, 영상, 얼굴, 이름, 그 밖에 본인을 알아볼 수 있는 정보.",
        nothingKeptText: "개인에 관한 정보를 전혀 보관하지 않으며, 아무에게도 동의를 구하지 않습니다.",
        purpose: "목적", items: "항목", retention: "보유 기간",
        sensitive: "민감정보", sensitiveText: "건강에 관한 정보이므로 별도로 동의를 받습니다.",
        recipients: "제공받는 자", noRecipients: "없음.",
        storage: "보관 장소", jurisdiction: "적용 법", policy: "개인정보 처리방침",
        validity: "동의의 유효 기간", proof: "동의의 증빙",
        noProof: "동의와 함께 파기합니다.",
        refusal: "동의를 거부할 권리", refusalCounted: "거부는 하루 단위의 횟수로만 셉니다.",
        withdrawal: "동의를 철회하는 방법", rights: "정보주체의 권리",
        rightsText: "영수증이 있으면 언제든지 보관된 내용을 열람하고, 사본을 받고, 파기를 요구할 수 있습니다.",
        version: "안내문 판", hash: "SHA-256",
        item: { item in
            switch item {
            case "time": "출입 시각"
            case "gate": "출입문"
            case "direction": "출입 방향"
            case "outcome": "체온 확인 결과(통과 또는 안내)"
            default: item
            }
        },
        span: { seconds in
            for (length, unit) in [(86_400, "일"), (3600, "시간"), (60, "분")]
            where seconds > 0 && seconds.isMultiple(of: Int64(length)) { return "\(seconds / Int64(length))\(unit)" }
            return "\(seconds)초"
        },
        receiptTitle: "동의 영수증",
        receiptKeep: "이 영수증을 보관하십시오. 코드를 가진 사람을 본인으로 봅니다. 다른 누구도 이 코드를 가지고 있지 않으며 다시 만들 수 없습니다.",
        receiptCode: "코드", agreedOn: "동의한 때", agreedTo: "동의한 내용", consentNumber: "동의 번호",
        noticeShown: "보여 드린 안내문", receiptUse: "이 영수증으로 할 수 있는 일")
}
