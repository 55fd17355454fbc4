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

        var description: String {
            "screened \(screened) of \(presented), measured \(measuredOthers) of \(others) others, nobody \(nobody)"
        }
    }

    private(set) var rows: [ScenarioKind: Row] = [:]
    /// Reading less true skin temperature, for those who can be measured, °C.
    private(set) var errors: [Double] = []
    /// Readings whose error lies within their own uncertainty.
    private(set) var insideUncertainty = 0

    init(scenes: Int) {
        for index in 0..<scenes {
            let kind = ScenarioKind.allCases[index % ScenarioKind.allCases.count]
            add(SceneRun(Scene(kind, seed: UInt64(1000 + index))), kind)
        }
    }

    var total: Row {
        rows.values.reduce(into: Row()) { sum, row in
            sum.presented += row.presented
            sum.screened += row.screened
            sum.others += row.others
            sum.measuredOthers += row.measuredOthers
            sum.nobody += row.nobody
        }
    }

    private mutating func add(_ run: SceneRun, _ kind: ScenarioKind) {
        var row = rows[kind] ?? Row()
        for (index, person) in run.truth.people.enumerated() {
            if person.presents {
                row.presented += 1
                if run.wasScreened(index) { row.screened += 1 }
            } else {
                row.others += 1
                if run.screenings.contains(where: { $0.person == index && $0.screening.outcome != .undecided }) {
                    row.measuredOthers += 1
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
        rows[kind] = row
    }
}
