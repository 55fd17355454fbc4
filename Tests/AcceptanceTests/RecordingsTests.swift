import Evaluation
import Foundation
import RecordingsFolder
import Settings
import Testing

@Suite struct RecordingsTests {
    private static let report: RecordingsEvaluation? = try? evaluate()

    private static func evaluate() throws -> RecordingsEvaluation {
        let labels = try RecordingLabels(TextFile.read(RecordingsFolder.labels.path), file: "labels.json")
        return try RecordingsEvaluation(
            labels, labelFile: "labels.json", directory: RecordingsFolder.url.path,
            names: Directory.names(in: RecordingsFolder.url.path), settings: Settings())
    }

    /// 25 of 28 are found today, with 3 screenings too many; two people more lost, or one more such, fail this.
    @Test(
        "real recordings: who presents is found, and nobody is measured where nobody presents",
        .enabled(if: RecordingsFolder.isPresent, "the recordings are not on this machine"))
    func people() throws {
        let report = try #require(Self.report)
        print(report.text)
        #expect(report.presentations.count >= 20)
        #expect(report.found * 100 >= report.presentations.count * 85)
        #expect(report.extra * 100 <= report.presentations.count * 12)
        #expect(report.recordings.allSatisfy { !$0.label.presentations.isEmpty || $0.extra == 0 })
    }
}
