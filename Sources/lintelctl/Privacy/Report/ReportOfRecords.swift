import Control
import Settings

/// What may be kept, and what never is.
struct ReportOfRecords {
    private let report: PrivacyReport

    init(_ report: PrivacyReport) { self.report = report }

    var declared: ReportDocument.Section {
        guard report.mode == .consented else {
            return ReportDocument.Section(
                heading: "What may be kept",
                paragraphs: [
                    "Nothing about a person: records.mode is \"off\". Whatever an earlier configuration kept lives to its "
                        + "end and is counted below."
                ])
        }
        return ReportDocument.Section(
            heading: "What may be kept, why, and until when",
            paragraphs: [
                "Only of people who agreed to the purpose, only these items, each record until its retention is over, or "
                    + "until the person withdraws."
            ], rows: notices,
            table: [["purpose", "what is kept", "retention in force", "sensitive"]]
                + report.purposes.map { purpose in
                    [
                        purpose.name, purpose.items.joined(separator: ", "),
                        SpanOfTime.words(purpose.retention.multipliedReportingOverflow(by: 1000).partialValue),
                        purpose.isSensitive ? "yes, agreed to apart" : "no",
                    ]
                })
    }

    private var notices: [(name: String, value: String)] {
        report.notices.map { ("notice \($0.version) (\($0.language))", "sha256 \($0.hash)") }
            + [("recipients", report.recipients.isEmpty ? "nobody" : report.recipients.joined(separator: ", "))]
    }

    var never: ReportDocument.Section {
        ReportDocument.Section(
            heading: "Of whom, and what, nothing is kept",
            paragraphs: [
                "Of nobody who has not agreed; a refusal adds one to a daily number. Of nobody a temperature, a picture, a face, "
                    + "a name, a telephone number or a badge: the store has no place for them. A person who agreed is known by "
                    + "a random code that only the receipt holds."
            ])
    }
}
