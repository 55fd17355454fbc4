import Capture
import Dispatch
import Journal
import Radiometry
import Screening
import Settings
import Simulation
import Testing
import linteld

@Suite("The screening stage")
struct ScreeningStageTests {
    private let scene = Scene.measurement(skin: 35, standing: 6, seed: 3)

    private static func settings(_ scene: Scene) -> Settings {
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        return settings
    }

    private static func format(_ scene: Scene) -> FrameFormat { CameraSimulator(scene: scene).format }

    /// The first frame of a scene at which somebody is in this state.
    private static func frame(of scene: Scene, _ settings: Settings, when state: PersonPhase) -> Int? {
        let pipeline = ScreeningPipeline(format: format(scene), settings: settings)
        var simulator = CameraSimulator(scene: scene)
        var pixels = [UInt16](repeating: 0, count: simulator.format.size.pixelCount)
        var frame = 0
        while let header = simulator.render(into: &pixels) {
            pipeline.process(header, pixels.span) { _ in }
            if pipeline.scene.people.contains(where: { $0.state == state }) { return frame }
            frame += 1
        }
        return nil
    }

    @Test("another camera gets a pipeline of its own; counts and account go on")
    func twoCameras() {
        var other = SensorSettings()
        other.size = FrameSize(width: 80, height: 60)
        let second = Scene.measurement(skin: 35, standing: 6, seed: 3, sensor: other)
        let door = Door(Self.settings(scene))
        var producer = door.rings.attach(Self.format(scene))
        var frames = 0
        door.show(scene, to: &producer) { _ in frames += 1 }
        producer.lose(.error, count: 2)
        producer = door.rings.attach(Self.format(second))
        producer.lose(.short)
        door.show(second, to: &producer) { _ in frames += 1 }
        let account = door.stage.queue.sync { door.rings.account }
        let result = door.stage.finish()
        #expect(result.frames == frames)
        #expect(account.delivered == UInt64(frames))
        #expect(account.error == 2)
        #expect(account.short == 1)
        #expect(account.isBalanced)
        #expect(result.people == 2)
        #expect(result.entries.screenings == 2)
    }

    @Test("whoever presents when the frames stop is undecided two seconds later, without a further frame")
    func framesStop() throws {
        // A reference body that is never found keeps everybody from being measured.
        var settings = Self.settings(scene)
        settings.reference.temperature = 45
        let presenting = try #require(Self.frame(of: scene, settings, when: .presenting))
        let door = Door(settings)
        var producer = door.rings.attach(Self.format(scene))
        door.show(scene, to: &producer, end: presenting + 1)
        door.wait(seconds: 1)
        #expect(door.stage.queue.sync { door.stage.counts.screenings } == 0)
        door.wait(seconds: 3)
        #expect(door.stage.queue.sync { door.stage.counts.undecidedTotal } == 1)
        #expect(door.stage.finish().entries.screenings == 1)
    }

    @Test("whoever presents when another camera comes has one outcome, by the camera of before")
    func cameraChanges() throws {
        let measuring = try #require(Self.frame(of: scene, Self.settings(scene), when: .measuring))
        let door = Door(Self.settings(scene))
        var producer = door.rings.attach(Self.format(scene))
        door.show(scene, to: &producer, end: measuring + 1)
        producer = door.rings.attach(Self.format(scene))
        #expect(door.stage.queue.sync { door.stage.counts.screenings } == 1)
        #expect(door.stage.finish().entries.screenings == 1)
        _ = consume producer
    }

    @Test("frames that go on are never taken for frames that stopped")
    func framesGoOn() {
        let door = Door(Self.settings(scene))
        var producer = door.rings.attach(Self.format(scene))
        door.show(scene, to: &producer) { _ in door.stage.queue.sync { door.stage.lookAtClock() } }
        let result = door.stage.finish()
        #expect(result.entries.normal == 1)
        #expect(result.entries.undecidedTotal == 0)
    }

    @Test("whoever is being measured when the thresholds change is judged by the old ones, then anew by the new ones")
    func reload() throws {
        let measuring = try #require(Self.frame(of: scene, Self.settings(scene), when: .measuring))
        let door = Door(Self.settings(scene))
        var producer = door.rings.attach(Self.format(scene))
        var strict = Self.settings(scene)
        strict.screening.elevatedSkin = 33
        strict.journal.entries = .lines
        door.show(scene, to: &producer) { frame in
            if frame == measuring { door.stage.apply(strict) }
        }
        let result = door.stage.finish()
        #expect(result.entries.undecidedTotal + result.entries.normal == 1)
        #expect(result.entries.elevated == 1)
    }

    @Test("a change of the journal alone disturbs nobody")
    func reloadOfJournal() throws {
        let measuring = try #require(Self.frame(of: scene, Self.settings(scene), when: .measuring))
        let door = Door(Self.settings(scene))
        var producer = door.rings.attach(Self.format(scene))
        var other = Self.settings(scene)
        other.journal.entries = .lines
        door.show(scene, to: &producer) { frame in
            if frame == measuring { door.stage.apply(other) }
        }
        let result = door.stage.finish()
        #expect(result.entries.normal == 1)
        #expect(result.entries.screenings == 1)
    }

    @Test("a flat-field correction is asked for every two and a half minutes of an empty doorway that is seen")
    func corrections() {
        let door = Door(Settings())
        var producer = door.rings.attach(Self.format(scene))
        door.stage.queue.sync {}
        var asked: [Int] = []
        door.showNobody(seconds: 400, to: &producer) { second in
            if door.commands.takeFlatFieldCorrection() { asked.append(second) }
        }
        #expect(asked.count == 2)
        #expect(zip(asked, [150, 300]).allSatisfy { abs($0 - $1) < 10 }, "\(asked)")
        door.wait(seconds: 600)
        #expect(!door.commands.takeFlatFieldCorrection(), "a camera that gives no frames was asked")
    }

    @Test("the state in words follows camera, reference body and what is stuck")
    func words() {
        var door = DoorState(name: "camera Lepton 3.5")
        #expect(door.words == "waiting: camera opening")
        door.camera = .absent(why: "it is not connected")
        #expect(door.words == "waiting: camera absent: it is not connected")
        door.camera = .streaming(name: "Lepton 3.5")
        #expect(door.words == "waiting: camera Lepton 3.5, no frame yet")
        door.scene = DoorState.Scene(reference: .tracked, camera: .settling, needsReference: true)
        #expect(door.words == "camera settling")
        door.scene = DoorState.Scene(reference: .tracked, camera: .ready, needsReference: true)
        #expect(door.words == "screening: camera Lepton 3.5, reference tracked")
        door.scene = DoorState.Scene(reference: .lost, camera: .ready, needsReference: true)
        #expect(door.words == "screening paused: reference lost")
        door.scene = DoorState.Scene(reference: .lost, camera: .ready, needsReference: false)
        #expect(door.words == "screening: camera Lepton 3.5, reference lost")
        door.journalSilent = 12
        #expect(door.words == "screening: camera Lepton 3.5, reference lost; journal not answering, 12 lines dropped")
        door.late = [.capture, .log]
        #expect(door.words.hasPrefix("stuck: capture and log missed"))
    }
}
