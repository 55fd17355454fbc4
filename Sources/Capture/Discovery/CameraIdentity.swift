/// What stays the same of a USB camera when it is plugged in again: what `camera.device` may name.
public struct CameraIdentity: Hashable, Sendable, CustomStringConvertible {
    public let usb: USBIdentity
    /// The serial number; empty where the camera has none.
    public let serial: String
    /// The USB interface, for cameras that are several in one: 0 is the first.
    public let interface: Int

    public init(usb: USBIdentity, serial: String, interface: Int) {
        self.usb = usb
        self.serial = serial
        self.interface = interface
    }

    /// Reads "1e4e:0100:SERIAL:0", the form of `description`; the serial may hold colons of its own.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 4, let vendor = Self.number(parts[0]), let product = Self.number(parts[1]),
            let last = parts.last, (1...3).contains(last.utf8.count), let interface = UInt8(last)
        else { return nil }
        usb = USBIdentity(vendor: vendor, product: product)
        serial = parts[2..<(parts.count - 1)].joined(separator: ":")
        self.interface = Int(interface)
    }

    private static func number(_ text: Substring) -> UInt16? {
        guard text.utf8.count == 4, text.utf8.first != UInt8(ascii: "+") else { return nil }
        return UInt16(text, radix: 16)
    }

    public var description: String { "\(usb):\(serial):\(interface)" }
}
