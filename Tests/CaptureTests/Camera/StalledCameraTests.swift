import Capture
import Glibc
import Testing

@Suite("a camera that falls silent")
struct StalledCameraTests {
    /// A rig whose camera gave frames and stopped.
    private func silent() throws -> (rig: CameraRig, camera: ScriptedCamera) {
        let rig = try CameraRig()
        let camera = ScriptedCamera.lepton3()
        camera.runs = true
        rig.machine.plugIn(camera)
        try rig.run(seconds: 2)
        try #require(!rig.headers.isEmpty)
        camera.runs = false
        camera.forgetCalls()
        return (rig, camera)
    }

    @Test("after 3 frame times and 2 s its stream is started again, and the next frame is no gap")
    func restarts() throws {
        let (rig, camera) = try silent()
        let last = try #require(rig.headers.last)
        try rig.run(seconds: 2.2)
        #expect(camera.calls.isEmpty)
        try rig.run(seconds: 0.3)
        #expect(camera.calls == ["stop", "start"])
        #expect(rig.words.last == "camera stalled: no frame came, restarting its stream")
        camera.runs = true
        try rig.run(seconds: 0.1)
        #expect(rig.headers.last?.sequence == last.sequence + 1)
        #expect(rig.headers.last?.formatGeneration == 0)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
    }

    @Test("then it is opened again, then its USB device reset where that is granted, at most once a minute")
    func climbs() throws {
        let (rig, camera) = try silent()
        rig.machine.resetAnswer = .done
        try rig.run(seconds: 2.4)
        #expect(camera.calls == ["stop", "start"])
        camera.forgetCalls()
        try rig.run(seconds: 2.4)
        #expect(camera.calls.prefix(3) == ["stop", "releaseBuffers", "open"])
        #expect(rig.machine.resets.isEmpty)
        try rig.run(seconds: 4)
        #expect(rig.machine.resets.count == 1)
        try rig.run(seconds: 180)
        #expect((3...4).contains(rig.machine.resets.count))
        #expect(rig.notices.allSatisfy { $0 == .usbReset(.done) })
        // From when the remedies had climbed to opening; a camera that was reset is opened a moment later.
        let openings = rig.machine.openings.dropFirst(2)
        let pauses = zip(openings.dropFirst(), openings).map { $0.at - $1.at }
        #expect(pauses.allSatisfy { $0 <= 5_250_000_000 })
        #expect(rig.words.count == 4, "\(rig.words)")
        camera.runs = true
        try rig.run(seconds: 5)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
        #expect((rig.headers.last?.formatGeneration ?? 0) > 0)
        rig.drop()
        #expect(rig.machine.isClean)
    }

    @Test("without the grant the reset is skipped, which is said once")
    func skipsReset() throws {
        let (rig, _) = try silent()
        try rig.run(seconds: 300)
        #expect(rig.machine.resets.count > 1)
        #expect(rig.notices.map(\.words) == ["resetting the camera's USB device is not allowed here: step skipped"])
    }

    @Test("a stream whose every frame is damaged is as silent as one without frames")
    func onlyDamaged() throws {
        let (rig, camera) = try silent()
        camera.runs = true
        camera.damages = true
        try rig.run(seconds: 2.6)
        #expect(camera.calls.contains("start"))
        #expect(rig.losses.count > 10)
        camera.damages = false
        try rig.run(seconds: 5)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
    }

    @Test("a camera whose stream fails whenever it is started does not make the thread spin")
    func failsAtOnce() throws {
        let (rig, camera) = try silent()
        camera.pollsBroken = true
        let before = rig.wakeUps
        #expect(try rig.run(seconds: 600))
        #expect(rig.wakeUps - before < 1_000)
        #expect(rig.machine.misuses.isEmpty)
        camera.pollsBroken = false
        camera.runs = true
        try rig.run(seconds: 6)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
    }

    @Test("a stream that can't be stopped is closed and opened again")
    func cannotStop() throws {
        let (rig, camera) = try silent()
        camera.failures = ["stop": [EIO]]
        try rig.run(seconds: 6)
        camera.runs = true
        try rig.run(seconds: 6)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true)
        #expect(camera.calls.contains("open"))
        rig.drop()
        #expect(rig.machine.openDevices == 0)
        #expect(rig.machine.mappings == 0)
    }

    @Test("a frame that is late, not lost, ends the alarm")
    func lateFrame() throws {
        let (rig, camera) = try silent()
        for _ in 0..<20 {
            try rig.run(seconds: 2.2)
            camera.deliveries = [.buffer(sequence: 1000)]
            try rig.run(seconds: 0.01)
        }
        #expect(camera.calls.isEmpty)
        #expect(rig.losses.isEmpty)
    }
}
