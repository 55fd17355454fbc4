import Capture
import Screening
import Settings
import Simulation
import Testing

@Suite("What a screening tells of its presentation")
struct PresentationTests {
    private func settings(_ scene: Scene) -> Settings {
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        return settings
    }

    /// Runs a scene; `each` is called after every frame with what it completed.
    private func run(_ scene: Scene, _ each: (FrameHeader, ScreeningPipeline, [Screening]) -> Void) {
        var simulator = CameraSimulator(scene: scene)
        let pipeline = ScreeningPipeline(format: simulator.format, settings: settings(scene))
        var pixels = [UInt16](repeating: 0, count: simulator.format.size.pixelCount)
        while let header = simulator.render(into: &pixels) {
            var found: [Screening] = []
            pipeline.process(header, pixels.span) { if case .screening(let screening) = $0 { found.append(screening) } }
            each(header, pipeline, found)
        }
    }

    @Test("it began when the pipeline first said that somebody presents, and none goes on after it")
    func span() {
        for seed in 1...8 as ClosedRange<UInt64> {
            var since: Int64?
            var screenings = 0
            run(Scene.measurement(skin: 35, standing: 4, seed: seed)) { header, pipeline, found in
                for screening in found {
                    screenings += 1
                    #expect(screening.time == header.timestamp)
                    #expect(screening.began == since ?? screening.time)
                    #expect(screening.time - screening.began <= 8_200_000_000)
                    #expect(pipeline.presentingSince == nil)
                }
                since = pipeline.presentingSince
            }
            #expect(screenings == 1)
        }
    }

    @Test("most who come alone are known to be alone")
    func alone() {
        var (alone, all) = (0, 0)
        for kind in [ScenarioKind.approachAndStop, .glasses, .mask, .lookAway] {
            for seed in 100..<115 as Range<UInt64> {
                run(Scene(kind, seed: seed)) { _, _, found in
                    for screening in found {
                        all += 1
                        if screening.wasAlone { alone += 1 }
                    }
                }
            }
        }
        #expect(all > 50 && alone * 100 >= all * 85, "\(alone) of \(all)")
    }

    @Test("who comes side by side with somebody whom the camera sees is not alone")
    func together() {
        var seen = 0
        for seed in 100..<120 as Range<UInt64> {
            var heads = 0
            run(Scene(.pair, seed: seed)) { _, pipeline, found in
                heads = max(heads, pipeline.scene.people.count)
                for screening in found where heads > 1 && !screening.wasAlone { seen += 1 }
            }
        }
        #expect(seen >= 5)
    }
}
