import Radiometry

/// A picture in TLinear counts, drawn for a test.
struct DrawnGrid {
    private(set) var grid: CountsGrid
    private var noise: UInt64 = 7

    init(width: Int = 120, height: Int = 160, room: Double = 22) {
        grid = CountsGrid(width: width, height: height, binning: 1)
        for index in grid.counts.indices { grid.counts[index] = Self.counts(room + nextNoise()) }
    }

    /// An ellipse of one temperature, °C, with 30 mK of noise.
    mutating func ellipse(x: Double, y: Double, radiusX: Double, radiusY: Double, celsius: Double) {
        for row in 0..<grid.height {
            for column in 0..<grid.width {
                let dx = (Double(column) - x) / radiusX
                let dy = (Double(row) - y) / radiusY
                if dx * dx + dy * dy <= 1 {
                    grid.counts[row * grid.width + column] = Self.counts(celsius + nextNoise())
                }
            }
        }
    }

    mutating func disc(x: Double, y: Double, radius: Double, celsius: Double) {
        ellipse(x: x, y: y, radiusX: radius, radiusY: radius, celsius: celsius)
    }

    static func counts(_ celsius: Double) -> UInt16 { UInt16((celsius + 273.15) * 100) }

    /// Uniform noise of ±50 mK, the same in every run.
    private mutating func nextNoise() -> Double {
        noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(noise >> 40) / Double(1 << 24) * 0.1 - 0.05
    }
}
