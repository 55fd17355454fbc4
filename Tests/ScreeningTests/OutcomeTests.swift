import Radiometry
import Screening
import Simulation
import Testing

/// What becomes of one visitor who stands still before the camera.
@Suite struct OutcomeTests {
    private func screen(skin: Double, _ appearance: Appearance = Appearance()) throws -> Screening {
        var door = WatchedDoor(skin: skin, appearance: appearance)
        door.showAll()
        #expect(door.screenings.count == 1)
        return try #require(door.screenings.first)
    }

    @Test("a reading near the threshold takes longer than one far from it, and at most a second longer")
    func borderline() throws {
        let far = try screen(skin: 34.8)
        let near = try screen(skin: 36.15)
        #expect(near.time > far.time)
        #expect(near.time - far.time <= MeasuringRule.mostTime)
        #expect(near.outcome != .undecided && far.outcome == .normal)
    }

    @Test("skin colder than any indoors is undecided as cold, and behind dark glasses as covered")
    func coldOrCovered() throws {
        let cold = try screen(skin: 32.5)
        #expect(cold.outcome == .undecided && cold.reason == .cold && cold.skin == nil)
        var glasses = Appearance()
        glasses.glasses = true
        let covered = try screen(skin: 33, glasses)
        #expect(covered.reason == .covered, "\(covered)")
    }

    @Test("a face cooled by the weather is read at its warm canthi")
    func coldFace() throws {
        var look = Appearance()
        look.coldFace = true
        let screening = try screen(skin: 35, look)
        let skin = try #require(screening.skin)
        // At 30 pixels a head the canthi are one or two: cold skin beside them is read with them.
        withKnownIssue("read 0.7 K too low, which its uncertainty does not cover") {
            #expect(abs(skin.celsius - 35) <= skin.uncertainty, "\(screening)")
        }
    }
}
