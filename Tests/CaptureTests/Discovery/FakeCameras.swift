/// Cameras in a fake sysfs, laid out as the kernel lays them out.
extension FakeTree {
    /// A USB camera with a capture node and a metadata node.
    func addUSB(
        video number: Int, port: String, vendor: String, product: String, serial: String?, connected: String = "60000",
        card: String
    ) throws {
        let device = "sys/devices/pci0000:00/0000:00:14.0/usb1/\(port)"
        let interface = "\(device)/\(port):1.0"
        try file("\(device)/idVendor", vendor + "\n")
        try file("\(device)/idProduct", product + "\n")
        if let serial { try file("\(device)/serial", serial + "\n") }
        try file("\(device)/power/connected_duration", connected + "\n")
        try file("\(interface)/bInterfaceNumber", "00\n")
        try directory("sys/bus/usb/drivers/uvcvideo")
        try link("\(interface)/driver", to: "sys/bus/usb/drivers/uvcvideo")
        try link("\(interface)/subsystem", to: "sys/bus/usb")
        for (offset, index) in [0, 1].enumerated() {
            try addNode("video\(number + offset)", index: index, card: card, in: interface)
        }
    }

    /// The kernel's test driver: a capture and an output node, and one for the vertical blanking.
    func addVivid(video number: Int) throws {
        let device = "sys/devices/platform/vivid.0"
        try directory("sys/bus/platform/drivers/vivid")
        try link("\(device)/driver", to: "sys/bus/platform/drivers/vivid")
        try link("\(device)/subsystem", to: "sys/bus/platform")
        try addNode("video\(number)", index: 0, card: "vivid-000-vid-cap", in: device)
        try addNode("video\(number + 1)", index: 1, card: "vivid-000-vid-out", in: device)
        try addNode("vbi0", index: 0, card: "vivid-000-vbi-cap", in: device)
    }

    /// v4l2loopback: no device behind it.
    func addLoopback(video number: Int) throws {
        let entry = "sys/devices/virtual/video4linux/video\(number)"
        try file("\(entry)/name", "Lintel feeder\n")
        try file("\(entry)/index", "0\n")
        try file("\(entry)/max_openers", "10\n")
        try link("sys/class/video4linux/video\(number)", to: entry)
    }

    private func addNode(_ name: String, index: Int, card: String, in device: String) throws {
        let entry = "\(device)/video4linux/\(name)"
        try file("\(entry)/name", card + "\n")
        try file("\(entry)/index", "\(index)\n")
        try link("\(entry)/device", to: device)
        try link("sys/class/video4linux/\(name)", to: entry)
    }
}
