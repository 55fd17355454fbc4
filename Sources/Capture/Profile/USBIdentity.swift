/// Vendor and product of a USB device.
public struct USBIdentity: Hashable, Sendable, CustomStringConvertible {
    public let vendor: UInt16
    public let product: UInt16

    public init(vendor: UInt16, product: UInt16) {
        self.vendor = vendor
        self.product = product
    }

    /// As lsusb writes it: "1e4e:0100".
    public var description: String { Self.hexadecimal(vendor) + ":" + Self.hexadecimal(product) }

    /// Four lower-case hexadecimal digits.
    static func hexadecimal(_ value: UInt16) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
