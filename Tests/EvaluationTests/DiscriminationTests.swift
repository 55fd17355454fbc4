import Evaluation
import Simulation
import Testing

@Suite struct DiscriminationTests {
    /// Scores on a coarse grid, so that ties are frequent.
    private func scores(_ count: Int, shift: Double, _ generator: inout RandomGenerator) -> [Double] {
        (0..<count).map { _ in shift + Double(Int.random(in: 0..<12, using: &generator)) }
    }

    @Test("the area is the share of pairs in the right order, ties counting half")
    func bruteForce() {
        var generator = RandomGenerator(seed: 7)
        for round in 0..<200 {
            let positives = scores(1 + round % 23, shift: Double(round % 9), &generator)
            let negatives = scores(1 + round % 31, shift: 0, &generator)
            var right = 0.0
            for positive in positives {
                for negative in negatives { right += positive > negative ? 1 : positive == negative ? 0.5 : 0 }
            }
            let area = Discrimination(positives: positives, negatives: negatives).area
            #expect(abs(area - right / Double(positives.count * negatives.count)) < 1e-12)
        }
    }

    /// DeLong's variance written out as the paper has it, with the kernel ψ over all pairs.
    @Test("the standard error is DeLong's, written out")
    func standardError() throws {
        var generator = RandomGenerator(seed: 8)
        for round in 0..<60 {
            let x = scores(2 + round % 11, shift: Double(round % 7), &generator)
            let y = scores(2 + round % 13, shift: 0, &generator)
            let kernel = x.map { a in y.map { a > $0 ? 1 : a == $0 ? 0.5 : 0 } }
            let theta = kernel.flatMap(\.self).reduce(0, +) / Double(x.count * y.count)
            let v10 = kernel.map { $0.reduce(0, +) / Double(y.count) }
            let v01 = y.indices.map { j in kernel.map { $0[j] }.reduce(0, +) / Double(x.count) }
            let s10 = v10.map { ($0 - theta) * ($0 - theta) }.reduce(0, +) / Double(x.count - 1)
            let s01 = v01.map { ($0 - theta) * ($0 - theta) }.reduce(0, +) / Double(y.count - 1)
            let expected = (s10 / Double(x.count) + s01 / Double(y.count)).squareRoot()
            let found = try #require(Discrimination(positives: x, negatives: y).standardError)
            #expect(abs(found - expected) < 1e-12)
        }
    }

    /// Draws from two populations whose true area is known: 1 − (1 − p)²/2 for even draws that overlap by 1 − p.
    @Test("about 95 of 100 intervals hold the true area")
    func coverage() {
        var generator = RandomGenerator(seed: 9)
        var held = 0
        let shift = 0.5
        let truth = 1 - (1 - shift) * (1 - shift) / 2
        for _ in 0..<400 {
            let y = (0..<60).map { _ in Double.random(in: 0..<1, using: &generator) }
            let x = (0..<40).map { _ in shift + Double.random(in: 0..<1, using: &generator) }
            if Discrimination(positives: x, negatives: y).interval.contains(truth) { held += 1 }
        }
        #expect((360...395).contains(held))
    }

    @Test("one person in a group says nothing of the interval")
    func tooFew() {
        let one = Discrimination(positives: [1], negatives: [0, 2])
        #expect(one.area == 0.5 && one.standardError == nil && one.interval == 0...1)
    }
}
