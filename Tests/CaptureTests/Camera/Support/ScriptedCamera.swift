import Capture
import Glibc

/// A camera of a script: what it is, what it offers, and what happens when it is used. Plugged into a `ScriptedMachine`.
final class ScriptedCamera {
    /// What the next dequeued buffers are.
    enum Delivery {
        /// A buffer that the driver filled; what is `nil` is as it should be.
        case buffer(
            sequence: UInt32, bytes: Int? = nil, damaged: Bool = false, index: Int? = nil, timestamp: Int64?? = nil)
        case failure(Int32)
    }

    var node: CameraNode
    var capabilities = VideoCapabilities(driver: "uvcvideo", card: "Scripted", captures: true, streams: true)
    var formats: [OfferedFormat]
    var current: VideoFormat
    /// What the driver makes of a format that is asked for.
    var answer: (PixelFormat, FrameSize) -> VideoFormat
    var interval: VideoInterval? = VideoInterval(numerator: 1, denominator: 9)
    /// Buffers that are made of those asked for.
    var bufferLimit = 32
    /// Bytes of a buffer; `nil` for those of an image.
    var bufferBytes: Int?
    /// The values of extension unit controls, by unit and selector.
    var controls: [[UInt8]: [UInt8]] = [:]
    /// Errors that the next calls of a name fail with, one each; the name "*" is for every call.
    var failures: [String: [Int32]] = [:]
    var deliveries: [Delivery] = []
    /// Whether the device polls as broken (POLLERR) although no call fails.
    var pollsBroken = false
    var pollsHungUp = false
    /// The node is unplugged: every call fails with ENODEV, for devices that are open too.
    var isGone = false
    /// Whether buffers are filled with counts that tell their place.
    var writesPixels = false
    /// Gives a good frame whenever asked, numbered from 0 at each start of the stream.
    var runs = false
    /// Whether those frames are damaged.
    var damages = false

    /// What was called, in order, without the dequeuing.
    private(set) var calls: [String] = []
    private(set) var callCount = 0
    /// Calls that the script answered, with an error or a buffer.
    var oddAnswers = 0

    init(_ node: CameraNode, _ formats: [OfferedFormat]) {
        self.node = node
        self.formats = formats
        answer = { format, size in ScriptedCamera.tight(format, size) }
        current = ScriptedCamera.tight(.yuyv, FrameSize(width: 640, height: 480))
    }

    /// A format without padding.
    static func tight(_ format: PixelFormat, _ size: FrameSize) -> VideoFormat {
        let bytes = format == .grey ? 1 : 2
        return VideoFormat(
            pixelFormat: format, size: size, bytesPerLine: size.width * bytes,
            imageBytes: size.pixelCount * bytes)
    }

    /// Writes down a call; throws what the script has for it.
    func called(_ name: String) throws(SystemErrno) {
        callCount += 1
        if name != "dequeue", name != "queue" { calls.append(name) }
        if isGone { throw SystemErrno(code: ENODEV) }
        for key in [name, "*"] {
            guard var waiting = failures[key], !waiting.isEmpty else { continue }
            let code = waiting.removeFirst()
            failures[key] = waiting
            if code == 0 { continue }
            oddAnswers += 1
            throw SystemErrno(code: code)
        }
    }

    func forgetCalls() {
        calls = []
    }
}

/// Cameras for scripts.
extension ScriptedCamera {
    static let leptonIdentity = CameraIdentity(
        usb: USBIdentity(vendor: 0x1e4e, product: 0x0100), serial: "8003", interface: 0)

    /// A Lepton 3.5 on PureThermal whose TLinear is on.
    static func lepton3(number: Int = 0, serial: String = "8003", connectedSince: Int64? = nil) -> ScriptedCamera {
        let camera = ScriptedCamera(
            CameraNode(
                path: "/dev/video\(number)", driver: "uvcvideo", card: "PureThermal 3", bus: "usb 1-2",
                identity: CameraIdentity(usb: leptonIdentity.usb, serial: serial, interface: 0),
                connectedSince: connectedSince),
            [
                OfferedFormat(
                    pixelFormat: .yuyv, sizes: [.exactly(FrameSize(width: 160, height: 120))]),
                OfferedFormat(
                    pixelFormat: .y16,
                    sizes: [
                        .exactly(FrameSize(width: 160, height: 120)), .exactly(FrameSize(width: 160, height: 122)),
                    ]),
            ])
        camera.controls = [[21, 18]: [1, 0, 0, 0], [21, 19]: [1, 0, 0, 0], [6, 17]: [0]]
        return camera
    }

    /// A Lepton 2.5 on PureThermal.
    static func lepton2(number: Int = 0) -> ScriptedCamera {
        let camera = lepton3(number: number)
        camera.formats = [
            OfferedFormat(pixelFormat: .y16, sizes: [.exactly(FrameSize(width: 80, height: 60))])
        ]
        return camera
    }

    /// A webcam, which no profile is for.
    static func webcam(number: Int) -> ScriptedCamera {
        ScriptedCamera(
            CameraNode(
                path: "/dev/video\(number)", driver: "uvcvideo", card: "Webcam",
                identity: CameraIdentity(usb: USBIdentity(vendor: 0x046d, product: 0x0825), serial: "", interface: 0)),
            [OfferedFormat(pixelFormat: .yuyv, sizes: [.exactly(FrameSize(width: 640, height: 480))])])
    }
}
