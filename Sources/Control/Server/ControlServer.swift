import Capture
import Settings
import Synchronization

/// The control socket: a Varlink service on a thread of its own.
///
/// Nothing that a client does reaches whoever publishes: `ControlPublisher` never waits, and a client that does not read is cut
/// off. The socket file belongs to everybody; who may do what is decided by the groups of the caller, call by call.
public final class ControlServer: Sendable {
    private let thread: SystemThread
    private let stopping: StopFlag
    private let publisher: ControlPublisher
    private let place: SocketPlace
    private let file: SystemSocket.FileIdentity

    /// Serves at this path until `stop` is called.
    ///
    /// - Parameters:
    ///   - path: absolute, at most 103 bytes. A socket file that nobody listens at any more is replaced.
    ///   - door: the door's name, as status tells it.
    ///   - version: the daemon's.
    ///   - settings: which group has which role.
    ///   - publisher: what is told; of this server only.
    ///   - desk: who keeps the records; none where there is no place for any.
    ///   - maintenance: who announces maintenance sessions and makes their pictures.
    ///   - report: told once of a fault that keeps clients away; called on the control thread.
    /// - Throws: when another process listens there, something else is there, or the directory can't be written.
    public convenience init(
        path: String, door: String, version: String, settings: ControlSettings, publisher: ControlPublisher,
        desk: (any RecordsDesk)? = nil, maintenance: (any MaintenanceHost)? = nil,
        report: @escaping @Sendable (ControlError) -> Void
    ) throws(ControlError) {
        try self.init(
            path: path, door: door, version: version, access: AccessRules(settings), publisher: publisher,
            desk: desk, maintenance: maintenance, limits: ControlLimits(), credentials: SystemSocket.credentials,
            report: report)
    }

    /// With other limits and other callers than the system has, to try both.
    ///
    /// - Parameters:
    ///   - callers: who the next client is, in the place of what the kernel says.
    ///   - groupNumber: a group's number, in the place of the system's.
    package convenience init(
        path: String, settings: ControlSettings, publisher: ControlPublisher, desk: (any RecordsDesk)? = nil,
        maintenance: (any MaintenanceHost)? = nil, limits: ControlLimits,
        callers: @escaping @Sendable () -> PeerCredentials,
        groupNumber: @escaping @Sendable (String) -> UInt32?
    ) throws(ControlError) {
        try self.init(
            path: path, door: "main", version: "0", access: AccessRules(settings, groupNumber: groupNumber),
            publisher: publisher, desk: desk, maintenance: maintenance, limits: limits, credentials: { _ in callers() },
            report: { _ in })
    }

    private init(
        path: String, door: String, version: String, access: AccessRules, publisher: ControlPublisher,
        desk: (any RecordsDesk)?, maintenance: (any MaintenanceHost)?, limits: ControlLimits,
        credentials: @escaping @Sendable (SystemDescriptor) throws(SystemErrno) -> PeerCredentials,
        report: @escaping @Sendable (ControlError) -> Void
    ) throws(ControlError) {
        let place = SocketPlace(path: path)
        let setup = ServerSetup(
            path: path, door: door, startTime: publisher.clock.monotonic(),
            router: CallRouter(catalog: try Self.catalog(), access: access, version: version), publisher: publisher,
            desk: desk, maintenance: maintenance, limits: limits, clock: publisher.clock, credentials: credentials,
            faults: FaultReport(report))
        let (listener, file) = try place.open()
        let stopping = StopFlag()
        do throws(CaptureError) {
            thread = try SystemThread(name: "control") {
                ServerLoop(setup, listener: listener).run { !stopping.isSet }
            }
        } catch {
            place.close(file)
            throw ControlError(what: error.what, cause: error.cause, remedy: error.remedy)
        }
        self.stopping = stopping
        self.publisher = publisher
        self.place = place
        self.file = file
    }

    private static func catalog() throws(ControlError) -> InterfaceCatalog {
        do throws(InterfaceFault) {
            return try InterfaceCatalog()
        } catch {
            throw ControlError(
                what: "interface files", cause: error.description,
                remedy: "This program was built wrong; build it again.")
        }
    }

    /// Closes every connection and removes the socket file; returns when the thread is over. Not to be called from `report`.
    public func stop() {
        stopping.set()
        publisher.wake.raise()
        thread.join()
        place.close(file)
    }

    deinit {
        stopping.set()
        publisher.wake.raise()
    }
}

/// Tells the control thread to end.
private final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}
