import Capture

/// What a server is made of, handed to its thread.
struct ServerSetup: Sendable {
    let path: String
    let door: String
    /// When it started, nanoseconds of CLOCK_MONOTONIC.
    let startTime: Int64
    let router: CallRouter
    let publisher: ControlPublisher
    /// None where there is no place for records.
    let desk: (any RecordsDesk)?
    /// None where there is no picture to show.
    let maintenance: (any MaintenanceHost)?
    let limits: ControlLimits
    let clock: ControlClock
    /// Who is at the other end of a connection.
    let credentials: @Sendable (SystemDescriptor) throws(SystemErrno) -> PeerCredentials
    let faults: FaultReport
}
