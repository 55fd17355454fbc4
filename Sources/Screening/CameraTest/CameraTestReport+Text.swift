import Capture
import Radiometry

extension CameraTestReport {
    /// The report, a line each.
    public var text: String {
        guard frames > 0 else { return line("frames", "none came") }
        return [
            line("frames", "\(frames) in \(rounded(seconds, 1)) s" + rate), line("intervals", intervalWords),
            line("lost", lostWords), line("mode", modeWords), line("scene", sceneWords), line("noise", noiseWords),
            line("telemetry", telemetryWords), line("reference", referenceWords),
            line("camera", condition?.words ?? "unknown"),
        ].joined(separator: "\n")
    }

    private var rate: String { framesPerSecond.map { ": \(rounded($0, 2)) a second" } ?? "" }

    private var intervalWords: String {
        guard let intervals else { return "unknown: no two frames followed each other" }
        return "\(rounded(intervals.mean, 1)) ms ± \(rounded(intervals.jitter, 1)) ms (jitter), "
            + "the longest \(rounded(intervals.longest, 1)) ms"
    }

    private var lostWords: String {
        let causes = LossCause.allCases.filter { lost.lost($0) > 0 }
        return causes.isEmpty
            ? "none" : "\(lost.lost): " + causes.map { "\(lost.lost($0)) \($0.rawValue)" }.joined(separator: ", ")
    }

    private var modeWords: String {
        if !canMeasure { return "people are counted; the profile measures no temperature" }
        if let wrongMode { return "wrong: the camera delivers \(wrongMode.words)\n" + line("", wrongMode.remedy) }
        guard let map else { return "unknown" }
        return "temperatures, \(map.scale) K a count"
    }

    private var sceneWords: String {
        guard let counts else { return "unknown" }
        let inCounts = "\(counts.lowest) to \(counts.highest) counts, median \(counts.median)"
        guard let map else { return inCounts }
        let celsius = { (count: UInt16) in rounded(map.celsius(Double(count)), 1) }
        return "\(celsius(counts.lowest)) to \(celsius(counts.highest)) °C, median \(celsius(counts.median)) °C"
            + " by the camera's own scale (\(inCounts))"
    }

    private var noiseWords: String {
        let still = identicalPairs > 0 ? "; \(identicalPairs) pairs were identical" : ""
        guard let noise else { return "unknown: no two different frames followed each other" + still }
        let amount = noiseKelvin.map { "\(rounded($0 * 1000, 0)) mK" } ?? "\(rounded(noise, 1)) counts"
        return "\(amount) (NETD estimate, from \(noisePairs) pairs of frames)" + still
    }

    private var telemetryWords: String {
        guard telemetryFrames > 0 else { return "none: flat-field corrections are seen in the picture only" }
        let whole = telemetryFrames == frames ? "in every frame" : "in \(telemetryFrames) of \(frames) frames"
        return whole + "; flat-field corrections: \(corrections)"
    }

    private var referenceWords: String {
        switch reference {
        case .notExpected: "not looked for: reference.mode is \"none\""
        case .notFound: "not found"
        case .lost(let share): "lost: tracked in \(percent(share)) of the frames"
        case .found(let disc, let share):
            "found at x \(rounded(disc.x, 0)), y \(rounded(disc.y, 0)), radius \(rounded(disc.radius, 1)) upright pixels; "
                + "tracked in \(percent(share)) of the frames"
        }
    }

    private func line(_ name: String, _ text: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + text
    }

    private func percent(_ share: Double) -> String { rounded(share * 100, 0) + " %" }

    private func rounded(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "?" }
        let scale = digits == 0 ? 1.0 : digits == 1 ? 10 : 100
        let whole = Int((abs(value) * scale).rounded())
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return sign + String(whole) }
        let fraction = String(whole % Int(scale))
        let zeros = String(repeating: "0", count: digits - fraction.count)
        return sign + "\(whole / Int(scale))." + zeros + fraction
    }
}
