import Audit
import Journal
import Logging
import Records

/// Logs what becomes of records when it changes, each cause once. No line names a person or an entry.
struct RecordsReport {
    private let logger: Logger
    /// None before the first.
    private var recording: RecordsState.Recording?
    private var purge = RecordsState.Purge.none

    init(logger: Logger) { self.logger = logger }

    /// - Parameter kept: what is there, asked where a line needs it.
    mutating func take(_ state: RecordsState, kept: () -> RecordsStatus?) {
        defer { (recording, purge) = (state.recording, state.purge) }
        if state.recording != recording { log(state.recording, kept) }
        if !Self.isSame(state.purge, purge) { log(state.purge) }
    }

    private func log(_ recording: RecordsState.Recording, _ kept: () -> RecordsStatus?) {
        switch recording {
        case .opening: break
        case .off:
            guard let kept = kept() else { return }
            logger.report(
                .recordsState,
                "records off: nothing new is kept; \(Self.counts(kept)) of before live to their end")
        case .recording:
            logger.report(
                .recordsState,
                "recording what people agreed to\(kept().map { "; \(Self.counts($0)) are kept" } ?? "")")
        case .stopped(let error), .refused(let error):
            logger.report(
                .recordsStopped,
                "recording stopped: \(error.what): \(error.cause). The door goes on. \(error.remedy)")
        }
    }

    private func log(_ purge: RecordsState.Purge) {
        switch purge {
        case .none: break
        case .current:
            // The first one of a start is no news.
            guard self.purge != .none else { return }
            logger.report(.purgeState, "purges are on time again", level: .notice)
        case .failing(let error):
            logger.report(.purgeState, "a purge failed: \(error.what): \(error.cause). \(error.remedy)")
        case .late(let minutes, _):
            logger.report(
                .purgeState,
                "a purge is late: something should have been destroyed \(minutes) min ago; nothing is recorded until it is"
            )
        }
    }

    /// Minutes that go by are no news.
    private static func isSame(_ one: RecordsState.Purge, _ other: RecordsState.Purge) -> Bool {
        switch (one, other) {
        case (.late(_, let before), .late(_, let after)): before == after
        default: one == other
        }
    }

    private static func counts(_ kept: RecordsStatus) -> String {
        "\(kept.consents) consents and \(kept.entries) entries in \(kept.epochs) epochs"
    }

    /// What was destroyed: counts and numbers of epochs.
    func purged(_ report: PurgeReport) {
        guard report.didWork else { return }
        let proof = report.isVerified ? "every destroyed key was found gone" : "a destroyed key was not found gone"
        logger.report(
            .recordsPurged,
            """
            purged: \(report.epochs) epochs\(Self.names(report.epochNumbers)), \(report.entries) entries, \
            \(report.consents) consents; \(proof)
            """)
    }

    private static func names(_ epochs: [Int64]) -> String {
        guard let first = epochs.min(), let last = epochs.max() else { return "" }
        return first == last ? " (\(first))" : " (\(first) to \(last))"
    }

    /// Something of one moment that is not a state.
    func failed(_ consequence: String, _ error: RecordsError) {
        logger.report(.fault, "\(consequence): \(error.what): \(error.cause). \(error.remedy)")
    }

    func lost(_ count: Int) {
        logger.report(
            .fault,
            "\(count) events at the door came faster than the disk takes entries; nothing was recorded of them",
            level: .warning)
    }
}
