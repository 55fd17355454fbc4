/// A control of a UVC camera's extension unit, reached with UVCIOC_CTRL_QUERY.
public struct ExtensionUnitControl: Hashable, Sendable {
    /// The extension unit's id.
    public let unit: UInt8
    /// The control's selector in the unit.
    public let selector: UInt8
    /// The control's length in bytes, 1 to 4; the kernel refuses any other.
    public let length: Int

    public init(unit: UInt8, selector: UInt8, length: Int) {
        self.unit = unit
        self.selector = selector
        self.length = length
    }

    /// The bytes to write for a value: `length` of them, the lowest first.
    public func bytes(of value: UInt32) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 < 4 ? value >> (8 * UInt32($0)) : 0) }
    }

    /// The value of bytes that were read, the lowest first.
    public func value(of bytes: [UInt8]) -> UInt32 {
        bytes.prefix(4).enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
    }
}
