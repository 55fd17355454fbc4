import Capture
import Settings
import Testing

@Suite("The list of cameras")
struct CameraListingTests {
    private func offered(_ format: PixelFormat, _ sizes: (Int, Int)...) -> OfferedFormat {
        OfferedFormat(pixelFormat: format, sizes: sizes.map { .exactly(FrameSize(width: $0.0, height: $0.1)) })
    }

    private func listing(_ tree: FakeTree, _ offers: [String: [OfferedFormat]]) -> CameraListing {
        CameraListing(
            CameraList.nodes(root: tree.root).map { node in
                guard let formats = offers[node.path] else {
                    let error = CaptureError(
                        what: node.path, cause: "Permission denied", remedy: "Run as root or join the group video.")
                    return CameraListing.Entry(node: node, answer: .failure(error))
                }
                let result = ProfileMatch.find(for: node, offered: formats, settings: CameraSettings())
                return CameraListing.Entry(
                    node: node, answer: .success(CameraListing.Answer(formats: formats, result: result)))
            })
    }

    @Test("a camera with a profile, a webcam and one that may not be opened")
    func three() throws {
        let tree = try FakeTree()
        try tree.addUSB(
            video: 0, port: "1-2", vendor: "1e4e", product: "0100", serial: "8003002c-5113", card: "PureThermal")
        try tree.addUSB(video: 2, port: "1-3", vendor: "046d", product: "0825", serial: nil, card: "Webcam C270")
        try tree.addVivid(video: 4)
        let listing = listing(
            tree,
            [
                "/dev/video0": [offered(.yuyv, (80, 60)), offered(.y16, (80, 60), (80, 63))],
                "/dev/video2": [
                    offered(PixelFormat(code: 0x4750_4A4D), (640, 480)), offered(.yuyv, (640, 480), (1280, 720)),
                ],
            ])
        #expect(
            listing.text == """
                /dev/video0  PureThermal
                  camera.device  "1e4e:0100:8003002c-5113:0"
                  driver         uvcvideo, usb 1-2
                  formats        'YUYV' 80x60
                                 'Y16 ' 80x60, 80x63
                  profile        lepton2-tlinear, 'Y16 ' 80x63: FLIR Lepton 2.x (2.5 measures) on PureThermal
                                 never tried on hardware
                  not            lepton3-tlinear: 'Y16 ' is offered at 80x60, 80x63; needed is 160x122 or 160x120

                /dev/video2  Webcam C270
                  camera.device  "046d:0825::0"
                  driver         uvcvideo, usb 1-3
                  formats        'YUYV' 640x480, 1280x720
                                 no profile takes: 'MJPG'
                  profile        none
                  not            lepton3-tlinear: is for USB 1e4e:0100
                                 lepton2-tlinear: is for USB 1e4e:0100
                                 infiray-64: is for USB 0bda:5830
                                 boson-tlinear: is for USB 09cb:4007
                                 amg88xx: not for USB cameras
                                 generic-y16: used only where camera.profile names it
                                 generic-yuyv-split: used only where camera.profile names it
                                 loopback-8bit: used only where camera.profile names it

                /dev/video4  vivid-000-vid-cap
                  camera.device  "/dev/video4"
                  driver         vivid, platform vivid.0
                  formats        can't be asked: Permission denied
                                 Run as root or join the group video.

                camera.device = "auto" takes /dev/video0.
                """)
    }

    @Test("what auto can't choose between is said")
    func automatic() throws {
        let tree = try FakeTree()
        try tree.addLoopback(video: 0)
        try tree.addLoopback(video: 1)
        let format = [offered(.y16, (160, 122))]
        #expect(
            listing(tree, ["/dev/video0": format, "/dev/video1": format]).text.hasSuffix(
                "camera.device = \"auto\" can't choose between /dev/video0 and /dev/video1: name one of them."))
        #expect(
            listing(tree, ["/dev/video0": format, "/dev/video1": []]).text.hasSuffix(
                "camera.device = \"auto\" takes /dev/video0."))
        #expect(listing(tree, [:]).text.hasSuffix("camera.device = \"auto\" finds no camera here: no profile fits."))
    }
}
