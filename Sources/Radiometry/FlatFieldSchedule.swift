import Capture

/// When to ask a camera for a flat-field correction: while nobody is there, so that it need not correct itself while
/// somebody is being measured.
///
/// Used by one queue at a time; the clock is that of the frames.
public struct FlatFieldSchedule: Sendable {
    /// Time between two corrections, nanoseconds: 2.5 minutes, ahead of the 3 minutes of a Lepton's automatic mode
    /// (FLIR Lepton Engineering Datasheet, FFC mode control, period in default mode 180 s).
    public static let interval: Int64 = 150_000_000_000
    /// How long the doorway must have been empty, nanoseconds: a person who is coming is not seen from far away.
    public static let emptiness: Int64 = 3_000_000_000

    private var lastCorrection: Int64
    private var emptySince: Int64?
    private var reported: UInt32?

    /// - Parameter now: when the stream started, which a camera does with a correction.
    public init(now: Int64) {
        lastCorrection = now
    }

    /// Takes what a frame says of the camera's own corrections.
    public mutating func observe(_ header: FrameHeader) {
        guard let telemetry = header.flatField else { return }
        if telemetry.inProgress || (reported ?? telemetry.lastCorrection) != telemetry.lastCorrection {
            lastCorrection = header.timestamp
        }
        reported = telemetry.lastCorrection
    }

    /// Whether to ask for a correction now; true counts as asked.
    public mutating func isDue(now: Int64, doorwayEmpty: Bool) -> Bool {
        guard doorwayEmpty else {
            emptySince = nil
            return false
        }
        let empty = emptySince ?? now
        emptySince = empty
        guard now &- empty >= Self.emptiness, now &- lastCorrection >= Self.interval else { return false }
        lastCorrection = now
        return true
    }
}
