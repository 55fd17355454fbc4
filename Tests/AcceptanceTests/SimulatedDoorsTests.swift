import Foundation
import Radiometry
import Screening
import Simulation
import Testing

/// The goals, held against 209 scenes, eleven of every kind, with the seeds 1000 to 1208. Other seeds served to develop;
/// $LINTEL_FIRST_SEED takes the first of any others.
@Suite struct SimulatedDoorsTests {
    private static let scenes = DoorTally(
        scenes: 209, firstSeed: ProcessInfo.processInfo.environment["LINTEL_FIRST_SEED"].flatMap { UInt64($0) } ?? 1000)

    @Test("of those who present at 209 simulated doors, at least 95 % are screened")
    func presentersAreScreened() {
        let total = Self.scenes.total
        print("screened \(total.screened) of \(total.presented) who presented; per kind:")
        for (kind, row) in Self.scenes.rows.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print("  \(kind.rawValue): \(row)")
        }
        for mistake in Self.scenes.mistakes { print("  \(mistake)") }
        #expect(total.presented >= 150)
        #expect(total.screened * 100 >= total.presented * 95)
    }

    @Test("of those who do not present, at most 1 % are measured")
    func othersAreNotMeasured() {
        let total = Self.scenes.total
        print("measured \(total.measuredOthers) of \(total.others) who did not present; \(total.nobody) of nobody")
        #expect(total.others >= 50)
        #expect(total.measuredOthers * 100 <= total.others)
        #expect(total.nobody * 100 <= total.presented)
    }

    @Test("of the readings with the reference in view, at least 95 % lie within 0.3 °C of the true skin temperature")
    func readingsAreTrue() {
        let errors = Self.scenes.errors.sorted()
        let near = errors.filter { abs($0) <= 0.3 }.count
        print("readings \(errors.count), median error \(errors[errors.count / 2]), within 0.3 °C \(near)")
        #expect(errors.count >= 100)
        #expect(near * 100 >= errors.count * 95)
        #expect(abs(errors[errors.count / 2]) <= 0.15)
        #expect(Self.scenes.insideUncertainty * 100 >= errors.count * 95)
    }

    /// 93 % are found today, and 2 % more are told that are none (92 % and 4 % at other seeds).
    @Test("of the passages, at least 88 % are told with their direction, and at most 6 % more that are none")
    func passagesAreTold() {
        let passages = Self.scenes.total.passages
        print("passages \(passages.found) of \(passages.all), \(passages.extra) extra")
        #expect(passages.all >= 150)
        #expect(passages.found * 100 >= passages.all * 88)
        #expect(passages.extra * 100 <= passages.all * 6)
    }
}
