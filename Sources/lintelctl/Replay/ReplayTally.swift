import Capture
import Radiometry
import Screening

/// What a recording's summary counts.
struct ReplayTally {
    private(set) var frames = 0
    private(set) var screenings = 0
    private(set) var undecided = 0
    private(set) var passages = 0
    /// Frames that the recording's time stamps miss.
    private(set) var gaps = 0
    /// Nanoseconds from the first frame to the last.
    private(set) var length: Int64 = 0
    private var states: [ReferenceState: Int] = [:]
    private var spent = Duration.zero
    private var lastSequence: UInt64?

    mutating func note(_ header: FrameHeader, spent: Duration, scene: SceneState) {
        frames += 1
        length = header.timestamp
        self.spent += spent
        states[scene.reference, default: 0] += 1
        if let lastSequence, header.sequence > lastSequence + 1 { gaps += Int(header.sequence - lastSequence - 1) }
        lastSequence = header.sequence
    }

    /// Counts an event and gives its line.
    mutating func note(_ event: EntryEvent, _ lines: ReplayLines) -> String {
        switch event {
        case .screening(let screening):
            if screening.outcome == .undecided { undecided += 1 } else { screenings += 1 }
            return lines.screening(screening)
        case .passage(let passage):
            passages += 1
            return lines.passage(passage)
        }
    }

    /// The state in which the reference body was for most frames.
    var reference: ReferenceState { states.max { $0.value < $1.value }?.key ?? .searching }

    var nanosecondsPerFrame: Int {
        guard frames > 0 else { return 0 }
        let (seconds, attoseconds) = spent.components
        return Int((Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(frames))
    }
}
