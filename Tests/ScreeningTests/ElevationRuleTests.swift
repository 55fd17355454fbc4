import Screening
import Settings
import Simulation
import Testing

@Suite struct ElevationRuleTests {
    @Test("a population's median is that of the last 20 people, and there is none of fewer than ten")
    func median() {
        var generator = RandomGenerator(seed: 21)
        var population = Population()
        var all: [Double] = []
        for _ in 0..<200 {
            let last = all.suffix(20).sorted()
            if last.count < 10 {
                #expect(population.median == nil)
            } else {
                #expect(population.median == (last[(last.count - 1) / 2] + last[last.count / 2]) / 2)
            }
            let celsius = Double(Int.random(in: 340...380, using: &generator)) / 10
            population.add(celsius)
            all.append(celsius)
        }
    }

    @Test(
        "by the reference body either threshold elevates; without it the relative one alone, once ten people are known")
    func kinds() {
        for byReference in [true, false] {
            var rule = ElevationRule(ScreeningSettings())
            for _ in 0..<10 {
                #expect(rule.excess(skin: 36.1, room: nil, byReference: byReference) < 0)
                #expect(rule.excess(skin: 36.2, room: nil, byReference: byReference) >= 0)
                rule.note(skin: 35, room: nil, byReference: byReference)
            }
            #expect(abs(rule.excess(skin: 35.7, room: nil, byReference: byReference) - 0.1) < 1e-9)
            for _ in 0..<20 { rule.note(skin: 37, room: nil, byReference: byReference) }
            // Everybody reads 37: by the reference body that is fever, without it the camera is off.
            #expect((rule.excess(skin: 37, room: nil, byReference: byReference) >= 0) == byReference)
            // The other kind knows nobody.
            #expect(abs(rule.excess(skin: 36, room: nil, byReference: !byReference) + 0.2) < 1e-9)
        }
    }

    @Test("the threshold rises with the room's temperature, no further than the data go")
    func ambient() {
        let rule = ElevationRule(ScreeningSettings())
        let excess = { (room: Double?) in rule.excess(skin: 36.2, room: room, byReference: true) }
        #expect(excess(nil) == excess(23))
        var last = Double.infinity
        for room in stride(from: 10.0, through: 40, by: 0.5) {
            #expect(excess(room) <= last)
            last = excess(room)
        }
        #expect(abs(excess(18) - excess(30) - 12 * AmbientTerm.slope) < 1e-9)
        #expect(excess(5) == excess(18) && excess(45) == excess(30) && excess(.nan) == excess(nil))
    }

    @Test("other thresholds keep the people")
    func settings() {
        var rule = ElevationRule(ScreeningSettings())
        for _ in 0..<12 { rule.note(skin: 35, room: nil, byReference: true) }
        var changed = ScreeningSettings()
        changed.relative = 1
        #expect(abs(rule.with(changed).excess(skin: 36, room: nil, byReference: true)) < 1e-9)
    }
}
