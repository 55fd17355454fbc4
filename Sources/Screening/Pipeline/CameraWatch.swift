import Capture
import Radiometry

/// Judges, frame by frame, what the camera's frames are good for.
struct CameraWatch: Sendable {
    private let format: FrameFormat
    private var flatField = FlatFieldGuard()
    private var generation: UInt32?
    private var settledAt = Int64.min
    private(set) var condition = CameraCondition.settling

    init(format: FrameFormat) { self.format = format }

    /// Whether nothing at all may be concluded from this frame.
    var isBlind: Bool { flatField.state == .blind || flatField.isRepeated }

    /// Whether the camera's level holds still: false about a flat-field correction.
    var isLevelSteady: Bool { flatField.state == .settled }

    /// Whether this frame begins a stream anew: the camera was opened or came back.
    mutating func begins(_ header: FrameHeader) -> Bool {
        guard generation != header.formatGeneration else { return false }
        generation = header.formatGeneration
        flatField = FlatFieldGuard()
        settledAt = header.timestamp.addingNanoseconds(of: format.settle)
        return true
    }

    /// Takes one frame.
    ///
    /// - Parameters:
    ///   - median: of the frame, counts.
    ///   - highest: nearly the highest of the frame's counts.
    ///   - map: of its counts; nil when they are not temperatures.
    mutating func observe(
        _ header: FrameHeader, median: UInt16, highest: UInt16, map: CountsMap?, checksum: UInt64, movedTogether: Double
    ) {
        let countsPerKelvin = map.map { 1 / $0.scale } ?? FrameConditions.countsPerKelvinOfRaw
        flatField.observe(
            header, median: Double(median) / countsPerKelvin, checksum: checksum, movedTogether: movedTogether)
        condition = judge(header, median, highest, map)
    }

    private func judge(
        _ header: FrameHeader, _ median: UInt16, _ highest: UInt16, _ map: CountsMap?
    ) -> CameraCondition {
        if flatField.isFrozen { return .frozen }
        guard format.canMeasure else { return .countOnly }
        guard let map else { return .rawCounts }
        if flatField.state == .blind { return .correcting }
        if let mode = wrongMode(median, highest, map) { return CameraCondition(mode) }
        if flatField.state == .settling || header.timestamp < settledAt { return .settling }
        return isWarm(header) ? .ready : .warmingUp
    }

    private func wrongMode(_ median: UInt16, _ highest: UInt16, _ map: CountsMap) -> WrongMode? {
        guard let plausible = format.plausible else { return nil }
        return WrongMode.recognise(median: median, highest: highest, map: map, plausible: plausible)
    }

    /// Warm-up counts from the camera's power-up: by its own clock where it tells it, else by when the system saw it.
    private func isWarm(_ header: FrameHeader) -> Bool {
        if let telemetry = header.flatField {
            return Duration.milliseconds(Int64(telemetry.uptime)) >= format.warmUp
        }
        guard let since = format.poweredSince else { return format.warmUp == .zero }
        return header.timestamp >= since.addingNanoseconds(of: format.warmUp)
    }
}

extension Int64 {
    /// This moment and a duration after it, nanoseconds; held at the greatest where there is none.
    fileprivate func addingNanoseconds(of duration: Duration) -> Int64 {
        let parts = duration.components
        let (whole, overflow) = parts.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (length, overflow2) = whole.addingReportingOverflow(parts.attoseconds / 1_000_000_000)
        let (sum, overflow3) = addingReportingOverflow(length)
        return overflow || overflow2 || overflow3 ? .max : sum
    }
}
