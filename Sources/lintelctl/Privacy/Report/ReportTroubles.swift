import Control

/// What a report has that somebody must look at.
struct ReportTroubles {
    private(set) var all: [String] = []

    init(_ report: PrivacyReport) {
        let troubles = [
            ("Nothing is recorded", report.stopped), ("The last purge failed", report.store?.purgeFailure),
            ("The access log can't be written", report.accessLog.failure),
        ]
        all = troubles.compactMap { what, trouble in
            trouble.map { "\(what): \($0.what): \($0.cause). \($0.remedy)" }
        }
        if let lag = report.store?.lag, lag > 0 {
            all.append("Something is overdue to be destroyed, since \(SpanOfTime.words(lag)).")
        }
        let lines = report.store?.ledger ?? []
        let unproven = lines.count { !$0.isVerified || !$0.canaryIsDead }
        if unproven > 0 {
            all.append("\(Count.of(unproven, "destruction", "destructions")) below could not be proved.")
        }
        if let place = report.fileSystem, !place.canDestroyKeys {
            all.append("A key can't be destroyed where the records lie: \(place.words)")
        }
        if !report.recipients.isEmpty {
            all.append("Somebody else gets records: \(report.recipients.joined(separator: ", ")).")
        }
        if !ReportOfMachine.hasNoNetwork(report.network) {
            all.append("The daemon's process can reach a network; see below.")
        }
    }
}
