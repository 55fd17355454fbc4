/// What a check of the access log found.
public struct AccessLogReport: Hashable, Sendable {
    public var segments = 0
    /// Accesses that were read.
    public var accesses: Int64 = 0
    /// The first access that is still kept.
    public var first: Int64 = 1
    /// Of the exported checkpoints, how many lie in what is still kept.
    public var checkpoints = 0
    /// The device's public key, by which the checkpoints were tried, Ed25519.
    public var publicKey: [UInt8]?
    /// What the chain came to, 32 bytes.
    public var head: [UInt8]?
    /// When the last access was, trusted UTC milliseconds.
    public var time: Int64?
    public var problems: [Problem] = []

    public init() {}

    public var isSound: Bool { problems.isEmpty }

    /// One place that is not as it was written.
    public struct Problem: Hashable, Sendable, CustomStringConvertible {
        /// The file's name, or "exported".
        public let segment: String
        /// From 1; nothing where it concerns the whole segment.
        public let line: Int?
        public let cause: String
        /// Accesses of the exported checkpoint that shows it; nothing where the segment itself does.
        public let exported: Int64?

        public var description: String { segment + (line.map { ":\($0)" } ?? "") + ": " + cause }
    }
}
