import Audit
import Settings

/// The door sign and the notice of one language, before anything is laid out. All of it comes from the configuration.
struct NoticeDocument {
    let language: String
    let sign: Sign
    let notice: Full
    /// Version and hash, or that no notice is in force.
    let footer: [String]

    /// What hangs at the door.
    struct Sign {
        let title: String
        let statement: String
        let paragraphs: [String]
        /// A heading and its lines each: what somebody may agree to, and who to ask.
        let blocks: [Section]
    }

    /// The whole text, section by section.
    struct Full {
        let title: String
        let sections: [Section]
    }

    struct Section {
        let heading: String
        var paragraphs: [String] = []
        /// A name and its value each.
        var rows: [(name: String, value: String)] = []
    }
}

extension NoticeDocument {
    /// The documents of a configuration, one a language.
    ///
    /// - Parameter language: this one alone.
    /// - Throws: what is missing, as the configuration's check says it.
    static func all(_ settings: Settings, language: String?) throws(RecordsError) -> [NoticeDocument] {
        let languages = settings.notice.languages
        if let language, !languages.contains(language) {
            throw RecordsError(
                .request, what: "language \(language)", cause: "the notice is not written in it",
                remedy: "It is written in \(languages.joined(separator: ", ")); add the language to [notice].")
        }
        switch settings.records.mode {
        case .off:
            return languages.filter { language == nil || $0 == language }.map { language in
                NoticeWithoutRecords(settings.notice, PersonWords.of(language), language: language).document
            }
        case .consented:
            return try Notice.all(settings.notice).filter { language == nil || $0.language == language }.map {
                NoticeOfRecords($0, PersonWords.of($0.language)).document
            }
        }
    }
}
