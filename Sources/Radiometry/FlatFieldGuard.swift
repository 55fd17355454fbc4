import Capture

/// Says when a camera's flat-field correction (FFC) makes frames useless for tracking or for measuring.
///
/// From telemetry where the source gives it; else from the picture: three identical frames (the shutter is closed), or
/// a step of the whole picture within one frame. Identical frames are never used, whatever the telemetry says, and
/// where they last longer than a correction does the camera is frozen.
public struct FlatFieldGuard: Sendable {
    /// What frames are good for now.
    public enum State: Hashable, Sendable {
        /// Everything.
        case settled
        /// People are seen, temperatures are not believed.
        case settling
        /// The picture is frozen or just stepped: nothing may be concluded from it.
        case blind
    }

    public private(set) var state = State.settled
    /// Whether the camera has repeated one frame for longer than any correction lasts: it hangs.
    public private(set) var isFrozen = false
    /// Whether this frame is the one before once more: it tells nothing new.
    public var isRepeated: Bool { identicalFrames > 0 }

    private var lastCorrection: UInt32?
    private var blindUntil = Int64.min
    private var settledAt = Int64.min
    private var identicalFrames = 0
    private var identicalSince = Int64.min
    private var lastMedian: Double?
    private var lastChecksum: UInt64?

    /// No tracking for 0.5 s after a correction, no temperature for 1.5 s where telemetry gives the time of its end:
    /// the reference body, in view, takes up what drift remains. 5 s where the picture alone betrays it.
    private static let blindTime: Int64 = 500_000_000
    private static let settleTime: Int64 = 1_500_000_000
    private static let settleTimeWithoutTelemetry: Int64 = 5_000_000_000
    /// Longer than any correction holds the picture, nanoseconds: Lepton's freezes are seen to last 2 to 3 s.
    private static let longestCorrection: Int64 = 4_000_000_000
    /// A step of the whole picture, K.
    private static let step = 0.25

    public init() {}

    /// Takes one frame.
    ///
    /// - Parameters:
    ///   - median: the frame's median, K on the camera's scale.
    ///   - checksum: of all pixels; equal checksums mean identical frames.
    ///   - movedTogether: the share of pixels that moved in one direction by more than noise.
    public mutating func observe(_ header: FrameHeader, median: Double, checksum: UInt64, movedTogether: Double) {
        observe(checksum: checksum, at: header.timestamp)
        if let telemetry = header.flatField {
            observe(telemetry, at: header.timestamp)
        } else {
            observe(median: median, movedTogether: movedTogether, at: header.timestamp)
        }
        lastMedian = median
        lastChecksum = checksum
        if header.timestamp < blindUntil || identicalFrames >= 2 {
            state = .blind
        } else {
            state = header.timestamp < settledAt ? .settling : .settled
        }
    }

    private mutating func observe(checksum: UInt64, at now: Int64) {
        if lastChecksum == checksum {
            identicalFrames += 1
        } else {
            identicalFrames = 0
            identicalSince = now
        }
        isFrozen =
            identicalFrames >= 2
            && now.subtractingReportingOverflow(identicalSince).partialValue > Self.longestCorrection
    }

    private mutating func observe(_ telemetry: FlatFieldTelemetry, at now: Int64) {
        let age = Int64(telemetry.uptime) - Int64(telemetry.lastCorrection)
        if telemetry.inProgress {
            blindUntil = now + Self.blindTime
            settledAt = now + Self.settleTime
        } else if lastCorrection != telemetry.lastCorrection, age >= 0, telemetry.lastCorrection > 0 {
            let ended = now - age * 1_000_000
            blindUntil = max(blindUntil, ended + Self.blindTime)
            settledAt = max(settledAt, ended + Self.settleTime)
        }
        lastCorrection = telemetry.lastCorrection
    }

    private mutating func observe(median: Double, movedTogether: Double, at now: Int64) {
        let stepped = lastMedian.map { abs(median - $0) > Self.step && movedTogether > 0.8 } ?? false
        if identicalFrames >= 2 || stepped {
            blindUntil = now + Self.blindTime
            settledAt = now + Self.settleTimeWithoutTelemetry
        }
    }
}
