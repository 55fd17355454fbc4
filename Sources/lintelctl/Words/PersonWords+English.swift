extension PersonWords {
    static let english = PersonWords(
        language: "en",
        signTitle: "Temperature check at this door",
        signCamera: "A thermal camera measures the temperature of your skin as you come in. "
            + "It takes no pictures that anybody keeps, and knows no faces.",
        keepsNothing: "Nothing about you is kept.",
        keepsOnlyAgreed: "Nothing about you is kept unless you say yes.",
        onlyIfYouAgree: "Only if you agree",
        helped: "If the check refers you, a member of staff decides with you.",
        leaving: "The check never delays anybody who leaves.",
        moreInformation: "More information",
        noticeTitle: "Notice about the temperature check at this door",
        whatHappens: "What happens here",
        whatHappensText:
            "A thermal camera measures the skin temperature of people who come to this door. The result lets "
            + "you in or refers you to a member of staff; what this notice does not name is forgotten at once. It is a "
            + "screening aid, not a medical finding. Pictures stay in the device's memory for a moment; they are never written or sent. The device has no "
            + "network. It recognises nobody.",
        controller: "Who is responsible", address: "Address", contact: "Contact", email: "E-mail", phone: "Telephone",
        whatIsKept: "What is kept if you agree",
        notKept: "What is never kept",
        notKeptText: "Your temperature, any picture, your face, your name or any other thing that identifies you.",
        nothingKeptText: "Nothing about you is kept, and nobody is asked to agree to anything.",
        purpose: "Purpose", items: "What", retention: "How long",
        sensitive: "Sensitive", sensitiveText: "This is about your health and is asked for separately.",
        recipients: "Who else gets it", noRecipients: "Nobody.",
        storage: "Where it is kept", jurisdiction: "Law", policy: "Privacy policy",
        validity: "How long your consent stands", proof: "Proof of your consent",
        noProof: "Destroyed together with your consent.",
        refusal: "Your right to refuse", refusalCounted: "Refusals are counted per day, nothing else.",
        withdrawal: "How you withdraw", rights: "Your rights",
        rightsText:
            "With your receipt you can see what is kept of you, get a copy, and have it destroyed, at any time.",
        version: "Notice version", hash: "SHA-256",
        item: { item in
            switch item {
            case "time": "when you passed"
            case "gate": "which door it was"
            case "direction": "whether you came in or went out"
            case "outcome": "whether you were let in or referred"
            default: item
            }
        },
        span: { seconds in
            for (length, one, many) in [(86_400, "day", "days"), (3600, "hour", "hours"), (60, "minute", "minutes")]
            where seconds > 0 && seconds.isMultiple(of: Int64(length)) {
                let count = seconds / Int64(length)
                return "\(count) \(count == 1 ? one : many)"
            }
            return "\(seconds) \(seconds == 1 ? "second" : "seconds")"
        },
        receiptTitle: "Your consent receipt",
        receiptKeep:
            "Keep this receipt. Whoever has the code is taken for you. Nobody else has it, and nobody can make it again.",
        receiptCode: "Code", agreedOn: "Agreed on", agreedTo: "You agreed to", consentNumber: "Consent",
        noticeShown: "Notice shown", receiptUse: "What you can do with it")
}
