import Radiometry
import Testing

@Suite struct SkinTemperatureTests {
    @Test("emissivity 0.98 adds about a quarter of a degree to warm skin in a room of 23 °C")
    func emissivity() {
        // 0.24 °C at 35.5 °C apparent and 23 °C reflected, and 0.02 °C less for each degree more.
        let skin = SkinTemperature.celsius(apparent: 35.5, reflected: 23)
        #expect(abs(skin - 35.74) < 0.01)
        #expect(abs(skin - SkinTemperature.celsius(apparent: 35.5, reflected: 24) - 0.02) < 0.003)
    }

    @Test("skin at the temperature of its surroundings reads as itself")
    func equilibrium() {
        #expect(abs(SkinTemperature.celsius(apparent: 36, reflected: 36) - 36) < 1e-9)
    }

    @Test("the correction grows with the reading: nothing is pulled towards normal")
    func monotone() {
        var last = -Double.infinity
        for step in 0...100 {
            let apparent = 30 + Double(step) / 10
            let skin = SkinTemperature.celsius(apparent: apparent, reflected: 23)
            #expect(skin > last + 0.09)
            last = skin
        }
    }

    @Test("a small spot loses excess to blur, a large one hardly any, and none is added where there is no excess")
    func sizeOfSource() {
        #expect(SizeOfSource.correction(excess: 0, headWidth: 30, binning: 1) == 0)
        #expect(SizeOfSource.correction(excess: -1, headWidth: 30, binning: 1) == 0)
        let near = SizeOfSource.correction(excess: 0.4, headWidth: 100, binning: 1)
        let far = SizeOfSource.correction(excess: 0.4, headWidth: 25, binning: 1)
        #expect(near < 0.05)
        #expect(far > near)
        #expect(far < 0.4)
    }

    @Test("the budget combines in quadrature and is doubled; a worse reference makes it wider")
    func budget() {
        func budget(_ reference: Double) -> Double {
            UncertaintyBudget(
                reference: reference, referenceReading: 0.01, faceReading: 0.03, sizeOfSource: 0, skin: 36,
                reflected: 23, reflectedHalfWidth: 5
            ).expanded
        }
        #expect(budget(0.1) > 0.2)
        #expect(budget(0.1) < 0.35)
        #expect(budget(0.5) > 1)
    }

    @Test(
        "a level becomes the count nearest to it, and what is out of range or no number is cut off",
        arguments: [
            (-5.0, 0), (0.4, 0), (29_500.2, 29_500), (65_535.0, 65_535), (1e9, 65_535), (Double.infinity, 65_535),
            (-Double.infinity, 0), (Double.nan, 0),
        ] as [(Double, UInt16)])
    func counts(level: Double, expected: UInt16) {
        #expect(UInt16(nearestCount: level) == expected)
    }
}
