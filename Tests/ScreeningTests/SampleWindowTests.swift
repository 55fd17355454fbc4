import Screening
import Simulation
import Testing

@Suite struct SampleWindowTests {
    private func sample(_ kelvin: Double, width: Int = 40, movement: Double = 0.02) -> Sample {
        var sample = Sample()
        sample.kelvin = kelvin
        sample.width = width
        sample.movement = movement
        return sample
    }

    @Test("the median and the spread are those of the last sixteen samples")
    func median() {
        var generator = RandomGenerator(seed: 31)
        var window = SampleWindow()
        var all: [Double] = []
        for _ in 0..<80 {
            let value = Double.random(in: 34...36, using: &generator)
            window.add(sample(value))
            all.append(value)
            let last = all.suffix(16).sorted()
            let median = (last[(last.count - 1) / 2] + last[last.count / 2]) / 2
            let deviations = last.map { abs($0 - median) }.sorted()
            let deviation = (deviations[(deviations.count - 1) / 2] + deviations[deviations.count / 2]) / 2
            #expect(window.median == median && window.best.median == median)
            #expect(last.count < 2 || abs(window.spread - 1.4826 * deviation) < 1e-9)
        }
        #expect(window.isFull)
    }

    @Test("a reading is of the samples taken near and of a face held still, where there are three")
    func best() {
        var window = SampleWindow()
        for step in 0..<5 { window.add(sample(34 + 0.1 * Double(step), width: 25 + 2 * step)) }
        for _ in 0..<3 { window.add(sample(34.8, width: 44, movement: 0.15)) }
        #expect(window.best.median == 34.8)
        for _ in 0..<2 { window.add(sample(35.2, width: 45)) }
        #expect(window.best.count == 5)
        window.add(sample(35.2, width: 45))
        #expect(window.best.count == 3 && window.best.median == 35.2)
        // Two near samples are too few.
        var few = SampleWindow()
        for _ in 0..<4 { few.add(sample(34, width: 25)) }
        for _ in 0..<2 { few.add(sample(36, width: 45)) }
        #expect(few.best.count == 6)
    }

    @Test("somebody comes closer while the head grows, not while it stands or goes")
    func closer() {
        var window = SampleWindow()
        for width in [25, 26, 28, 30, 33] { window.add(sample(34, width: width)) }
        #expect(window.isComingCloser)
        for width in [33, 34, 33, 34, 33] { window.add(sample(34, width: width)) }
        #expect(!window.isComingCloser)
        for width in [31, 29, 28, 27, 25] { window.add(sample(34, width: width)) }
        #expect(!window.isComingCloser)
    }

    @Test("samples by the reference body and without it are never mixed")
    func kinds() {
        var generator = RandomGenerator(seed: 32)
        var window = SampleWindow()
        for _ in 0..<500 {
            var next = sample(0)
            next.byReference = Bool.random(using: &generator)
            next.kelvin = next.byReference ? 35 : 50
            window.add(next)
            #expect(window.median == (window.byReference ? 35 : 50) && window.spread == 0)
        }
    }
}
