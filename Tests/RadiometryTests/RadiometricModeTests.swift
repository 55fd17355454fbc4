import Capture
import Radiometry
import Testing

@Suite struct RadiometricModeTests {
    @Test("an indoor scene in TLinear 0.01 K, in TLinear 0.1 K and in raw counts are told apart")
    func modes() {
        #expect(RadiometricMode.recognise(median: 29_615) == .temperature(.tlinear100))
        #expect(RadiometricMode.recognise(median: 2_962) == .temperature(.tlinear10))
        #expect(RadiometricMode.recognise(median: 8_000) == .raw)
        #expect(RadiometricMode.recognise(median: 0) == .raw)
        #expect(RadiometricMode.recognise(median: .max) == .raw)
    }

    @Test("an affine map goes from counts to °C and back")
    func map() {
        #expect(abs(CountsMap.tlinear100.celsius(30_815) - 35) < 1e-9)
        #expect(abs(CountsMap.tlinear100.counts(celsius: 35) - 30_815) < 1e-6)
    }
}
