import Capture
import Foundation
import RecordingsFolder
import Screening
import Settings
import Testing

@Suite struct RecordingsTests {
    /// 25 of 28 are found today, with 3 screenings too many; two people more lost, or one more such, fail this.
    @Test(
        "real recordings: who presents is found, and nobody is measured where nobody presents",
        .enabled(if: RecordingsFolder.isPresent, "the recordings are not on this machine"))
    func recordings() throws {
        var expected = 0
        var found = 0
        var beyond = 0
        var wronglyMeasured: [String] = []
        for label in try LabelledRecordings.labels() {
            let screenings = try screen(label)
            var used = Set<Int>()
            for presentation in label.presentations {
                expected += 1
                let match = screenings.indices.first { index in
                    let time = Double(screenings[index].time) / 1e9
                    return !used.contains(index) && screenings[index].countsAsScreened
                        && presentation.from - 0.3 <= time && time <= presentation.to + 1
                }
                guard let match else { continue }
                used.insert(match)
                found += 1
            }
            let extra = screenings.indices.filter { !used.contains($0) && screenings[$0].outcome != .undecided }.count
            let most = label.range.last ?? label.expected
            beyond += max(0, extra - (most - label.expected))
            if label.presentations.isEmpty, extra > most { wronglyMeasured.append(label.file) }
        }
        print("recordings: found \(found) of \(expected), \(beyond) screenings too many")
        #expect(expected >= 20)
        #expect(found * 100 >= expected * 85)
        #expect(beyond * 100 <= expected * 12)
        #expect(wronglyMeasured.isEmpty)
    }

    private func screen(_ label: LabelledRecordings.Label) throws -> [Screening] {
        var settings = Settings()
        settings.camera.rotation = try #require(Rotation(rawValue: label.rotation))
        settings.reference.temperature = label.reference
        var reader = try RecordingReader(path: RecordingsFolder.url.appending(path: label.file).path)
        let pipeline = ScreeningPipeline(format: reader.format, settings: settings)
        var pixels = [UInt16](repeating: 0, count: reader.format.size.pixelCount)
        var screenings: [Screening] = []
        func note(_ event: EntryEvent) {
            if case .screening(let screening) = event { screenings.append(screening) }
        }
        while true {
            var span = pixels.mutableSpan
            guard let header = try reader.nextFrame(into: &span) else { break }
            pipeline.process(header, pixels.span, emit: note)
        }
        pipeline.finish(emit: note)
        return screenings
    }
}
