import Capture
import Glibc
import Testing

@Suite("a live camera that comes and goes")
struct LiveCameraTests {
    private let absent = "camera absent: camera.device \"auto\": no camera with a profile is connected"

    /// A rig with a camera that gives frames.
    private func running(
        _ camera: ScriptedCamera = .lepton3(), device: String = "auto"
    ) throws -> (rig: CameraRig, camera: ScriptedCamera) {
        let rig = try CameraRig(device: device)
        camera.runs = true
        rig.machine.plugIn(camera)
        try rig.run(seconds: 2)
        try #require(!rig.headers.isEmpty)
        return (rig, camera)
    }

    @Test("a camera that is absent at the start is waited for; that is said once, and its coming is found at once")
    func absentAtStart() throws {
        let rig = try CameraRig()
        #expect(rig.format == nil)
        try rig.run(seconds: 3_600)
        #expect(rig.words == [absent])
        #expect(rig.wakeUps < 800)
        let camera = ScriptedCamera.lepton3()
        camera.runs = true
        rig.machine.plugIn(camera)
        let plugged = rig.machine.clock
        try rig.run(seconds: 0.3)
        #expect(rig.headers.first.map { $0.timestamp - plugged < 260_000_000 } == true)
        #expect(rig.formats.count == 1)
        #expect(rig.headers.first?.formatGeneration == 0)
    }

    @Test("a camera whose coming nobody tells of is found within 5 s")
    func noHotplug() throws {
        let rig = try CameraRig()
        try rig.run(seconds: 100)
        let camera = ScriptedCamera.lepton3()
        camera.runs = true
        rig.machine.plugIn(camera, hotplug: false)
        let plugged = rig.machine.clock
        try rig.run(seconds: 6)
        #expect(rig.headers.first.map { $0.timestamp - plugged <= 5_000_000_000 } == true)
    }

    @Test(
        "unplugged and plugged in again under another number it is found by what it is; the account goes on",
        arguments: ["auto", "1e4e:0100:8003:0"])
    func replug(device: String) throws {
        let (rig, camera) = try running(device: device)
        let before = rig.headers.count
        rig.machine.unplug(camera)
        try rig.run(seconds: 60)
        #expect(rig.headers.count == before)
        #expect(rig.machine.isClean)
        // Something else takes its number meanwhile.
        rig.machine.plugIn(.webcam(number: 0))
        let returned = ScriptedCamera.lepton3(number: 3)
        returned.runs = true
        rig.machine.plugIn(returned)
        let plugged = rig.machine.clock
        try rig.run(seconds: 5)
        let after = rig.headers.dropFirst(before)
        #expect(after.first.map { $0.timestamp - plugged < 5_000_000_000 } == true)
        #expect(after.allSatisfy { $0.formatGeneration == 1 })
        #expect(rig.headers.map(\.sequence) == Array(0..<UInt64(rig.headers.count)))
        #expect(rig.formats.count == 1, "an equal format is not told again")
        #expect(!rig.machine.openings.contains { $0.path == "/dev/video0" && $0.at >= plugged })
        #expect(
            rig.words.suffix(3).map { String($0.prefix(16)) } == [
                "camera absent: c", "camera opening", "camera streaming",
            ])
        rig.drop()
        #expect(rig.machine.isClean)
    }

    @Test("another camera with another format is told before its first frame")
    func otherFormat() throws {
        let (rig, camera) = try running()
        rig.machine.unplug(camera)
        try rig.run(seconds: 1)
        let other = ScriptedCamera.lepton2(number: 1)
        other.runs = true
        rig.machine.plugIn(other)
        try rig.run(seconds: 1)
        #expect(rig.formats.map(\.size) == [FrameSize(width: 160, height: 120), FrameSize(width: 80, height: 60)])
        #expect(rig.pixels.count == 4_800)
        #expect(rig.headers.last?.formatGeneration == 1)
        #expect(rig.headers.map(\.sequence) == Array(0..<UInt64(rig.headers.count)))
    }

    @Test("a loop that missed the change of format is told again and loses no buffer")
    func missedFormat() throws {
        let rig = try CameraRig()
        let camera = ScriptedCamera.lepton3()
        rig.machine.plugIn(camera)
        try rig.run(seconds: 0.05)
        rig.forgetPixels()
        camera.deliveries = [.buffer(sequence: 0)]
        guard case .formatChanged = try rig.dequeue() else {
            Issue.record("a frame was taken for a ring of the wrong size")
            return
        }
        try rig.dequeue()
        #expect(rig.headers.count == 1)
    }

    @Test("the moment of power-up is the same though the kernel rounds it; after a replug it is another")
    func poweredSince() throws {
        let camera = ScriptedCamera.lepton3(connectedSince: 500_000_000)
        let (rig, _) = try running(camera)
        camera.deliveries = [.failure(ENODEV)]
        camera.node.connectedSince = 501_000_000
        try rig.run(seconds: 2)
        #expect(rig.formats.count == 1)
        #expect(rig.headers.last?.formatGeneration == 1)
        camera.deliveries = [.failure(ENODEV)]
        camera.node.connectedSince = rig.machine.clock
        try rig.run(seconds: 2)
        #expect(rig.formats.count == 2)
        #expect(rig.formats.last?.poweredSince == camera.node.connectedSince)
    }

    @Test("where nothing tells of the camera's power-up, it is taken for powered since it was first looked for")
    func poweredSinceStart() throws {
        let rig = try CameraRig()
        let start = rig.machine.clock
        try rig.run(seconds: 60)
        rig.machine.plugIn(ScriptedCamera.lepton3())
        try rig.run(seconds: 6)
        #expect(rig.formats.map(\.poweredSince) == [start])
        #expect(rig.formats.first.map { $0.warmUp > .zero } == true)
    }

    @Test("several cameras that fit are unusable, named with what tells them apart; with one left it streams")
    func several() throws {
        let rig = try CameraRig()
        let first = ScriptedCamera.lepton3()
        first.runs = true
        let second = ScriptedCamera.lepton3(number: 2, serial: "9001")
        rig.machine.plugIn(first)
        rig.machine.plugIn(second)
        rig.machine.plugIn(.webcam(number: 1))
        try rig.run(seconds: 60)
        #expect(rig.states.count == 1)
        guard case .unusable(let error) = rig.states.last else {
            Issue.record("\(rig.words)")
            return
        }
        #expect(
            error.cause.hasPrefix("2 cameras fit: 1e4e:0100:8003:0 (PureThermal 3 at /dev/video0), 1e4e:0100:9001:0"))
        #expect(rig.machine.isClean)
        #expect(!rig.machine.openings.contains { $0.path == "/dev/video1" }, "a webcam was opened")
        rig.machine.unplug(second)
        try rig.run(seconds: 1)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
    }

    @Test("a named path is used whatever else is there")
    func path() throws {
        let rig = try CameraRig(device: "/dev/video2")
        rig.machine.plugIn(.lepton3())
        rig.machine.plugIn(.lepton3(number: 2, serial: "9001"))
        try rig.run(seconds: 1)
        #expect(rig.words.last?.contains("at /dev/video2") == true)
        let missing = try CameraRig(device: "/dev/video7")
        missing.machine.plugIn(.lepton3())
        try missing.run(seconds: 60)
        #expect(missing.words == ["camera absent: /dev/video7: there is no such device"])
    }

    @Test("letting a live camera go gives everything back")
    func teardown() throws {
        let (rig, camera) = try running()
        camera.forgetCalls()
        rig.drop()
        #expect(camera.calls == ["stop", "releaseBuffers"])
        #expect(rig.machine.isClean)
    }
}
