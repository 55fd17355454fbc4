import Capture
import Glibc
import Testing

@Suite("opening a V4L2 camera")
struct NegotiationTests {
    /// A rig whose camera was plugged in and looked at.
    private func look(
        at camera: ScriptedCamera, device: String = "auto", profile: String = "auto"
    ) throws -> CameraRig {
        let rig = try CameraRig(device: device, profile: profile)
        rig.machine.plugIn(camera)
        try rig.run(seconds: 0.1)
        return rig
    }

    private func refusal(_ rig: CameraRig) -> CaptureError? {
        if case .unusable(let error) = rig.states.last { error } else { nil }
    }

    /// A camera of any size for generic-y16, with what its driver answers.
    private func generic(_ format: VideoFormat) -> ScriptedCamera {
        let camera = ScriptedCamera(
            CameraNode(path: "/dev/video0", driver: "uvcvideo", card: "Generic"),
            [OfferedFormat(pixelFormat: format.pixelFormat, sizes: [.exactly(format.size)])])
        camera.answer = { _, _ in format }
        camera.writesPixels = true
        return camera
    }

    @Test("the size with telemetry is chosen where it is offered, and negotiated in the right order")
    func prefersTelemetry() throws {
        let camera = ScriptedCamera.lepton3()
        let rig = try look(at: camera)
        #expect(camera.current.size == FrameSize(width: 160, height: 122))
        #expect(rig.format?.size == FrameSize(width: 160, height: 120))
        #expect(rig.format?.framesPerSecond == 9)
        #expect(rig.format?.canMeasure == true)
        #expect(camera.calls.suffix(6) == ["requestBuffers", "map", "map", "map", "map", "start"])
        #expect(
            rig.words == [
                "camera opening",
                "camera streaming: PureThermal 3 at /dev/video0, lepton3-tlinear, 160x120 at 9 frames/s",
            ])
    }

    @Test("lines longer than their pixels are honoured", arguments: [320, 322, 384, 4096])
    func paddedLines(bytesPerLine: Int) throws {
        let size = FrameSize(width: 160, height: 12)
        let camera = generic(
            VideoFormat(pixelFormat: .y16, size: size, bytesPerLine: bytesPerLine, imageBytes: bytesPerLine * 12))
        let rig = try look(at: camera, device: "/dev/video0", profile: "generic-y16")
        camera.deliveries = [.buffer(sequence: 5)]
        try rig.dequeue()
        #expect(rig.headers.count == 1)
        let expected = (0..<12).flatMap { (row: UInt16) in (0..<160).map { (column: UInt16) in row * 1000 + column + 5 }
        }
        #expect(rig.pixels == expected)
    }

    @Test("a driver that leaves the length of a line open has no padding")
    func openLines() throws {
        let camera = generic(
            VideoFormat(pixelFormat: .y16, size: FrameSize(width: 8, height: 4), bytesPerLine: 0, imageBytes: 64))
        let rig = try look(at: camera, device: "/dev/video0", profile: "generic-y16")
        camera.deliveries = [.buffer(sequence: 0)]
        try rig.dequeue()
        #expect(rig.headers.count == 1)
    }

    @Test("a driver that answers another format, size, line or image than needed is refused, with what it offers")
    func wrongAnswers() throws {
        let good = ScriptedCamera.tight(.y16, FrameSize(width: 160, height: 122))
        var answers: [VideoFormat] = []
        for change in 0..<5 {
            var answer = good
            switch change {
            case 0: answer.pixelFormat = .yuyv
            case 1: answer.size = FrameSize(width: 160, height: 120)
            case 2: answer.bytesPerLine = 319
            case 3: answer.imageBytes -= 1
            default: answer.imageBytes = 0
            }
            answers.append(answer)
        }
        for answer in answers {
            let camera = ScriptedCamera.lepton3()
            camera.answer = { _, _ in answer }
            let rig = try look(at: camera)
            let error = try #require(refusal(rig), "\(answer)")
            #expect(error.cause.contains("asked for 'Y16 ' 160x122"))
            #expect(error.cause.contains("it offers 'YUYV' 160x120; 'Y16 ' 160x120, 160x122"))
            #expect(rig.format == nil)
            #expect(rig.machine.isClean)
        }
    }

    @Test("a node that does not capture or stream is refused when it is named, and passed over under auto")
    func noCamera() throws {
        for (captures, streams, words) in [(false, true, "does not capture"), (true, false, "does not stream")] {
            let camera = ScriptedCamera.lepton3()
            camera.capabilities.captures = captures
            camera.capabilities.streams = streams
            let rig = try look(at: camera, device: "/dev/video0")
            #expect(refusal(rig)?.cause.contains(words) == true)
            camera.node.identity = nil
            let automatic = try look(at: camera)
            #expect(automatic.words == ["camera absent: camera.device \"auto\": no camera with a profile is connected"])
        }
    }

    @Test("a camera whose formats no profile takes says what it offers and why each profile was refused")
    func unsupportedFormat() throws {
        let camera = ScriptedCamera.lepton3()
        camera.formats = [OfferedFormat(pixelFormat: .grey, sizes: [.exactly(FrameSize(width: 160, height: 120))])]
        let rig = try look(at: camera)
        let error = try #require(refusal(rig))
        #expect(error.what.contains("/dev/video0"))
        #expect(error.cause.contains("'GREY' 160x120"))
        #expect(error.cause.contains("lepton3-tlinear: the camera does not offer the format 'Y16 '"))
        #expect(rig.machine.isClean)
    }

    @Test("too few buffers and buffers that are too short are refused")
    func badBuffers() throws {
        for limit in [0, 1] {
            let camera = ScriptedCamera.lepton3()
            camera.bufferLimit = limit
            let rig = try look(at: camera)
            #expect(rig.words.last?.contains("the driver made \(limit) buffers") == true)
            #expect(rig.machine.isClean)
        }
        let camera = ScriptedCamera.lepton3()
        camera.bufferBytes = 39_039
        let rig = try look(at: camera)
        #expect(refusal(rig)?.cause == "a buffer holds 39039 bytes, a frame needs 39040")
        #expect(rig.machine.isClean)
    }

    @Test("two buffers are enough")
    func twoBuffers() throws {
        let camera = ScriptedCamera.lepton3()
        camera.bufferLimit = 2
        camera.runs = true
        let rig = try look(at: camera)
        try rig.run(seconds: 2)
        #expect(rig.headers.count > 10)
        #expect(rig.machine.misuses.isEmpty)
    }

    @Test(
        "a busy camera is named busy and opened once it is free", arguments: ["setFormat", "requestBuffers", "start"])
    func busy(call: String) throws {
        let camera = ScriptedCamera.lepton3()
        camera.runs = true
        camera.failures = [call: [Int32](repeating: EBUSY, count: 4)]
        let rig = try look(at: camera)
        #expect(rig.words.last?.contains("another program uses the camera") == true)
        try rig.run(seconds: 10)
        #expect(rig.states.filter { $0.words.contains("another program") }.count == 1)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
        #expect(!rig.headers.isEmpty)
        rig.drop()
        #expect(rig.machine.isClean)
    }

    @Test("a node that may not be opened is named with what to do")
    func forbidden() throws {
        let rig = try CameraRig(device: "/dev/video0")
        rig.machine.plugIn(.lepton3())
        rig.machine.openFailures["/dev/video0"] = EACCES
        try rig.run(seconds: 1)
        #expect(refusal(rig)?.remedy.contains("group video") == true)
        // udev gives the permissions a moment after the node came.
        rig.machine.openFailures = [:]
        try rig.run(seconds: 5)
        #expect(rig.format != nil)
    }

    @Test("a loopback device that nothing feeds yet is waited for")
    func unfed() throws {
        let camera = generic(ScriptedCamera.tight(.y16, FrameSize(width: 160, height: 120)))
        let formats = camera.formats
        camera.formats = []
        let rig = try look(at: camera, device: "/dev/video0", profile: "generic-y16")
        #expect(rig.words == ["camera absent: /dev/video0: it has no format: nothing feeds it yet"])
        camera.formats = formats
        // v4l2loopback then lists formats, but sets none.
        camera.node.driver = CameraNode.loopbackDriver
        camera.failures = ["setFormat": [EBUSY, EBUSY]]
        try rig.run(seconds: 1)
        #expect(camera.calls.contains("setFormat"))
        #expect(rig.words.last == "camera absent: /dev/video0: it has no format: nothing feeds it yet")
        try rig.run(seconds: 10)
        #expect(rig.format?.size == FrameSize(width: 160, height: 120))
    }

    @Test("whichever system call fails, with whatever error, everything is given back and the camera comes in the end")
    func everyCallFails() throws {
        let healthy = ScriptedCamera.lepton3()
        let calls = { () throws -> Int in
            _ = try look(at: healthy)
            return healthy.callCount
        }
        for failing in 0..<(try calls()) {
            for code in [EIO, ENODEV, EBUSY, EACCES, EINVAL, ENOMEM, ENOTTY] {
                let camera = ScriptedCamera.lepton3()
                camera.failures = ["*": [Int32](repeating: 0, count: failing) + [code]]
                camera.runs = true
                let rig = try look(at: camera)
                try rig.run(seconds: 10)
                #expect(!rig.headers.isEmpty, "call \(failing), errno \(code): \(rig.words)")
                rig.drop()
                #expect(rig.machine.isClean, "call \(failing), errno \(code): \(rig.machine.misuses)")
            }
        }
    }

    @Test("a driver without a frame rate gets one", arguments: [nil, VideoInterval(numerator: 0, denominator: 0)])
    func noRate(interval: VideoInterval?) throws {
        let camera = ScriptedCamera.lepton3()
        camera.interval = interval
        let rig = try look(at: camera)
        #expect(rig.format?.framesPerSecond == 9)
    }
}
