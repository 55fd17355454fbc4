import Capture
import Picture
import Radiometry
import Screening
import Testing

@Suite("The overlay")
struct OverlayTests {
    private func person(
        _ state: PersonPhase, prompt: UndecidedReason? = nil, outcome: Outcome? = nil, skin: Measurement? = nil
    ) -> PersonState {
        PersonState(
            track: 1, head: PixelBox(x: 10, y: 20, width: 8, height: 10), state: state, prompt: prompt,
            outcome: outcome, skin: skin)
    }

    @Test("says a state in words, with what to do about it")
    func words() {
        #expect(StateWords.words(for: person(.inView)) == "in view")
        #expect(StateWords.words(for: person(.presenting, prompt: .tooFar)) == "presenting: come closer")
        #expect(StateWords.words(for: person(.decided, outcome: .normal)) == "normal")
        #expect(
            StateWords.words(for: person(.decided, prompt: .covered, outcome: .undecided))
                == "undecided: uncover the face")
    }

    @Test("has words for every reason that fit beside a head", arguments: UndecidedReason.allCases)
    func reasons(reason: UndecidedReason) {
        #expect((1...24).contains(StateWords.words(for: reason).count))
    }

    @Test(
        "writes readings with one decimal",
        arguments: [(36.06, 0.24, "36.1 ±0.2 °C"), (35.95, 0.0, "36.0 ±0.0 °C"), (-0.04, 0.3, "0.0 ±0.3 °C")])
    func readings(celsius: Double, uncertainty: Double, expected: String) {
        #expect(StateWords.reading(Measurement(celsius: celsius, uncertainty: uncertainty)) == expected)
    }

    @Test("draws boxes where the heads are, at the picture's scale")
    func boxes() {
        var scene = SceneState()
        scene.people = [person(.measuring)]
        let size = FrameSize(width: 40, height: 60)
        var canvas = Canvas(size: FrameSize(width: 80, height: 120))
        canvas.draw(Overlay(scene, uprightSize: size), thickness: 1, fontScale: 0)
        let color = StateWords.color(of: scene.people[0])
        #expect(canvas[20, 40] == color)
        #expect(canvas[35, 59] == color)
        #expect(canvas[36, 60] == RGB(0, 0, 0))
        #expect(canvas[21, 41] == RGB(0, 0, 0))
        #expect(canvas.pixels.filter { $0 == color }.count == 2 * 16 + 2 * 18)
    }

    @Test("survives boxes and discs outside of the picture")
    func outside() {
        var scene = SceneState()
        scene.people = [person(.decided, outcome: .elevated, skin: Measurement(celsius: 38, uncertainty: 0.3))]
        scene.people[0].head = PixelBox(x: -30, y: -30, width: 400, height: 2)
        scene.disc = Disc(x: -5, y: 400, radius: 20)
        var canvas = Canvas(size: FrameSize(width: 80, height: 60))
        let blank = canvas
        canvas.draw(Overlay(scene, uprightSize: FrameSize(width: 80, height: 60)), thickness: 2, fontScale: 1)
        #expect(canvas != blank)
    }
}
