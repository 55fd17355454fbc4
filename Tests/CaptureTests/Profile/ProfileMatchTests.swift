import Capture
import Settings
import Testing

@Suite("Which profile a camera gets")
struct ProfileMatchTests {
    private let lepton = CameraNode(
        path: "/dev/video0", driver: "uvcvideo",
        identity: CameraIdentity(usb: USBIdentity(vendor: 0x1e4e, product: 0x0100), serial: "S", interface: 0))

    private func sizes(_ sizes: (Int, Int)...) -> [OfferedSizes] {
        sizes.map { .exactly(FrameSize(width: $0.0, height: $0.1)) }
    }

    private func find(
        _ node: CameraNode, _ offered: [OfferedFormat], current: FrameSize? = nil, profile: String = "auto"
    ) -> ProfileMatch.Result {
        var settings = CameraSettings()
        settings.profile = profile
        return ProfileMatch.find(for: node, offered: offered, current: current, settings: settings)
    }

    @Test("a Lepton 3 gets its profile and the size with telemetry, whatever else is offered first")
    func lepton3() {
        let result = find(
            lepton,
            [
                OfferedFormat(pixelFormat: .yuyv, sizes: sizes((160, 120))),
                OfferedFormat(pixelFormat: .y16, sizes: sizes((160, 120), (160, 122))),
            ])
        #expect(result.match?.profile.name == "lepton3-tlinear")
        #expect(result.match?.wireSize == FrameSize(width: 160, height: 122))
        #expect(result.match?.profile.warmUp == .seconds(1800))
        #expect(result.refusals.isEmpty)
    }

    @Test("a Lepton 2 on the same board is told by its sizes")
    func lepton2() {
        let result = find(lepton, [OfferedFormat(pixelFormat: .y16, sizes: sizes((80, 60)))])
        #expect(result.match?.profile.name == "lepton2-tlinear")
        #expect(
            result.refusals == [
                ProfileMatch.Refusal(
                    profile: "lepton3-tlinear", reason: "'Y16 ' is offered at 80x60; needed is 160x122 or 160x120")
            ])
    }

    @Test("a webcam gets none, with a reason for each profile")
    func webcam() {
        var webcam = lepton
        webcam.identity = CameraIdentity(
            usb: USBIdentity(vendor: 0x046d, product: 0x0825), serial: "", interface: 0)
        let result = find(webcam, [OfferedFormat(pixelFormat: .yuyv, sizes: sizes((640, 480), (256, 384)))])
        #expect(result.match == nil)
        #expect(result.refusals.map(\.profile) == ProfileNames.all)
        #expect(result.refusals.first?.reason == "is for USB 1e4e:0100")
        #expect(result.refusals.last?.reason == "used only where camera.profile names it")
    }

    @Test("a profile that is named wins, and says what was offered where it does not fit")
    func named() {
        let offered = [OfferedFormat(pixelFormat: .y16, sizes: sizes((160, 120), (160, 122)))]
        let generic = find(lepton, offered, profile: "generic-y16")
        #expect(generic.match?.profile.name == "generic-y16")
        #expect(generic.match?.wireSize == FrameSize(width: 160, height: 120))
        let current = find(lepton, offered, current: FrameSize(width: 160, height: 122), profile: "generic-y16")
        #expect(current.match?.wireSize == FrameSize(width: 160, height: 122))
        let boson = find(lepton, offered, profile: "boson-tlinear")
        #expect(boson.match == nil)
        #expect(
            boson.refusals.map(\.reason) == ["'Y16 ' is offered at 160x120, 160x122; needed is 640x512 or 320x256"])
        let infiray = find(lepton, offered, profile: "infiray-64")
        #expect(infiray.refusals.map(\.reason) == ["the camera does not offer the format 'YUYV'"])
    }

    @Test("a loopback is matched by format and size once a program feeds it, and has no warm-up")
    func loopback() {
        let node = CameraNode(path: "/dev/video3", driver: CameraNode.loopbackDriver)
        let idle = OfferedFormat(pixelFormat: .y16, sizes: [.range(width: 2...8192, height: 1...8192)])
        #expect(find(node, [idle]).match == nil)
        let fed = find(node, [OfferedFormat(pixelFormat: .y16, sizes: sizes((160, 122)))])
        #expect(fed.match?.profile.name == "lepton3-tlinear")
        #expect(fed.match?.profile.warmUp == .zero && fed.match?.profile.settle == .zero)
        #expect(fed.match?.profile.controls == CameraControls.none)
        #expect(find(node, [idle], profile: "lepton3-tlinear").match?.wireSize == FrameSize(width: 160, height: 122))
        #expect(find(node, [OfferedFormat(pixelFormat: .grey, sizes: sizes((160, 128)))]).match == nil)
    }

    @Test("vivid is taken at its current size where generic-y16 is named, and never by itself")
    func vivid() {
        let node = CameraNode(path: "/dev/video0", driver: CameraNode.vividDriver)
        let offered = [
            OfferedFormat(pixelFormat: .grey, sizes: sizes((320, 180), (640, 360))),
            OfferedFormat(pixelFormat: .y16, sizes: sizes((320, 180), (640, 360), (640, 480))),
        ]
        #expect(find(node, offered).match == nil)
        let match = find(node, offered, current: FrameSize(width: 640, height: 360), profile: "generic-y16").match
        #expect(match?.wireSize == FrameSize(width: 640, height: 360))
        #expect(match?.profile.warmUp == .zero)
        #expect(match?.profile.settle == .seconds(10))
        #expect(find(node, offered, profile: "generic-y16").match?.wireSize == FrameSize(width: 320, height: 180))
    }

    @Test("cameras on I2C are told by their driver; any other camera without a USB identity is not guessed at")
    func drivers() {
        let grid = [OfferedFormat(pixelFormat: .y12, sizes: sizes((8, 8)))]
        #expect(find(CameraNode(path: "/dev/video1", driver: "video-i2c"), grid).match?.profile.name == "amg88xx")
        let unknown = CameraNode(path: "/dev/video1", driver: "bcm2835-unicam")
        let result = find(unknown, [OfferedFormat(pixelFormat: .y16, sizes: sizes((160, 122)))])
        #expect(result.match == nil)
        #expect(
            result.refusals.first?.reason
                == "a camera without a USB identity, and its driver is not known to this profile")
    }
}
