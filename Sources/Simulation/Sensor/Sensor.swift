import Capture
import Glibc
import Settings

/// Turns apparent temperatures into the counts of an imperfect camera.
struct Sensor: Sendable {
    private let settings: SensorSettings
    private var random: RandomGenerator
    private var pattern: [Float]
    private let shading: [Float]
    private let badPixels: [(index: Int, error: Float)]
    private var steps: [Double] = []
    private var corrections = 0
    private let driftPhase: Double

    init(_ settings: SensorSettings, seed: UInt64) {
        self.settings = settings
        var random = RandomGenerator(seed: seed ^ 0x5E45_0000)
        let count = settings.size.pixelCount
        pattern = (0..<count).map { _ in random.gaussian() * Float(settings.fixedPattern) }
        let (sx, sy) = (random.uniform(-1...1), random.uniform(-1...1))
        let (width, height) = (settings.size.width, settings.size.height)
        shading = (0..<count).map { i in
            let u = Double(i % width) / Double(width) * 2 - 1
            let v = Double(i / width) / Double(height) * 2 - 1
            return Float(settings.fixedPattern * 1.2 * (0.5 * sx * u + 0.5 * sy * v + 0.6 * (u * u + v * v) - 0.4))
        }
        let bad = Int((settings.badPixels * Double(count) / 10_000).rounded())
        badPixels = (0..<bad).map { _ in
            (Int(random.next() % UInt64(count)), Float(random.uniform(2.5...9)) * (random.chance(0.5) ? 1 : -1))
        }
        steps = settings.flatField.times.map { _ in
            random.uniform(0.5...1.5) * settings.flatField.step * (random.chance(0.5) ? 1 : -1)
        }
        driftPhase = random.uniform(0...(2 * .pi))
        self.random = random
    }

    /// How much too warm the whole picture is at a time, K.
    func level(at time: Double) -> Double {
        let flat = settings.flatField
        let swing = settings.drift * (sin(2 * .pi * time / settings.driftPeriod + driftPhase) - sin(driftPhase))
        let level = settings.offset + swing
        let done = flat.times.lastIndex { time >= $0 + flat.duration }
        return level + (done.map { steps[$0] } ?? 0)
    }

    /// The correction that is running at a time, if any.
    func isCorrecting(at time: Double) -> Bool {
        settings.flatField.times.contains { time >= $0 && time < $0 + settings.flatField.duration }
    }

    func telemetry(at time: Double) -> FlatFieldTelemetry? {
        let flat = settings.flatField
        guard flat.telemetry else { return nil }
        var last = -flat.sinceCorrection
        for start in flat.times where time >= start + flat.duration { last = start + flat.duration }
        let busy = flat.times.contains { time >= $0 - flat.announcement && time < $0 + flat.duration }
        return FlatFieldTelemetry(
            uptime: Self.milliseconds(flat.uptime + time), lastCorrection: Self.milliseconds(flat.uptime + last),
            inProgress: busy)
    }

    /// Writes the counts of one frame.
    ///
    /// - Parameter picture: the upright picture, °C.
    mutating func expose(_ picture: [Float], at time: Double, into counts: inout [UInt16]) {
        renewPattern(at: time)
        let (width, height) = (settings.size.width, settings.size.height)
        let map = settings.countsMap
        let gain = Float(1 / map.scale)
        let zero = Float((273.15 - map.offset + level(at: time)) / map.scale)
        let noise = Float(settings.noise)
        // Upright index of the frame's pixel (x, y): start + x * stepX + y * stepY.
        let (start, stepX, stepY) =
            switch settings.rotation {
            case .none: (0, 1, width)
            case .quarter: (height - 1, height, -1)
            case .half: (width * height - 1, -1, -width)
            case .threeQuarters: ((width - 1) * height, -height, 1)
            }
        for y in 0..<height {
            let shared = random.gaussian() * Float(settings.rowNoise)
            for x in 0..<width {
                let i = y &* width &+ x
                let error = pattern[i] + shading[i] + shared + noise * random.gaussian()
                let value = (picture[start &+ x &* stepX &+ y &* stepY] + error) * gain + zero
                counts[i] = UInt16(max(0, min(65_535, value + 0.5)))
            }
        }
        for pixel in badPixels {
            counts[pixel.index] = UInt16(max(0, min(65_535, Float(counts[pixel.index]) + pixel.error * gain)))
        }
    }

    /// Each correction leaves a new pattern.
    private mutating func renewPattern(at time: Double) {
        let flat = settings.flatField
        let done = flat.times.count { time >= $0 + flat.duration }
        while corrections < done {
            for i in pattern.indices { pattern[i] = random.gaussian() * Float(settings.fixedPattern) }
            corrections += 1
        }
    }

    private static func milliseconds(_ seconds: Double) -> UInt32 {
        UInt32(max(0, min(Double(UInt32.max), (seconds * 1000).rounded())))
    }
}
