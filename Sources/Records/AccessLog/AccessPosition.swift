import Audit

/// Where an access log stands.
public struct AccessPosition: Hashable, Sendable {
    /// Accesses since the log began.
    public let count: Int64
    /// The head of the chain after them, 32 bytes.
    public let head: [UInt8]
    /// The checkpoint that was asked for last since the log was opened.
    public let lastCheckpoint: AccessCheckpoint?
}
