import Capture
import Control
import Foundation
import Settings
import Synchronization

/// A control socket in a directory of its own, with a clock and callers that the test sets.
final class Server {
    /// Groups that the callers may be in.
    static let groups: [String: UInt32] = [
        "lintel-viewer": 7001, "lintel-operator": 7002, "lintel-privacy": 7003, "lintel-bridge": 7004,
    ]
    static let owner = PeerCredentials(user: 0, groups: [0])

    let directory: URL
    let path: String
    let publisher: ControlPublisher
    let time: ManualTime
    private let server: ControlServer
    private let next: CallerBox

    convenience init(
        limits: ControlLimits = ControlLimits(), desk: (any RecordsDesk)? = nil,
        maintenance: (any MaintenanceHost)? = nil
    ) throws {
        let time = ManualTime()
        try self.init(
            publisher: ControlPublisher(.sample, clock: time.clock), limits: limits, time: time, desk: desk,
            maintenance: maintenance)
    }

    init(
        publisher: ControlPublisher, limits: ControlLimits = ControlLimits(), time: ManualTime = ManualTime(),
        desk: (any RecordsDesk)? = nil, maintenance: (any MaintenanceHost)? = nil
    ) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        path = directory.appendingPathComponent("io.lintel").path
        self.time = time
        self.publisher = publisher
        let next = CallerBox()
        self.next = next
        server = try ControlServer(
            path: path, settings: ControlSettings(), publisher: publisher, desk: desk, maintenance: maintenance,
            limits: limits, callers: { next.caller }, groupNumber: { Self.groups[$0] })
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(at: directory)
    }

    /// Connects as a user with these groups; without a user as root.
    func connect(user: UInt32? = nil, groups: [String] = []) throws -> RawClient {
        next.caller =
            user.map { PeerCredentials(user: $0, groups: Set(groups.compactMap { Self.groups[$0] })) } ?? Self.owner
        let client = try RawClient(path)
        // An answer shows that the server has looked at who it is.
        client.send(#"{"method":"org.varlink.service.GetInfo"}"#)
        guard let info = try client.receive(), info["error"] == nil else { throw Refused() }
        return client
    }

    struct Refused: Error {}

    /// Connects as root, with a client of this module.
    func client(timeout: Duration = .seconds(20)) throws -> ControlClient {
        next.caller = Self.owner
        return try ControlClient(path: path, timeout: timeout)
    }

    /// What Get replies.
    func status() throws -> DoorStatus {
        next.caller = Self.owner
        var client = try ControlClient(path: path, timeout: .seconds(20))
        return try client.status()
    }
}

/// Who connects next.
final class CallerBox: Sendable {
    private let stored = Mutex(Server.owner)

    var caller: PeerCredentials {
        get { stored.withLock { $0 } }
        set { stored.withLock { $0 = newValue } }
    }
}

/// A clock that stands until it is moved.
final class ManualTime: Sendable {
    private let nanoseconds = Atomic<Int64>(1_000_000_000)

    var clock: ControlClock {
        ControlClock(
            monotonic: { self.nanoseconds.load(ordering: .sequentiallyConsistent) },
            wall: { 1_800_000_000_000 + self.nanoseconds.load(ordering: .sequentiallyConsistent) / 1_000_000 })
    }

    func advance(seconds: Int64) { nanoseconds.add(seconds * 1_000_000_000, ordering: .sequentiallyConsistent) }
}

extension ControlState {
    static var sample: ControlState {
        let good = { (code: String) in Condition(.good, code: code, words: code) }
        var state = ControlState(
            conditions: Conditions(
                camera: good("ready"), reference: good("tracked"), screening: good("running"),
                gate: Condition(.off, code: "none", words: "none: decisions are only reported"),
                records: Condition(.off, code: "off", words: "off: nothing is kept"),
                purge: Condition(.off, code: "none", words: "none: nothing is kept"),
                clock: Condition(.attention, code: "unproven", words: "unproven")))
        state.lastFrame = 900_000_000
        state.frames.numbered = 110
        state.frames.delivered = 100
        state.frames.ringFull = 1
        state.frames.error = 2
        state.frames.short = 3
        state.frames.gap = 4
        state.entries = EntryTotals(admitted: 11, referred: 3, entering: 9, leaving: 8)
        state.logLinesLost = 5
        return state
    }

    /// One that is made once.
    static let quiet = sample

    /// The same with other words for the camera.
    func camera(_ words: String) -> ControlState {
        var state = self
        state.conditions.camera = Condition(.attention, code: "absent", words: words)
        return state
    }
}
