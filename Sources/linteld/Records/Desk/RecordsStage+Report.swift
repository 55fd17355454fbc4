import Audit
import Control
import Records
import Settings

// What `lintelctl privacy report` shows: read and tried at this moment, nothing taken for granted.
extension RecordsStage {
    /// Everything that is kept, by what right and until when, and what proves it.
    func privacyReport(_ caller: DeskCaller) throws(DeskFailure) -> PrivacyReport {
        if access != nil { try note(.report, [nil], caller) }
        let status = try trying { () throws(RecordsError) in try store?.status() }
        let notices = setup.isConsented ? (try? Notice.all(setup.settings.notice)) ?? [] : []
        return PrivacyReport(
            door: setup.door, version: Version.number, generated: trustedNow, mode: setup.settings.records.mode,
            purposes: (notices.first?.purposes ?? []).map { declared in
                PrivacyReport.Purpose(
                    name: declared.purpose.rawValue, isSensitive: declared.purpose.isSensitive,
                    items: declared.items.words, retention: status?.retention[declared.purpose] ?? declared.retention)
            },
            notices: notices.map { notice in
                PrivacyReport.Notice(
                    language: notice.language, version: notice.version, hash: notice.hash.hexadecimal)
            },
            store: status.map { PrivacyReport.Store($0) }, stopped: stopped.map { PrivacyReport.Trouble($0) },
            fileSystem: fileSystem, clock: clock, accessLog: accessLogReport, network: ProcessFacts.network(),
            configuration: PrivacyReport.Configuration(
                path: setup.configuration.path, hash: setup.configuration.hash))
    }

    /// Trusted UTC milliseconds; the wall clock's where there is no store.
    var trustedNow: Int64 { store?.health.clock.now ?? readClock?().wall ?? 0 }

    private var stopped: RecordsError? {
        switch state.recording {
        case .stopped(let error), .refused(let error): error
        case .off, .opening, .recording: nil
        }
    }

    private var clock: PrivacyReport.Clock {
        PrivacyReport.Clock(
            now: store?.health.clock.now, isSynchronized: readClock?().isSynchronized ?? false,
            source: setup.settings.clock.synchronized)
    }

    private var accessLogReport: PrivacyReport.AccessLog {
        let position = access?.position
        return PrivacyReport.AccessLog(
            count: position?.count ?? 0, head: position?.head.hexadecimal,
            lastCheckpoint: position?.lastCheckpoint.map {
                PrivacyReport.AccessLog.Checkpoint(count: $0.count, time: $0.time)
            },
            keep: setup.settings.audit.keep, failure: accessFailure.map { PrivacyReport.Trouble($0) })
    }

    /// Probed anew: somebody may have mounted something else since.
    private var fileSystem: PrivacyReport.FileSystem? {
        guard let directory = setup.directory else { return nil }
        do throws(RecordsError) {
            let facts = try setup.probe(directory)
            let policy = KeySlotPolicy.judge(facts)
            return PrivacyReport.FileSystem(
                directory: directory, type: facts.name,
                options: facts.options?.split(whereSeparator: \.isNewline).last { $0.hasPrefix("data=") }.map(
                    String.init),
                canDestroyKeys: policy == .allowed, words: policy.words)
        } catch {
            return PrivacyReport.FileSystem(
                directory: directory, type: "unknown", options: nil, canDestroyKeys: false, words: error.cause)
        }
    }
}

extension KeySlotPolicy {
    fileprivate var words: String {
        switch self {
        case .allowed: "data is overwritten in place, so an overwritten key is gone"
        case .refused(let reason): reason
        }
    }
}

extension PrivacyReport.Trouble {
    init(_ error: RecordsError) { self.init(what: error.what, cause: error.cause, remedy: error.remedy) }
}

extension PrivacyReport.Store {
    init(_ status: RecordsStatus) {
        self.init(
            consents: status.consents, entries: status.entries, epochs: status.epochs,
            refusalsToday: status.refusalsToday, nextDestruction: status.nextDeadline, lag: status.lag,
            lastPurge: status.lastPurge, purgeFailure: status.purgeFailure.map { PrivacyReport.Trouble($0) },
            ledger: status.ledger.map { PrivacyReport.LedgerLine($0) })
    }
}

extension PrivacyReport.LedgerLine {
    /// An epoch's line is verified when its slot was read back without the key and its canary did not open: one fact for both.
    /// A consent has no canary but what was sealed under its key, which went with it.
    init(_ line: LedgerEntry) {
        self.init(
            epoch: line.epoch, reason: line.reason.rawValue, entries: line.rows, due: line.due, done: line.done,
            isVerified: line.isVerified, canaryIsDead: line.isVerified)
    }
}
