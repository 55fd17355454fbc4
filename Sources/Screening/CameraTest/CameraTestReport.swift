import Capture
import Radiometry

/// What a test of a camera found.
public struct CameraTestReport: Sendable {
    public let frames: Int
    /// From the first frame to the last.
    public let seconds: Double
    public let intervals: Intervals?
    public let lost: FrameCounters
    /// The scene in counts; `nil` without a frame.
    public let counts: Scene?
    /// What the counts mean; `nil` where nothing is known or they are not what they should be.
    public let map: CountsMap?
    /// Whether the profile measures at all.
    public let canMeasure: Bool
    /// The wrong mode that the camera is in, if it is in one.
    public let wrongMode: WrongMode?
    /// Standard deviation of a pixel's temporal noise, counts, from this many pairs of frames.
    public let noise: Double?
    public let noisePairs: Int
    /// Pairs of frames that were the same, pixel by pixel: a closed shutter, or a camera that hangs.
    public let identicalPairs: Int
    /// Frames with the camera's own account of its flat-field corrections, and corrections that it told of.
    public let telemetryFrames: Int
    public let corrections: Int
    public let reference: Reference
    /// What the daemon would say of the camera at the last frame.
    public let condition: CameraCondition?

    /// Frames a second; `nil` with fewer than two frames.
    public var framesPerSecond: Double? { frames > 1 && seconds > 0 ? Double(frames - 1) / seconds : nil }

    /// Noise in kelvin: an estimate of the NETD.
    public var noiseKelvin: Double? { map.flatMap { map in noise.map { $0 * map.scale } } }

    /// The scene's counts, a thousandth of the pixels at each end aside.
    public struct Scene: Hashable, Sendable {
        public let lowest, median, highest: UInt16
    }

    /// Milliseconds between frames that follow each other.
    public struct Intervals: Hashable, Sendable {
        public let mean: Double
        /// Standard deviation.
        public let jitter: Double
        public let longest: Double

        init?(_ values: [Double]) {
            guard let longest = values.max() else { return nil }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            self.mean = mean
            jitter = (squares / Double(values.count)).squareRoot()
            self.longest = longest
        }
    }

    /// The reference body, with the share of frames in which it was tracked.
    public enum Reference: Hashable, Sendable {
        /// The configuration says that there is none.
        case notExpected
        case notFound
        /// Tracked for a while, not any more.
        case lost(share: Double)
        /// In upright pixels.
        case found(Disc, share: Double)
    }
}
