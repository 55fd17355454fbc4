import Capture
import Radiometry
import Screening
import Settings
import Simulation
import Testing

/// What becomes of a presentation while the reference body is hidden.
@Suite struct HiddenReferenceTests {
    @Test(
        "whenever the body is hidden, a reading is by it with its uncertainty or by the camera alone with that one's, never mixed",
        arguments: [ReferenceSettings.Mode.required, .optional])
    func kindsAreNotMixed(mode: ReferenceSettings.Mode) {
        let door = Door()
        var byReference = 0
        var byCamera = 0
        for hiddenFrom in 10..<80 {
            for screening in door.screenings(mode: mode, hiddenFrom: hiddenFrom, emptyFrom: nil) {
                guard let skin = screening.skin else { continue }
                if screening.reference == nil {
                    byCamera += 1
                    #expect(skin.uncertainty > 4.9)
                    #expect(abs(skin.celsius - 36 - Door.cameraOffset) <= 0.4)
                } else {
                    byReference += 1
                    #expect(skin.uncertainty < 1)
                    #expect(abs(skin.celsius - 36) <= 0.4)
                }
            }
        }
        #expect(byReference > 10)
        #expect(mode == .optional ? byCamera > 10 : byCamera == 0)
    }

    @Test("samples taken by the body make a reading by it although it is hidden when the presentation ends")
    func samplesDecide() throws {
        let door = Door()
        let measuring = try #require(door.firstMeasuring)
        let screenings = door.screenings(mode: .required, hiddenFrom: measuring + 1, emptyFrom: measuring + 1)
        let screening = try #require(screenings.first)
        #expect(screenings.count == 1)
        #expect(screening.time > Int64(measuring + 2) * Door.frameTime)
        #expect(screening.reference == door.reference)
        let skin = try #require(screening.skin)
        #expect(skin.uncertainty < 1)
        #expect(abs(skin.celsius - 36) <= 0.4)
    }

    @Test("who faces a camera whose reference body is hidden is told so, not what happened last", arguments: 0..<6)
    func longestReason(round: Int) {
        let run = SceneRun(Scene(.referenceHidden, seed: UInt64(1017 + 19 * round)))
        let reasons = run.screenings.compactMap(\.screening.reason)
        #expect(!run.screenings.isEmpty)
        for reason in reasons { #expect(reason == .referenceLost) }
    }
}

/// A simulated door with one person of 36 °C before a camera that reads two kelvin too much.
private struct Door {
    static let cameraOffset = 2.0
    static let frameTime: Int64 = 111_111_111

    let reference: Double
    private let disc: Truth.Reference?
    private let room: Double
    private let format: FrameFormat
    private let frames: [[UInt16]]

    init() {
        var sensor = SensorSettings()
        sensor.offset = Self.cameraOffset
        sensor.drift = 0
        let scene = Scene.measurement(skin: 36, standing: 6, seed: 3, sensor: sensor, exactly: true)
        let truth = scene.truth()
        disc = truth.reference
        reference = truth.reference?.temperature ?? 0
        room = truth.roomTemperature
        var simulator = CameraSimulator(scene: scene)
        format = simulator.format
        var pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        var frames: [[UInt16]] = []
        while simulator.render(into: &pixels) != nil { frames.append(pixels) }
        self.frames = frames
    }

    /// The first frame after which the person is being measured.
    var firstMeasuring: Int? {
        let pipeline = pipeline(mode: .required)
        for index in frames.indices {
            let pixels = frames[index]
            pipeline.process(header(index), pixels.span) { _ in }
            if pipeline.scene.people.contains(where: { $0.state == .measuring }) { return index }
        }
        return nil
    }

    /// What is said when the body is hidden from a frame on and, from another on, nobody is there any more.
    func screenings(mode: ReferenceSettings.Mode, hiddenFrom: Int, emptyFrom: Int?) -> [Screening] {
        let pipeline = pipeline(mode: mode)
        var events: [EntryEvent] = []
        for index in frames.indices {
            let shown = index >= emptyFrom ?? frames.count ? frames[0] : frames[index]
            let pixels = index >= hiddenFrom ? hidden(shown) : shown
            pipeline.process(header(index), pixels.span) { events.append($0) }
        }
        pipeline.finish { events.append($0) }
        return events.compactMap { event in
            if case .screening(let screening) = event { screening } else { nil }
        }
    }

    private func pipeline(mode: ReferenceSettings.Mode) -> ScreeningPipeline {
        var settings = Settings()
        settings.reference.mode = mode
        settings.reference.temperature = reference
        settings.screening.room = room
        return ScreeningPipeline(format: format, settings: settings)
    }

    private func header(_ index: Int) -> FrameHeader {
        FrameHeader(sequence: UInt64(index), timestamp: Int64(index) * Self.frameTime, flatField: nil)
    }

    /// The picture with a cool pattern where the reference body is.
    private func hidden(_ pixels: [UInt16]) -> [UInt16] {
        guard let disc else { return pixels }
        var pixels = pixels
        let width = format.size.width
        let reach = disc.radius + 3
        for index in pixels.indices {
            let dx = Double(index % width) - disc.x
            let dy = Double(index / width) - disc.y
            if dx * dx + dy * dy <= reach * reach { pixels[index] = pixels[0] + UInt16(index % 7) * 20 }
        }
        return pixels
    }
}
