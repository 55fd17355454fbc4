import Evaluation
import Settings
import Simulation
import Testing

@Suite struct PolicyScoresTests {
    private func crowd(_ count: Int, seed: UInt64) -> [MeasuredPerson] {
        var generator = RandomGenerator(seed: seed)
        return (0..<count).map { index in
            let isFebrile = index % 7 == 3
            let skin = 35 + (isFebrile ? 0.9 : 0) + Double(Int.random(in: 0...140, using: &generator)) / 100
            let ambient = index % 3 == 0 ? nil : Double.random(in: 15...33, using: &generator)
            return MeasuredPerson(skin: skin, ambient: ambient, isFebrile: isFebrile)
        }
    }

    @Test("by the absolute rule a score is the skin temperature less the ambient term")
    func absolute() {
        let people = crowd(90, seed: 1)
        let scores = PolicyScores(people, mode: .absolute, settings: ScreeningSettings())
        let expected = people.map { person in
            person.skin - (person.ambient.map { 0.06 * (min(30, max(18, $0)) - 23) } ?? 0)
        }
        let febrile = zip(people, expected).filter(\.0.isFebrile).map(\.1)
        let others = zip(people, expected).filter { !$0.0.isFebrile }.map(\.1)
        #expect(zip(scores.febrile, febrile).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(zip(scores.others, others).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test("by the relative rule a score is what lies above the median of the last 20 people")
    func site() {
        var settings = ScreeningSettings()
        settings.relative = 0.5
        let people = crowd(120, seed: 2).map { MeasuredPerson(skin: $0.skin, ambient: nil, isFebrile: $0.isFebrile) }
        let scores = PolicyScores(people, mode: .site, settings: settings)
        var febrile = scores.febrile[...]
        var others = scores.others[...]
        for index in people.indices {
            let before = people[max(0, index - 20)..<index].map(\.skin).sorted()
            let median = before.isEmpty ? 0 : (before[(before.count - 1) / 2] + before[before.count / 2]) / 2
            let expected =
                index < 10 ? people[index].skin - settings.elevatedSkin + 0.5 : people[index].skin - median
            let score = people[index].isFebrile ? febrile.popFirst() : others.popFirst()
            #expect(abs((score ?? .nan) - expected) < 1e-9)
        }
    }

    @Test("the same error for everybody shifts the absolute threshold and leaves the relative one alone")
    func bias() {
        let people = crowd(200, seed: 3)
        let settings = ScreeningSettings()
        var generator = RandomGenerator(seed: 1)
        let warmer = MeasurementError(bias: 0.4).measured(people, using: &generator)
        let absolute = PolicyScores(people, mode: .absolute, settings: settings)
        let moved = PolicyScores(warmer, mode: .absolute, settings: settings)
        #expect(abs(absolute.discrimination.area - moved.discrimination.area) < 1e-12)
        let shifted = absolute.outcome(threshold: 35.8)
        #expect(
            moved.outcome(threshold: 36.2 + 1e-9).sensitivity == absolute.outcome(threshold: 35.8 + 1e-9).sensitivity)
        #expect(shifted.sensitivity.share > absolute.outcome(threshold: 36.2).sensitivity.share)
        let site = PolicyScores(people, mode: .site, settings: settings)
        let movedSite = PolicyScores(warmer, mode: .site, settings: settings)
        // The first ten are judged by the absolute rule.
        #expect(zip(site.others.dropFirst(10), movedSite.others.dropFirst(10)).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test("the threshold for a specificity is the lowest hundredth that meets it")
    func fitted() {
        for seed in 1...40 {
            let scores = PolicyScores(
                crowd(60 + seed, seed: UInt64(seed)), mode: .absolute, settings: ScreeningSettings())
            for wanted in [0.5, 0.8, 0.9, 0.95, 0.99, 1] {
                let threshold = scores.threshold(specificity: wanted)
                #expect(scores.outcome(threshold: threshold).specificity.share >= wanted - 1e-12)
                #expect(abs(threshold * 100 - (threshold * 100).rounded()) < 1e-6)
                // A hundredth lower no longer meets it.
                let lower = scores.outcome(threshold: ((threshold * 100).rounded() - 1) / 100)
                #expect(lower.specificity.share < wanted)
            }
        }
    }

    @Test("noise and drift make a policy worse, and the relative rule stands drift")
    func errors() {
        let people = crowd(400, seed: 5).map { MeasuredPerson(skin: $0.skin, ambient: nil, isFebrile: $0.isFebrile) }
        let settings = ScreeningSettings()
        let effect = { (error: MeasurementError, mode: PolicyMode) in
            ErrorEffect(error, on: people, mode: mode, settings: settings).area
        }
        let none = effect(MeasurementError(), .absolute)
        #expect(effect(MeasurementError(noise: 0.3), .absolute) < none)
        #expect(effect(MeasurementError(noise: 1), .absolute) < effect(MeasurementError(noise: 0.3), .absolute))
        #expect(effect(MeasurementError(drift: 0.05), .absolute) < effect(MeasurementError(drift: 0.05), .site))
    }
}
