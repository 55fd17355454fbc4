import CLinux
import Glibc

/// Resetting the USB device behind a video node.
enum SystemUSB {
    /// Resets the device when its node in /dev/bus/usb can be opened for writing: that is the grant.
    static func reset(deviceOf node: CameraNode) -> USBReset {
        guard let path = devicePath(of: node) else { return .notUSB }
        // The path is lent to the call as a C string for as long as it runs.
        let opened = SystemCapture.retrying { unsafe Int(Glibc.open(path, O_WRONLY | O_CLOEXEC, 0)) }
        switch opened {
        case .failure(let failure):
            switch failure.code {
            case EACCES, EPERM, EROFS, ENOENT: return .notGranted
            default: return .failed("\(path): \(failure.text)")
            }
        case .success(let number):
            let file = FileDescriptor(owning: Int32(truncatingIfNeeded: number))
            let device = file.number
            switch SystemCapture.retrying({ Int(lintel_usb_reset(device)) }) {
            case .success: return .done
            case .failure(let failure): return .failed("\(path): \(failure.text)")
            }
        }
    }

    /// The node of the USB device in /dev/bus/usb: a video node hangs on an interface, which hangs on the device.
    private static func devicePath(of node: CameraNode) -> String? {
        guard let name = node.path.split(separator: "/").last,
            let interface = DeviceTree.target(of: "/sys/class/video4linux/\(name)/device"),
            let end = interface.lastIndex(of: "/")
        else { return nil }
        let device = interface[..<end]
        guard let bus = DeviceTree.text("\(device)/busnum").flatMap({ UInt($0) }),
            let number = DeviceTree.text("\(device)/devnum").flatMap({ UInt($0) })
        else { return nil }
        return "/dev/bus/usb/\(threeDigits(bus))/\(threeDigits(number))"
    }

    private static func threeDigits(_ number: UInt) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
