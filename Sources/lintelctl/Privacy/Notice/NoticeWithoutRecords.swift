import Settings

/// The document of a door that keeps nothing: no consent is asked for, and none of the notice's purposes is in force.
struct NoticeWithoutRecords {
    private let settings: NoticeSettings
    private let words: PersonWords
    private let language: String

    init(_ settings: NoticeSettings, _ words: PersonWords, language: String) {
        self.settings = settings
        self.words = words
        self.language = language
    }

    var document: NoticeDocument {
        NoticeDocument(
            language: language,
            sign: NoticeDocument.Sign(
                title: words.signTitle, statement: words.keepsNothing,
                paragraphs: [words.signCamera, words.helped, words.leaving],
                blocks: contact.isEmpty
                    ? []
                    : [NoticeDocument.Section(heading: words.controller, paragraphs: contact)]),
            notice: NoticeDocument.Full(
                title: words.noticeTitle,
                sections: [
                    NoticeDocument.Section(heading: words.whatHappens, paragraphs: [words.whatHappensText]),
                    NoticeDocument.Section(heading: words.notKept, paragraphs: [words.nothingKeptText]),
                ]
                    + (contact.isEmpty
                        ? [] : [NoticeDocument.Section(heading: words.controller, paragraphs: contact)])),
            footer: ["records.mode = \"off\""])
    }

    private var contact: [String] {
        let reach = [settings.contact, settings.phone, settings.email].compactMap { $0 }.joined(separator: ", ")
        return [settings.controller, settings.address, reach.isEmpty ? nil : reach, settings.policyURL].compactMap {
            $0
        }
    }
}
