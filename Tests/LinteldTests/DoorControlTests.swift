import CAllocationCount
import Capture
import Control
import Dispatch
import Journal
import Radiometry
import Screening
import Settings
import Simulation
import Testing
import linteld

@Suite("What the control socket is told")
struct DoorControlTests {
    private let scene = Scene.measurement(skin: 35, standing: 6, seed: 3)

    private var settings: Settings {
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        return settings
    }

    @Test("the door's state and the totals of its frames and entries, as the board has them")
    func told() {
        let door = Door(settings)
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        #expect(door.board.state.told(settings, logLinesLost: 0).conditions.camera.code == "opening")
        door.board.change { $0.camera = .streaming(name: "a camera") }
        var frames: UInt64 = 0
        door.show(scene, to: &producer) { _ in frames += 1 }
        producer.lose(.error, count: 2)
        door.stage.queue.sync { door.stage.note(door.rings.account) }
        let told = door.board.state.told(settings, logLinesLost: 7)
        #expect(told.conditions.camera.words == "ready: a camera")
        #expect(told.conditions.reference.code == "tracked")
        #expect(told.conditions.screening.code == "running")
        #expect(told.frames.delivered == frames)
        #expect(told.frames.error == 2 && told.frames.isBalanced)
        #expect(told.lastFrame != nil)
        #expect(told.logLinesLost == 7)
        let counts = door.stage.queue.sync { door.stage.counts }
        #expect(told.entries.admitted + told.entries.referred == 1)
        #expect(told.entries == EntryTotals(admitted: counts.admitted, referred: counts.referred))
    }

    @Test("a stage that is stuck, and a clock that is proven")
    func conditions() {
        var door = DoorState(name: "test")
        #expect(door.told(settings, logLinesLost: 0).conditions.clock.code == "unproven")
        door.isClockSynchronized = true
        door.late = [.capture, .log]
        let conditions = door.told(settings, logLinesLost: 0).conditions
        #expect(conditions.clock.code == "synchronized")
        #expect(conditions.screening.words == "stuck: capture and log missed a deadline")
    }

    @Test("a frame without an event costs no memory, and neither do the totals")
    func allocations() throws {
        try #require(lintel_allocations_counted(), "a sanitizer's allocator does not count")
        let settings = settings
        let door = Door(settings, publisher: try ControlPublisher(DoorState(name: "t").told(settings, logLinesLost: 0)))
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        var before = (entries: 0, scene: door.board.state.scene)
        var quiet = 0
        var (ofFrames, ofTotals): (UInt64, UInt64) = (0, 0)
        door.show(scene, to: &producer) { frame in
            let entries = door.stage.queue.sync { Self.entries(door.stage.counts) }
            let now = (entries: entries, scene: door.board.state.scene)
            defer { before = now }
            // The pipeline makes its buffers in the first frames; a change of the scene's state is a log line.
            guard frame > 20, now == before else { return }
            quiet += 1
            ofFrames += door.allocations
            door.stage.queue.sync {
                let before = lintel_allocations_on_this_thread()
                door.stage.note(door.rings.account)
                ofTotals += lintel_allocations_on_this_thread() - before
            }
        }
        #expect(ofFrames == 0)
        #expect(ofTotals == 0)
        #expect(quiet > 30)
        #expect(door.stage.finish().entries.screenings == 1)
    }

    private static func entries(_ counts: EntryCounts) -> Int { counts.screenings + counts.entering + counts.leaving }

    @Test("a door is called as its runtime directory is, else main")
    func name() {
        #expect(ServiceDirectories(runtime: nil).door == "main")
        #expect(ServiceDirectories(runtime: "").door == "main")
        #expect(ServiceDirectories(runtime: "/").door == "main")
        #expect(ServiceDirectories(runtime: "/run/lintel/main").door == "main")
        #expect(ServiceDirectories(runtime: "/run/lintel/east:/run/other").door == "east")
        #expect(ServiceDirectories(runtime: "/run/lintel/east:/run/other").runtime == "/run/lintel/east")
    }
}
