/// Who asks at the control socket, as the kernel says.
public struct DeskCaller: Hashable, Sendable, CustomStringConvertible {
    public let user: UInt32

    public init(user: UInt32) { self.user = user }

    /// As the access log names it, such as "uid:1000".
    public var description: String { "uid:\(user)" }
}
