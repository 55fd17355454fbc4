import Radiometry
import Screening
import Simulation
import Testing

@Suite struct LinearityTests {
    @Test("readings follow the true skin temperature from 35 to 40 °C one to one, never pulled towards normal")
    func slope() throws {
        var truths: [Double] = []
        var readings: [Double] = []
        for step in 0...20 {
            let skin = 35 + Double(step) * 0.25
            for seed in 0..<UInt64(3) {
                let run = SceneRun(Scene.measurement(skin: skin, seed: 70 + seed))
                guard let reading = run.screenings.compactMap(\.screening.skin).first else { continue }
                truths.append(skin)
                readings.append(reading.celsius)
            }
        }
        try #require(readings.count >= 57)
        let fit = slopeAndOffset(truths, readings)
        print("linearity: \(readings.count) readings, slope \(fit.slope), mean error \(fit.meanError)")
        #expect(abs(fit.slope - 1) <= 0.02)
        #expect(abs(fit.meanError) <= 0.2)
    }

    /// Least squares of y over x, and the mean of y - x.
    private func slopeAndOffset(_ x: [Double], _ y: [Double]) -> (slope: Double, meanError: Double) {
        let count = Double(x.count)
        let meanX = x.reduce(0, +) / count
        let meanY = y.reduce(0, +) / count
        let products = zip(x, y).map { ($0 - meanX) * ($1 - meanY) }.reduce(0, +)
        let squares = x.map { ($0 - meanX) * ($0 - meanX) }.reduce(0, +)
        return (products / squares, meanY - meanX)
    }
}
