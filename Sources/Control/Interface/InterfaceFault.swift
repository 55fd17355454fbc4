/// Why a text does not describe an interface.
public struct InterfaceFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// In words.
    public let cause: String
    /// Counts from 1.
    public let line: Int

    public var description: String { "line \(line): \(cause)" }
}
