import Radiometry
import Screening
import Simulation

/// What the pipeline made of many simulated doors, held against the truth.
struct DoorTally {
    struct Row: CustomStringConvertible {
        var presented = 0
        var screened = 0
        /// People who did not present, and how many of them were measured all the same.
        var others = 0
        var measuredOthers = 0
        /// Measurements of what is nobody's head.
        var nobody = 0
        var passages = SceneRun.PassageScore()

        var description: String {
            "screened \(screened) of \(presented), measured \(measuredOthers) of \(others) others, nobody \(nobody), "
                + "passages \(passages.found) of \(passages.all), \(passages.extra) extra"
        }
    }

    private(set) var rows: [ScenarioKind: Row] = [:]
    /// Reading less true skin temperature, for those who can be measured, °C.
    private(set) var errors: [Double] = []
    /// Whoever presented and was not screened, and whoever did not and was measured, with what was said in that scene.
    private(set) var mistakes: [String] = []
    /// Readings whose error lies within their own uncertainty.
    private(set) var insideUncertainty = 0

    /// Runs scenes of every kind in turn.
    ///
    /// - Parameters:
    ///   - scenes: how many.
    ///   - firstSeed: of the first; each has the next.
    init(scenes: Int, firstSeed: UInt64) {
        for index in 0..<scenes {
            let kind = ScenarioKind.allCases[index % ScenarioKind.allCases.count]
            add(SceneRun(Scene(kind, seed: firstSeed + UInt64(index))), kind)
        }
    }

    var total: Row {
        rows.values.reduce(into: Row()) { sum, row in
            sum.presented += row.presented
            sum.screened += row.screened
            sum.others += row.others
            sum.measuredOthers += row.measuredOthers
            sum.nobody += row.nobody
            sum.passages += row.passages
        }
    }

    private mutating func add(_ run: SceneRun, _ kind: ScenarioKind) {
        var row = rows[kind] ?? Row()
        for (index, person) in run.truth.people.enumerated() {
            if person.presents {
                row.presented += 1
                if run.wasScreened(index) {
                    row.screened += 1
                } else {
                    note("missed", index, run)
                }
            } else {
                row.others += 1
                if run.screenings.contains(where: { $0.person == index && $0.screening.outcome != .undecided }) {
                    row.measuredOthers += 1
                    note("measured though not presenting", index, run)
                }
            }
        }
        for entry in run.screenings {
            guard let skin = entry.screening.skin else { continue }
            guard let index = entry.person else {
                row.nobody += 1
                continue
            }
            let person = run.truth.people[index]
            guard person.isMeasurable, person.presents else { continue }
            let error = skin.celsius - person.skinTemperature
            errors.append(error)
            if abs(error) <= skin.uncertainty { insideUncertainty += 1 }
        }
        row.passages += run.passageScore
        rows[kind] = row
    }

    private mutating func note(_ mistake: String, _ person: Int, _ run: SceneRun) {
        let said = run.screenings.map { entry in
            let screening = entry.screening
            let outcome = screening.reason?.rawValue ?? screening.outcome.rawValue
            return
                "\(outcome) at \(Double(screening.time / 10_000_000) / 100) s of \(entry.person.map(String.init) ?? "nobody")"
        }
        mistakes.append(
            "\(run.scene.kind.rawValue), seed \(run.scene.seed), person \(person) \(mistake): \(said.joined(separator: ", "))"
        )
    }
}
