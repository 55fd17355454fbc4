import CAllocationCount
import Capture
import Control
import Dispatch
import RecordsFixture
import Screening
import Settings
import Simulation
import Testing
import linteld

@Suite("An entry of somebody who agreed")
struct EntryRecordingTests {
    private let scene = Scene.measurement(skin: 35, standing: 6, seed: 3)
    private let place: RecordsPlace
    private let lines = LogLines()

    init() throws { place = try RecordsPlace() }

    private func settings(_ scene: Scene) -> Settings {
        var settings = Settings.consentedDoor
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        settings.journal.entries = .lines
        return settings
    }

    private func door(_ scene: Scene) throws -> (door: Door, records: DoorRecords) {
        let door = Door(settings(scene), place: place, lines: lines)
        let records = try #require(door.records)
        records.openNow()
        return (door, records)
    }

    /// Shows a scene to its end, and the 12 s after it.
    private func show(_ scene: Scene, _ door: Door, _ each: (Int) -> Void = { _ in }) {
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        door.stage.queue.sync {}
        door.show(scene, to: &producer) { frame in
            door.records?.catchUp()
            each(frame)
        }
        for _ in 0..<12 {
            door.wait(seconds: 1)
            door.records?.catchUp()
        }
    }

    @Test("holds exactly what each consent covers, and dies with it")
    func whole() throws {
        let (door, records) = try door(scene)
        let code = try records.grant()
        #expect(records.failure(.present(code: code)) == nil)
        show(scene, door)
        let entries = try records.entries(code)
        #expect(entries.map(\.purpose).sorted() == ["entry_log", "fever_outcome"])
        let history = try #require(entries.first { $0.purpose == "entry_log" })
        #expect(history.gate == "main" && history.direction == .inwards && history.outcome == nil)
        #expect(abs((history.time ?? 0) - RecordsPlace.start) < 60_000)
        let outcome = try #require(entries.first { $0.purpose == "fever_outcome" })
        #expect(outcome.outcome == .admitted && outcome.gate == nil && outcome.direction == nil)
        place.pass(seconds: 15 * 86_400)
        #expect(try records.entries(code).isEmpty)
        #expect(lines.with("purged: ").count == 1, "\(lines.all)")
        #expect(lines.with(code).isEmpty && lines.all.allSatisfy { !$0.contains(history.id) })
    }

    @Test("who agreed to the history alone has no outcome anywhere")
    func historyAlone() throws {
        let (door, records) = try door(scene)
        let code = try records.grant(["entry_log"])
        _ = records.ask(.present(code: code))
        show(scene, door)
        let entries = try records.entries(code)
        #expect(entries.count == 1 && entries[0].purpose == "entry_log" && entries[0].outcome == nil)
    }

    @Test("a person who is undecided counts as referred")
    func undecided() throws {
        let scene = try #require(
            (1...40 as ClosedRange<UInt64>).lazy.map { Scene(.referenceHidden, seed: $0) }.first(
                where: isUndecidedAlone))
        let (door, records) = try door(scene)
        let code = try records.grant(["fever_outcome"])
        _ = records.ask(.present(code: code))
        show(scene, door)
        #expect(door.stage.queue.sync { door.stage.counts.undecidedTotal } == 1)
        #expect(try records.entries(code).map(\.outcome) == [.referred])
    }

    private func isUndecidedAlone(_ scene: Scene) -> Bool {
        var simulator = CameraSimulator(scene: scene)
        let pipeline = ScreeningPipeline(format: simulator.format, settings: settings(scene))
        var pixels = [UInt16](repeating: 0, count: simulator.format.size.pixelCount)
        var found: [Screening] = []
        while let header = simulator.render(into: &pixels) {
            pipeline.process(header, pixels.span) { if case .screening(let screening) = $0 { found.append(screening) } }
        }
        return found.count == 1 && found[0].outcome == .undecided && found[0].wasAlone
    }

    @Test("without a consent presented nothing is written")
    func nobodyPresents() throws {
        let (door, records) = try door(scene)
        let code = try records.grant()
        show(scene, door)
        #expect(try records.entries(code).isEmpty)
        #expect(try records.report().store?.entries == 0)
    }

    @Test(
        "a consent counts up to 10 s after the decision, with the direction of a passage before it", arguments: [9, 11])
    func afterwards(seconds: Int) throws {
        let (door, records) = try door(scene)
        let code = try records.grant(["entry_log"])
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        var decided: Int64?
        door.show(scene, to: &producer) { _ in
            if decided == nil, door.stage.queue.sync(execute: { door.stage.counts.screenings }) == 1 {
                decided = place.time.load()
            }
        }
        let moment = try #require(decided as Int64?) + Int64(seconds) * 1_000_000_000
        while place.time.load() < moment { door.wait(seconds: 1) }
        place.time.store(moment)
        records.queue.sync {}
        _ = records.ask(.present(code: code))
        place.pass(seconds: 2)
        records.catchUp()
        #expect(try records.entries(code).map(\.direction) == (seconds == 9 ? [.inwards] : []))
    }

    @Test("presented more than 30 s before, it covers nothing")
    func tooEarly() throws {
        let (door, records) = try door(scene)
        let code = try records.grant()
        _ = records.ask(.present(code: code))
        place.pass(seconds: 31)
        show(scene, door)
        #expect(try records.entries(code).isEmpty)
    }

    @Test("two consents for one person: nothing is recorded")
    func twoConsents() throws {
        let (door, records) = try door(scene)
        let codes = [try records.grant(), try records.grant()]
        for code in codes { _ = records.ask(.present(code: code)) }
        show(scene, door)
        for code in codes { #expect(try records.entries(code).isEmpty) }
    }

    @Test("a consent withdrawn before the passage leaves nothing")
    func withdrawn() throws {
        let (door, records) = try door(scene)
        let code = try records.grant()
        _ = records.ask(.present(code: code))
        #expect(records.failure(.withdraw(code: code, purposes: nil)) == nil)
        show(scene, door)
        #expect(records.failure(.entries(code: code)) == .unknownReceipt)
        #expect(try records.report().store?.entries == 0)
    }

    @Test("the door's end records what waits, with a direction that is not known")
    func atTheEnd() throws {
        let (door, records) = try door(scene)
        let code = try records.grant(["entry_log"])
        _ = records.ask(.present(code: code))
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        var decided: Int?
        door.show(scene, to: &producer) { frame in
            if decided == nil, door.stage.queue.sync(execute: { door.stage.counts.screenings }) == 1 { decided = frame }
        }
        #expect(decided != nil)
        #expect(records.stop())
        let next = Door(settings(scene), place: place)
        let reopened = try #require(next.records)
        reopened.openNow()
        #expect(try reopened.entries(code).map(\.direction) == [.unknown])
    }

    @Test("while records are kept, a frame without an event costs no memory, presentations included")
    func allocations() throws {
        try #require(lintel_allocations_counted(), "a sanitizer's allocator does not count")
        let (door, records) = try door(scene)
        let code = try records.grant(["entry_log"])
        _ = records.ask(.present(code: code))
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        door.stage.queue.sync {}
        var before = (counts: 0, scene: door.board.state.scene)
        var (quiet, allocated): (Int, UInt64) = (0, 0)
        door.show(scene, to: &producer) { frame in
            records.catchUp()
            let counts = door.stage.queue.sync { door.stage.counts }
            let now = (counts: counts.screenings + counts.entering + counts.leaving, scene: door.board.state.scene)
            defer { before = now }
            // The pipeline makes its buffers in the first frames; a change of the scene's state is a log line.
            guard frame > 20, now == before else { return }
            quiet += 1
            allocated += door.allocations
        }
        _ = door.stage.finish()
        records.catchUp()
        #expect(allocated == 0 && quiet > 30)
        #expect(try records.entries(code).count == 1)
    }
}
