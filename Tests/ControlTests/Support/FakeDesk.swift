import Control
import Settings
import Synchronization

/// A records desk that answers at once, or holds its answers until it is told to give them.
final class FakeDesk: RecordsDesk {
    typealias Answer = @Sendable (Result<DeskAnswer, DeskFailure>) -> Void

    struct Asked {
        let request: DeskRequest
        let caller: DeskCaller
        let answer: Answer
    }

    private let waiting = Mutex<[Asked]>([])
    private let seen = Mutex<[(DeskRequest, DeskCaller)]>([])
    private let respond: (@Sendable (DeskRequest) -> Result<DeskAnswer, DeskFailure>)?

    /// - Parameter respond: none holds every answer.
    init(_ respond: (@Sendable (DeskRequest) -> Result<DeskAnswer, DeskFailure>)? = { .success(.sample(for: $0)) }) {
        self.respond = respond
    }

    func take(_ request: DeskRequest, from caller: DeskCaller, answer: @escaping Answer) {
        seen.withLock { $0.append((request, caller)) }
        if let respond {
            answer(respond(request))
        } else {
            waiting.withLock { $0.append(Asked(request: request, caller: caller, answer: answer)) }
        }
    }

    /// Every request so far.
    var requests: [(request: DeskRequest, caller: DeskCaller)] { seen.withLock { $0 } }

    /// Those that wait for an answer, oldest first; they are the caller's to answer now.
    func takeWaiting() -> [Asked] {
        waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }

    var waitingCount: Int { waiting.withLock(\.count) }
}

extension DeskAnswer {
    /// An answer of the kind that is wanted, with every field set.
    static func sample(for request: DeskRequest) -> DeskAnswer {
        switch request {
        case .refuse, .present, .renew: .done
        case .notice: .notice(.sample)
        case .grant, .receipt: .receipt(.sample)
        case .consents: .consents([.sample(1), .sample(2)])
        case .list: .consents([.sample(1), .sample(2), .sample(3)])
        case .entries: .entries([.sample, .bare])
        case .export: .exported(DeskExport(time: 7, consents: [.sample(1)], entries: [.sample, .bare]))
        case .withdraw, .erase, .eraseConsent:
            .destroyed(DeskDestroyed(consents: 2, entries: 31, isVerified: true))
        case .report: .report(.full)
        case .checkpoint: .checkpoint("{\"count\":3}")
        case .accessKey: .accessKey(String(repeating: "0f", count: 32))
        }
    }
}

extension DeskNotice {
    static let sample = DeskNotice(
        version: "2026-1", language: "en", languages: ["en", "ko"], hash: String(repeating: "a1", count: 32),
        canonical: "{\"language\":\"en\"}",
        controller: Controller(
            name: "A Site", address: "1 Street", contact: "The officer", email: "a@b.example", phone: "+82 2 000"),
        jurisdiction: "KR", storageLocation: "this door", policyURL: "https://b.example/policy",
        purposes: [
            Purpose(
                name: "entry_log", isSensitive: false, items: ["time", "direction"], retention: 86_400, text: "문을 \"열\""
            )
        ], consentValidity: 7_776_000, proofWindow: 0, refusal: "You may refuse.", withdrawal: "Show your receipt.")
}

extension DeskReceipt {
    static let sample = DeskReceipt(
        code: "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV", json: "{\"version\":\"KI-CR-v1.1.0\"}",
        consents: ["00000000-0000-4000-8000-000000000001"])
}

extension DeskConsent {
    static func sample(_ number: Int) -> DeskConsent {
        let digits = String(number)
        return DeskConsent(
            id: "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits,
            purpose: "fever_outcome", isSensitive: true, items: ["outcome"], state: .renewed,
            notice: String(repeating: "b2", count: 32), given: 1_800_000_000_000, expires: 1_800_000_086_400,
            retention: 3600, isAuthentic: number != 2)
    }
}

extension DeskEntry {
    static let sample = DeskEntry(
        id: "00000000-0000-4000-8000-00000000000a", consent: "00000000-0000-4000-8000-000000000001",
        purpose: "entry_log", time: 1_800_000_000_000, gate: "main", direction: .inwards, outcome: .referred,
        expires: 1_800_000_003_600)
    static let bare = DeskEntry(id: "b", consent: "c", purpose: "entry_log", expires: 5)
}

extension PrivacyReport {
    static let full: PrivacyReport = {
        let trouble = Trouble(what: "records.db", cause: "the disk is full", remedy: "Make room.")
        return PrivacyReport(
            door: "main", version: "1.2.3", generated: 1_800_000_000_000, mode: .consented,
            purposes: [Purpose(name: "entry_log", isSensitive: false, items: ["time"], retention: 60)],
            notices: [Notice(language: "en", version: "1", hash: String(repeating: "0", count: 64))], recipients: [],
            store: Store(
                consents: 3, entries: 40, epochs: 5, refusalsToday: 2, nextDestruction: 9, lag: 11, lastPurge: 8,
                purgeFailure: trouble,
                ledger: [
                    LedgerLine(
                        epoch: 4, reason: "expired", entries: 12, due: 1, done: 2, isVerified: true, canaryIsDead: true)
                ]),
            stopped: trouble,
            fileSystem: FileSystem(
                directory: "/var/lib/lintel/main", type: "ext4", options: "data=ordered", canDestroyKeys: true,
                words: "ext4 overwrites in place"),
            keyTier: .tpm, clock: Clock(now: 7, isSynchronized: true, source: "timesyncd"),
            accessLog: AccessLog(
                count: 99, head: String(repeating: "1", count: 64), lastCheckpoint: .init(count: 90, time: 6),
                keep: 63_072_000, failure: trouble),
            network: Network(
                allowedFamilies: ["AF_UNIX"], refusedFamilies: ["AF_INET", "AF_INET6"], interfaces: ["lo"],
                foreignSockets: 0, isFiltered: true),
            configuration: Configuration(path: "/etc/lintel/lintel.toml", hash: String(repeating: "9", count: 64)))
    }()

    /// Of a daemon that keeps nothing and never did.
    static let empty = PrivacyReport(
        door: "main", version: "1.2.3", generated: 1, mode: .off,
        clock: Clock(now: nil, isSynchronized: false, source: "timesyncd"),
        accessLog: AccessLog(count: 0, head: nil, keep: 1),
        network: Network(
            allowedFamilies: [], refusedFamilies: [], interfaces: [], foreignSockets: 0, isFiltered: false),
        configuration: Configuration(path: nil, hash: nil))
}
