import Evaluation
import Testing

@Suite struct ProportionTests {
    /// Wilson (1927) as computed by others: Newcombe, Statistics in Medicine 17 (1998) 857, table I.
    @Test(
        "Wilson's interval is the published one",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
            (29, 29, 0.8830, 1.0),
        ])
    func published(hits: Int, cases: Int, low: Double, high: Double) {
        let interval = Proportion(hits: hits, of: cases).interval
        #expect(abs(interval.lowerBound - low) < 5e-5)
        #expect(abs(interval.upperBound - high) < 5e-5)
    }

    @Test("the interval holds the share and gets narrower with more cases")
    func nested() {
        for cases in [1, 2, 7, 40, 1_000] {
            for hits in 0...cases where cases < 50 || hits % 37 == 0 {
                let few = Proportion(hits: hits, of: cases)
                let many = Proportion(hits: hits * 10, of: cases * 10)
                #expect(few.interval.contains(few.share))
                let width = few.interval.upperBound - few.interval.lowerBound
                #expect(many.interval.upperBound - many.interval.lowerBound < width)
            }
        }
    }
}
