import Capture
import Settings
import Testing

@Suite("The cameras of a machine, by its sysfs")
struct CameraListTests {
    @Test("capture nodes are listed in order with what names them")
    func list() throws {
        let tree = try FakeTree()
        try tree.addUSB(
            video: 10, port: "1-2", vendor: "1e4e", product: "0100", serial: "8003002c-5113-3238-3233393800",
            connected: "90000", card: "PureThermal (fw:v1.3.0): PureTh")
        try tree.addUSB(video: 2, port: "1-3", vendor: "0bda", product: "5830", serial: nil, card: "USB Camera")
        try tree.addVivid(video: 0)
        try tree.addLoopback(video: 20)
        let nodes = CameraList.nodes(root: tree.root, now: 100_000_000_000)
        #expect(nodes.map(\.path) == ["/dev/video0", "/dev/video2", "/dev/video10", "/dev/video20"])
        #expect(nodes.map(\.driver) == ["vivid", "uvcvideo", "uvcvideo", "v4l2 loopback"])
        #expect(nodes.map(\.bus) == ["platform vivid.0", "usb 1-3", "usb 1-2", "virtual"])
        #expect(nodes.map(\.isVirtual) == [true, false, false, true])
        #expect(
            nodes.map { $0.identity?.description } == [
                nil, "0bda:5830::0", "1e4e:0100:8003002c-5113-3238-3233393800:0", nil,
            ])
        #expect(nodes.map(\.connectedSince) == [nil, 40_000_000_000, 10_000_000_000, nil])
        #expect(nodes[2].card == "PureThermal (fw:v1.3.0): PureTh")
    }

    @Test("a machine without cameras or without a video driver lists none")
    func none() throws {
        let tree = try FakeTree()
        #expect(CameraList.nodes(root: tree.root).isEmpty)
        try tree.directory("sys/class/video4linux")
        #expect(CameraList.nodes(root: tree.root + "/").isEmpty)
    }

    @Test("damaged entries do not hide the others")
    func damaged() throws {
        let tree = try FakeTree()
        try tree.addUSB(
            video: 0, port: "1-1", vendor: "no", product: "number", serial: "a\u{7}b", connected: "-1", card: "odd")
        try tree.file("sys/class/video4linux/videoX/name", "no number")
        try tree.file("sys/class/video4linux/video7/index", "word")
        try tree.link("sys/class/video4linux/video8", to: "nowhere")
        let nodes = CameraList.nodes(root: tree.root)
        #expect(nodes.map(\.path) == ["/dev/video0", "/dev/video7", "/dev/video8"])
        #expect(nodes[0].identity == nil && nodes[0].driver == "uvcvideo" && nodes[0].connectedSince == nil)
    }

    @Test("control characters of a serial number do not reach a terminal")
    func serial() throws {
        let tree = try FakeTree()
        try tree.addUSB(
            video: 0, port: "1-1", vendor: "1E4E", product: "0100", serial: "a\u{1B}[2Jb", connected: "no", card: "odd")
        #expect(CameraList.nodes(root: tree.root).first?.identity?.description == "1e4e:0100:a[2Jb:0")
    }

    @Test("a camera that moved to another number is found by its identity")
    func selection() throws {
        let tree = try FakeTree()
        try tree.addVivid(video: 0)
        try tree.addUSB(video: 4, port: "1-2", vendor: "1e4e", product: "0100", serial: "S", card: "PureThermal")
        let nodes = CameraList.nodes(root: tree.root)
        #expect(CameraSelection("1e4e:0100:S:0").candidates(in: nodes).map(\.path) == ["/dev/video4"])
        #expect(CameraSelection("1E4E:0100:S:0").candidates(in: nodes).map(\.path) == ["/dev/video4"])
        #expect(CameraSelection("1e4e:0100:T:0").candidates(in: nodes).isEmpty)
        #expect(CameraSelection("/dev/video4").candidates(in: nodes).first?.driver == "uvcvideo")
        #expect(CameraSelection("/dev/v4l/by-id/none").candidates(in: nodes).map(\.driver) == [""])
        #expect(CameraSelection("auto").candidates(in: nodes).count == 2)
    }

    @Test("an identity is read as it is written, and only so")
    func identities() throws {
        for text in ["1e4e:0100:8003002c-5113:0", "0bda:5830::0", "0bda:5830:a:b:255", "ffff:0000: :12"] {
            let identity = try #require(CameraIdentity(text))
            #expect(identity.description == text)
            #expect(CameraSelection(text) == .identity(identity))
        }
        for text in ["", "auto", "1e4e:0100:S", "1e4e:0100:S:x", "1e4e:0100:S:256", "+e4e:0100:S:0", "1e4e0:0100:S:0"] {
            #expect(CameraIdentity(text) == nil)
        }
    }

    @Test("the configuration takes exactly the texts that are identities")
    func settingsAgree() throws {
        var random = SeededGenerator(state: 3)
        let signs = Array("0123456789abcdefABCDEFg:+- ")
        var identities = 0
        for _ in 0..<20_000 {
            var text = "1e4e:0100:S:0"
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let at = text.index(text.startIndex, offsetBy: Int.random(in: 0..<text.count, using: &random))
                if Bool.random(using: &random) { text.remove(at: at) }
                if let sign = signs.randomElement(using: &random), !text.isEmpty {
                    text.insert(sign, at: text.startIndex == at ? at : text.index(before: text.endIndex))
                }
            }
            let isTaken = (try? SettingsLoader.defaults(overrides: ["camera.device=\"\(text)\""])) != nil
            let isIdentity = CameraIdentity(text) != nil
            try #require(isTaken == isIdentity || text == "auto", "\(text)")
            if isIdentity { identities += 1 }
        }
        #expect(identities > 1_000 && identities < 20_000)
    }
}
