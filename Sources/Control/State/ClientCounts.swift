/// What became of the clients of the control socket since the start.
public struct ClientCounts: Hashable, Sendable {
    /// Connected now.
    public var connected = 0
    /// Turned away because there were too many.
    public var refused = 0
    /// Cut off because they did not read.
    public var slow = 0
    /// Cut off because they sent no Varlink.
    public var malformed = 0
    /// Publications that found no room on their way to the clients.
    public var lost = 0

    public init() {}
}
