/// The video capture devices of this machine, as sysfs lists them. No device is opened.
public enum CameraList {
    /// Scans sysfs.
    ///
    /// A device's further nodes, such as the metadata of a UVC camera, are left out: only index 0 is listed. Whether
    /// a node can capture at all is for who opens it to find out.
    ///
    /// - Parameters:
    ///   - root: what stands for "/", for tests.
    ///   - now: CLOCK_MONOTONIC, nanoseconds.
    /// - Returns: in the order of their numbers; empty where there is none or no video driver is loaded.
    public static func nodes(root: String = "/", now: Int64 = FrameClock.monotonicNow()) -> [CameraNode] {
        let base = root.hasSuffix("/") ? String(root.dropLast()) : root
        let directory = base + "/sys/class/video4linux"
        return DeviceTree.names(in: directory)
            .compactMap { name in number(of: name).map { (number: $0, name: name) } }
            .sorted { $0.number < $1.number }
            .compactMap { node(name: $0.name, in: directory, now: now) }
    }

    /// The number of a node of the form "video0"; radios, vertical blanking and subdevices have other names.
    private static func number(of name: String) -> Int? {
        guard name.hasPrefix("video") else { return nil }
        return Int(name.dropFirst(5))
    }

    private static func node(name: String, in directory: String, now: Int64) -> CameraNode? {
        let entry = directory + "/" + name
        guard DeviceTree.text(entry + "/index").flatMap({ Int($0) }) ?? 0 == 0 else { return nil }
        let device = DeviceTree.target(of: entry + "/device")
        var node = CameraNode(path: "/dev/" + name, card: DeviceTree.text(entry + "/name") ?? "")
        guard let device else {
            // v4l2loopback hangs on no device, but has attributes of its own.
            node.driver = DeviceTree.text(entry + "/max_openers") == nil ? "" : CameraNode.loopbackDriver
            node.bus = "virtual"
            return node
        }
        node.driver = DeviceTree.target(of: device + "/driver").map(lastStep) ?? ""
        let subsystem = DeviceTree.target(of: device + "/subsystem").map(lastStep) ?? ""
        node.bus = [subsystem, lastStep(device)].filter { !$0.isEmpty }.joined(separator: " ")
        if subsystem == "usb" { describe(usbInterface: device, in: &node, now: now) }
        return node
    }

    /// A video node hangs on a USB interface, the interface on the USB device.
    private static func describe(usbInterface interface: String, in node: inout CameraNode, now: Int64) {
        let device = interface.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
        node.bus = "usb " + lastStep(device)
        guard let vendor = DeviceTree.text(device + "/idVendor").flatMap({ UInt16($0, radix: 16) }),
            let product = DeviceTree.text(device + "/idProduct").flatMap({ UInt16($0, radix: 16) })
        else { return }
        node.identity = CameraIdentity(
            usb: USBIdentity(vendor: vendor, product: product), serial: DeviceTree.text(device + "/serial") ?? "",
            interface: DeviceTree.text(interface + "/bInterfaceNumber").flatMap { Int($0, radix: 16) } ?? 0)
        // Milliseconds since the device was connected.
        if let connected = DeviceTree.text(device + "/power/connected_duration").flatMap({ Int64($0) }),
            (0...Int64.max / 1_000_000).contains(connected)
        {
            node.connectedSince = now &- connected * 1_000_000
        }
    }

    private static func lastStep(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
}
