import Audit

/// The document of a notice that is in force.
struct NoticeOfRecords {
    private let notice: Notice
    private let words: PersonWords

    init(_ notice: Notice, _ words: PersonWords) {
        self.notice = notice
        self.words = words
    }

    var document: NoticeDocument {
        NoticeDocument(
            language: notice.language, sign: sign,
            notice: NoticeDocument.Full(
                title: words.noticeTitle,
                sections: [
                    NoticeDocument.Section(heading: words.whatHappens, paragraphs: [words.whatHappensText]),
                    controller, NoticeDocument.Section(heading: words.notKept, paragraphs: [words.notKeptText]),
                ] + purposes + [terms, refusal, withdrawal]),
            footer: [
                "\(words.version) \(notice.version) (\(notice.language))",
                "\(words.hash) \(Hex.text(notice.hash))",
            ])
    }

    private var sign: NoticeDocument.Sign {
        let agreed = notice.purposes.map { "\($0.text) (\(words.span($0.retention)))" }
        return NoticeDocument.Sign(
            title: words.signTitle, statement: words.keepsOnlyAgreed,
            paragraphs: [words.signCamera, words.helped, words.leaving],
            blocks: [
                NoticeDocument.Section(heading: words.onlyIfYouAgree, paragraphs: agreed),
                NoticeDocument.Section(heading: words.refusal, paragraphs: [notice.refusal]),
                NoticeDocument.Section(heading: words.withdrawal, paragraphs: [notice.withdrawal]),
                NoticeDocument.Section(
                    heading: words.controller,
                    paragraphs: [
                        notice.controller.name,
                        "\(notice.controller.contact), \(notice.controller.phone), \(notice.controller.email)",
                        "\(words.moreInformation): \(notice.policyURL)",
                    ]),
            ])
    }

    private var controller: NoticeDocument.Section {
        NoticeDocument.Section(
            heading: words.controller,
            rows: [
                ("", notice.controller.name), (words.address, notice.controller.address),
                (words.contact, notice.controller.contact), (words.email, notice.controller.email),
                (words.phone, notice.controller.phone),
            ])
    }

    private var purposes: [NoticeDocument.Section] {
        notice.purposes.enumerated().map { index, declared in
            let count = notice.purposes.count > 1 ? " (\(index + 1)/\(notice.purposes.count))" : ""
            var rows = [
                (name: words.purpose, value: declared.text),
                (words.items, declared.items.words.map(words.item).joined(separator: ", ")),
                (words.retention, words.span(declared.retention)),
            ]
            if declared.purpose.isSensitive { rows.append((words.sensitive, words.sensitiveText)) }
            return NoticeDocument.Section(heading: words.whatIsKept + count, rows: rows)
        }
    }

    private var terms: NoticeDocument.Section {
        NoticeDocument.Section(
            heading: words.rights, paragraphs: [words.rightsText],
            rows: [
                (words.recipients, words.noRecipients), (words.storage, notice.storageLocation),
                (words.validity, words.span(notice.consentValidity)),
                (words.proof, notice.proofWindow > 0 ? words.span(notice.proofWindow) : words.noProof),
                (words.jurisdiction, notice.jurisdiction), (words.policy, notice.policyURL),
            ])
    }

    private var refusal: NoticeDocument.Section {
        NoticeDocument.Section(heading: words.refusal, paragraphs: [notice.refusal, words.refusalCounted])
    }

    private var withdrawal: NoticeDocument.Section {
        NoticeDocument.Section(heading: words.withdrawal, paragraphs: [notice.withdrawal])
    }
}
