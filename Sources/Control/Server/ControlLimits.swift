/// What clients may take, so that none of them can take more than the others or fill the memory.
package struct ControlLimits: Hashable, Sendable {
    /// Connections at one time.
    package var connections = 64
    /// Connections of one user at one time; root and the daemon's own user may have all.
    package var connectionsPerUser = 16
    /// Bytes of a call.
    package var callBytes = 16_384
    /// Bytes that wait to be read by a client; one that lets more wait is cut off.
    package var waitingBytes = 262_144
    /// A client that reads nothing of what waits for so many nanoseconds is cut off.
    package var stall: Int64 = 30_000_000_000

    /// Requests at the records desk at one time; more are refused as busy.
    package var deskRequests = 32
    /// Those of one user; root and the daemon's own user may have all.
    package var deskRequestsPerUser = 8
    /// Bytes of an answer of the records desk.
    package var answerBytes = 4_000_000

    package init() {}
}
