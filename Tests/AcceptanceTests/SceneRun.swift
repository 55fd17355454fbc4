import Capture
import Screening
import Settings
import Simulation

/// A simulated scene run through the pipeline, with what was said and what was true.
struct SceneRun {
    let scene: Scene
    let truth: Truth
    /// Each screening, and the person whose head it was, if any.
    private(set) var screenings: [(screening: Screening, person: Int?)] = []
    private(set) var passages: [Passage] = []
    private(set) var frames = 0

    init(_ scene: Scene) {
        self.scene = scene
        var rule = PresentationRule()
        rule.minimumWidth = 0.21
        truth = scene.truth(rule: rule)
        var simulator = CameraSimulator(scene: scene)
        let sensor = scene.sensor
        var settings = Settings()
        settings.camera.rotation = sensor.rotation
        if let reference = truth.reference { settings.reference.temperature = reference.temperature }
        settings.screening.room = truth.roomTemperature
        let pipeline = ScreeningPipeline(
            format: FrameFormat(size: sensor.size, framesPerSecond: sensor.framesPerSecond, countsMap: nil),
            settings: settings)
        var pixels = [UInt16](repeating: 0, count: sensor.size.pixelCount)
        var events: [EntryEvent] = []
        while let header = simulator.render(into: &pixels) {
            pipeline.process(header, pixels.span) { events.append($0) }
            frames += 1
        }
        pipeline.finish { events.append($0) }
        for event in events {
            switch event {
            case .screening(let screening): screenings.append((screening, person(of: screening)))
            case .passage(let passage): passages.append(passage)
            }
        }
    }

    /// The person whose head lies under the screening's box.
    private func person(of screening: Screening) -> Int? {
        let heads = scene.heads(at: Double(screening.time) / 1e9)
        let x = Double(screening.box.x) + Double(screening.box.width) / 2
        let y = Double(screening.box.y) + Double(screening.box.height) / 2
        let near = heads.filter {
            abs($0.x + $0.width / 2 - x) < $0.width * 0.6 && abs($0.y + $0.height / 2 - y) < $0.height * 0.6
        }
        return near.max { $0.visible * $0.width < $1.visible * $1.width }?.person
    }

    /// Whether a person was screened while presenting, or within a second after; where the reference body was hidden
    /// meanwhile, a refusal for that reason, which comes when the presentation is over, is the right outcome.
    func wasScreened(_ person: Int) -> Bool {
        let presentations = truth.people[person].presentations
        let measured = screenings.contains { entry in
            guard entry.person == person, entry.screening.countsAsScreened else { return false }
            let time = Double(entry.screening.time) / 1e9
            return presentations.contains { $0.from - 0.3 <= time && time <= $0.to + 1 }
        }
        return measured || presentations.contains { wasRefusedForReference($0) }
    }

    private func wasRefusedForReference(_ presentation: Truth.Interval) -> Bool {
        let hidden = truth.reference?.hidden ?? []
        guard hidden.contains(where: { $0.from < presentation.to && $0.to > presentation.from }) else { return false }
        return screenings.contains { entry in
            let time = Double(entry.screening.time) / 1e9
            return entry.screening.reason == .referenceLost && presentation.from <= time
                && time <= presentation.to + 3.5
        }
    }
}
