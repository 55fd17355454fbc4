/// Turns the camera uptimes of a recording into sequence numbers and time stamps.
///
/// An interval of n frame periods (rounded, at least one) moves the sequence on by n, so frames that the recorder
/// missed show as gaps. The period starts as the nominal one and follows the intervals of single frames, since
/// cameras run a little off their nominal rate. An uptime that does not advance counts as one period.
struct RecordingTimeline {
    /// Frame period, milliseconds.
    private var period: Double
    private var last: (uptime: UInt32, header: FrameHeader)?

    init(framesPerSecond: Double) {
        period = 1_000 / framesPerSecond
    }

    mutating func header(of frame: CPTVFrame) -> FrameHeader {
        var header = FrameHeader(sequence: 0, timestamp: 0)
        if let last {
            // Uptimes are 32-bit milliseconds and wrap after 49 days; the upper half counts as backwards.
            let interval = Int32(bitPattern: frame.uptime &- last.uptime)
            let steps = interval > 0 ? max(1, (Double(interval) / period).rounded()) : 1
            let milliseconds = interval > 0 ? Double(interval) : period
            if steps == 1, interval > 0 { period = max(1, (period * 7 + Double(interval)) / 8) }
            header.sequence = last.header.sequence &+ UInt64(steps)
            header.timestamp = last.header.timestamp &+ Int64(milliseconds * 1_000_000)
        }
        if let lastCorrection = frame.lastCorrection {
            header.flatField = FlatFieldTelemetry(uptime: frame.uptime, lastCorrection: lastCorrection)
        }
        last = (frame.uptime, header)
        return header
    }
}
