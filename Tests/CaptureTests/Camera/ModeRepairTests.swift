import Capture
import Glibc
import Testing

@Suite("a camera's mode")
struct ModeRepairTests {
    private func open(_ camera: ScriptedCamera) throws -> CameraRig {
        let rig = try CameraRig()
        camera.runs = true
        rig.machine.plugIn(camera)
        try rig.run(seconds: 1)
        return rig
    }

    @Test("TLinear that is off is switched on, and that is said")
    func tlinearOff() throws {
        let camera = ScriptedCamera.lepton3()
        camera.controls[[21, 18]] = [0, 0, 0, 0]
        let rig = try open(camera)
        #expect(camera.controls[[21, 18]] == [1, 0, 0, 0])
        #expect(rig.notices.map(\.words) == ["camera was in raw mode: TLinear switched on"])
    }

    @Test("counts of 0.1 K are made 0.01 K, and that is said")
    func coarse() throws {
        let camera = ScriptedCamera.lepton3()
        camera.controls[[21, 19]] = [0, 0, 0, 0]
        let rig = try open(camera)
        #expect(camera.controls[[21, 19]] == [1, 0, 0, 0])
        #expect(rig.notices == [.resolutionRefined])
    }

    @Test("a mode that is right is left alone")
    func right() throws {
        let camera = ScriptedCamera.lepton3()
        let rig = try open(camera)
        #expect(rig.notices.isEmpty)
        #expect(!camera.calls.contains("writeControl"))
    }

    @Test("a camera whose controls fail streams all the same")
    func controlsFail() throws {
        let camera = ScriptedCamera.lepton3()
        camera.controls = [:]
        let rig = try open(camera)
        #expect(rig.notices.count == 2)
        #expect(rig.notices.allSatisfy { $0.words.contains("failed: No such file") })
        #expect(!rig.headers.isEmpty)
    }

    @Test("the mode is looked at again whenever the camera is opened again")
    func again() throws {
        let camera = ScriptedCamera.lepton3()
        let rig = try open(camera)
        rig.machine.unplug(camera)
        try rig.run(seconds: 1)
        camera.controls[[21, 18]] = [0, 0, 0, 0]
        rig.machine.plugIn(camera)
        try rig.run(seconds: 1)
        #expect(rig.notices == [.tlinearSwitchedOn])
    }

    @Test("a flat-field correction that is wished for runs once, at the next wake")
    func flatField() throws {
        let camera = ScriptedCamera.lepton3()
        let rig = try open(camera)
        #expect(camera.controls[[6, 17]] == [0])
        rig.commands.requestFlatFieldCorrection()
        rig.commands.requestFlatFieldCorrection()
        try rig.dequeue()
        #expect(camera.controls[[6, 17]] == [1])
        try rig.run(seconds: 1)
        #expect(rig.notices == [.flatFieldCorrectionStarted])
    }

    @Test("a camera without the control says so; without a camera the wish is dropped")
    func noControl() throws {
        let rig = try CameraRig()
        rig.commands.requestFlatFieldCorrection()
        try rig.run(seconds: 1)
        #expect(rig.notices.isEmpty)
        let camera = ScriptedCamera.lepton3()
        camera.node.identity = nil
        camera.node.driver = CameraNode.vividDriver
        camera.runs = true
        rig.machine.plugIn(camera)
        try rig.run(seconds: 1)
        #expect(!rig.headers.isEmpty)
        #expect(rig.format?.warmUp == .zero)
        rig.commands.requestFlatFieldCorrection()
        try rig.dequeue()
        #expect(rig.notices == [.noFlatFieldControl])
    }
}
