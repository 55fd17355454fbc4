import Control

/// The privacy report before it is laid out.
struct ReportDocument {
    let title: String
    /// When it was true, and by which program.
    let subtitle: String
    /// What somebody must look at; empty where all is well.
    let troubles: [String]
    let sections: [Section]

    struct Section {
        let heading: String
        var paragraphs: [String] = []
        var rows: [(name: String, value: String)] = []
        var table: [[String]] = []
    }

    init(_ report: PrivacyReport) {
        title = "Privacy report, door \(report.door)"
        subtitle = "made by linteld \(report.version), true at \(Moment.text(report.generated))"
        troubles = ReportTroubles(report).all
        sections =
            [ReportOfRecords(report).declared, ReportOfRecords(report).never]
            + (report.store.map { [ReportOfDestruction($0).kept, ReportOfDestruction($0).destroyed] } ?? [])
            + ReportOfMachine(report).sections
    }
}
