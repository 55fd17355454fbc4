import Audit
import Control
import Records
import RecordsFixture
import Settings
import Simulation
import Testing
import linteld

@Suite("N4: the gate decides without records")
struct GateDecisionTests {
    /// What a door logs and counts of a scene.
    private struct Run: Equatable {
        var lines: [String]
        var admitted, referred, entering, leaving: Int
    }

    private enum Kept: CaseIterable { case none, off, recording, presented, refused, broken }

    private func run(_ scene: Scene, _ kind: Kept) throws -> Run {
        let place = try RecordsPlace()
        var settings = Settings.consentedDoor
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        settings.journal.entries = .lines
        if kind == .off { settings.records.mode = .off }
        let lines = LogLines()
        if kind == .broken {
            place.hook { (_) throws(RecordsError) in
                throw RecordsError(.system, what: "disk", cause: "gone", remedy: "Replace it.")
            }
        }
        let door = Door(settings, place: kind == .none ? nil : place, lines: lines)
        door.records?.openNow()
        if kind == .presented || kind == .broken, let records = door.records {
            _ = records.ask(.present(code: try records.grant()))
        }
        if kind == .refused { _ = door.records?.ask(.refuse) }
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        door.show(scene, to: &producer) { _ in door.records?.catchUp() }
        let result = door.stage.finish().entries
        door.records?.catchUp()
        let entries = lines.all.filter { $0 == "admitted" || $0 == "referred" || $0.hasPrefix("passage ") }
        _ = door.records?.stop()
        return Run(
            lines: entries, admitted: result.admitted, referred: result.referred, entering: result.entering,
            leaving: result.leaving)
    }

    @Test(
        "decisions, passages and their order are the same with and without consent, refusal, store or disk",
        arguments: [ScenarioKind.approachAndStop, .pair, .coldFace, .lookAway, .mixed])
    func same(kind: ScenarioKind) throws {
        let scene = Scene(kind, seed: 11)
        let without = try run(scene, .none)
        #expect(without.admitted + without.referred > 0)
        for kept in Kept.allCases { #expect(try run(scene, kept) == without, "\(kept)") }
    }
}
