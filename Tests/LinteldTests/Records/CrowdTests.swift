import Control
import Dispatch
import RecordsFixture
import Settings
import Simulation
import Testing
import linteld

@Suite("Consents where several people come")
struct CrowdTests {
    enum Moment: CaseIterable { case before, afterFirst }

    /// How many entries one consent gave, presented at one moment of a scene.
    static func entries(_ scene: Scene, _ moment: Moment) throws -> Int {
        var settings = Settings.consentedDoor
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        let place = try RecordsPlace()
        let door = Door(settings, place: place)
        let records = try #require(door.records)
        records.openNow()
        let code = try records.grant(["entry_log"])
        var isPresented = false
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        door.stage.queue.sync {}
        door.show(scene, to: &producer) { _ in
            records.catchUp()
            guard !isPresented else { return }
            guard moment == .before || door.stage.queue.sync(execute: { door.stage.counts.screenings }) == 1 else {
                return
            }
            isPresented = true
            _ = records.ask(.present(code: code))
        }
        for _ in 0..<12 {
            door.wait(seconds: 1)
            records.catchUp()
        }
        let entries = try records.entries(code).count
        _ = records.stop()
        return entries
    }

    /// How many scenes of a kind gave an entry, and the most that one gave.
    private func recorded(_ kind: ScenarioKind, _ moment: Moment) throws -> (scenes: Int, most: Int) {
        var (scenes, most) = (0, 0)
        for seed in 100..<112 as Range<UInt64> {
            let entries = try Self.entries(Scene(kind, seed: seed), moment)
            scenes += entries > 0 ? 1 : 0
            most = max(most, entries)
        }
        return (scenes, most)
    }

    /// Where the camera takes two people for one it can't be told; see the honest limits.
    @Test(
        "of people who come close together little is recorded, and no consent gives two entries",
        arguments: [
            ScenarioKind.pair, .queue,
        ], Moment.allCases)
    func together(kind: ScenarioKind, moment: Moment) throws {
        let recorded = try recorded(kind, moment)
        #expect(recorded.scenes <= 3 && recorded.most <= 1, "\(recorded)")
    }

    @Test("of people who come alone most are recorded", arguments: Moment.allCases)
    func alone(moment: Moment) throws {
        let recorded = try recorded(.approachAndStop, moment)
        #expect(recorded.scenes >= 9 && recorded.most == 1, "\(recorded)")
    }
}
