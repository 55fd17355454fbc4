import Capture
import Settings
import Simulation
import Testing

@Suite("Repeatability")
struct RepeatabilityTests {
    @Test("the same seed gives the same frames, headers and truth", arguments: [ScenarioKind.mixed, .queue])
    func sameSeed(kind: ScenarioKind) {
        let (one, two) = (Take(Scene(kind, seed: 5), limit: 60), Take(Scene(kind, seed: 5), limit: 60))
        #expect(one.frames == two.frames)
        #expect(one.headers == two.headers)
        #expect(one.scene.truth() == two.scene.truth())
    }

    @Test("another seed gives other frames")
    func otherSeed() {
        #expect(
            Take(Scene(.pair, seed: 1), limit: 2).frames[1] != Take(Scene(.pair, seed: 2), limit: 2).frames[1])
    }

    @Test("the door without end repeats with its seed and goes on past its first scene")
    func endless() {
        var settings = SimulationSettings()
        settings.width = 80
        settings.height = 60
        settings.framesPerSecond = 4
        var (one, two) = (
            CameraSimulator(settings: settings, rotation: .quarter),
            CameraSimulator(settings: settings, rotation: .quarter)
        )
        var (a, b) = ([UInt16](repeating: 0, count: 4800), [UInt16](repeating: 0, count: 4800))
        var kinds = Set<ScenarioKind>()
        for frame in 0..<600 {
            let (first, second) = (one.render(into: &a), two.render(into: &b))
            #expect(first != nil)
            #expect(first == second)
            #expect(a == b, "frame \(frame)")
            kinds.insert(one.scene.kind)
        }
        #expect(kinds.count > 3)
    }

    @Test("the random generator gives the published SplitMix64 sequence")
    func generator() {
        var random = RandomGenerator(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
    }
}
