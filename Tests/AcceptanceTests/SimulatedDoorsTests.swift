import Radiometry
import Screening
import Simulation
import Testing

@Suite struct SimulatedDoorsTests {
    @Test("who presents is screened, who does not is not, and readings are true, over 200 seeded scenes")
    func seededScenes() {
        var table: [ScenarioKind: [Int]] = [:]
        var errors: [Double] = []
        var inside = 0
        for seed in 0..<UInt64(209) {
            let kind = ScenarioKind.allCases[Int(seed) % ScenarioKind.allCases.count]
            let run = SceneRun(Scene(kind, seed: 1000 + seed))
            var row = table[kind] ?? [0, 0, 0, 0, 0]
            for (index, person) in run.truth.people.enumerated() {
                let measured = run.screenings.contains { $0.person == index && $0.screening.outcome != .undecided }
                if person.presents {
                    row[0] += 1
                    if run.wasScreened(index) { row[1] += 1 }
                } else {
                    row[2] += 1
                    if measured { row[3] += 1 }
                }
            }
            row[4] += run.screenings.filter { $0.person == nil && $0.screening.outcome != .undecided }.count
            table[kind] = row
            for entry in run.screenings {
                guard let person = entry.person, let skin = entry.screening.skin else { continue }
                guard run.truth.people[person].isMeasurable else { continue }
                let error = skin.celsius - run.truth.people[person].skinTemperature
                errors.append(error)
                print(
                    "ERR", kind.rawValue, seed, entry.screening.box.width, entry.screening.box.height, error,
                    skin.uncertainty)
                if abs(error) <= skin.uncertainty { inside += 1 }
            }
        }
        for (kind, row) in table.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            print(
                kind.rawValue, "presented", row[0], "screened", row[1], "did not", row[2], "measured", row[3], "nobody",
                row[4])
        }
        let total = table.values.reduce([0, 0, 0, 0, 0]) { zip($0, $1).map { $0 + $1 } }
        let sorted = errors.sorted()
        print(
            total, "errors", sorted.count, "median", sorted[sorted.count / 2], "p2.5", sorted[sorted.count / 40],
            "p97.5", sorted[sorted.count * 39 / 40], "within U", inside, "within .3",
            errors.filter { abs($0) <= 0.3 }.count)
        #expect(total[1] * 100 >= total[0] * 95)
        #expect(total[3] * 100 <= total[2])
    }
}
