/// One person, from coming into view to going out of it. It is forgotten then.
struct Track: Sendable {
    let number: UInt32
    /// The head when last seen, grid cells.
    var head: Head
    let firstSeen: Int64
    var lastSeen: Int64
    let firstWidth: Int
    /// Frames in which it was seen.
    var frames = 1
    /// How far the head has been from where it was first seen, grid cells: what never moves is no person.
    var travel = 0.0
    /// Whether it ever stood where the camera had seen the place without it.
    private(set) var came: Bool
    /// Whether it lasted and moved enough to be somebody.
    private(set) var isPerson = false
    private let first: Head
    private let fromStart: Bool
    /// Movement of the head's centre since the frame before, head widths.
    var movement = 0.0
    /// Matched in the frame being worked on.
    var matched = true
    /// The whole stay in view, of which this track may be a part.
    var visit: Visit

    // The screener's part.
    var phase = PersonPhase.inView
    var prompt: UndecidedReason?
    /// Facing time that counts now, nanoseconds; falls while the face is turned away.
    var facing: Int64 = 0
    /// When the presentation began and when a face was last seen in it.
    var presentingSince: Int64?
    /// Whether no frame so far showed somebody else too.
    var isAlone = true
    var lastFace = Int64.min / 2
    /// Where that face was, and how wide, grid cells.
    var faceX = 0.0
    var faceWidth = 0
    var samples = SampleWindow()
    /// The samples of the best reading so far, once there is one.
    private(set) var reading: SampleWindow?
    /// What this frame shows of the face, if it can be measured in it.
    var sample: Sample?
    /// What kept the presentation from being measured, and for how long.
    var hindrances = ReasonTimes()
    var screening: Screening?

    /// - Parameter fromStart: whether it was in view when the camera began to look.
    init(number: UInt32, head: Head, now: Int64, fromStart: Bool, visit: Visit) {
        self.number = number
        self.head = head
        firstSeen = now
        lastSeen = now
        firstWidth = head.width
        first = head
        self.fromStart = fromStart
        self.visit = visit
        came = head.came
    }

    /// Whether the track has just lasted and moved enough to be somebody.
    mutating func becomesPerson() -> Bool {
        guard !isPerson, frames >= 5, travel >= FaceRule.leastTravel else { return false }
        isPerson = true
        return true
    }

    /// Takes the samples as the reading, unless one of more samples, or by the reference body, is there already.
    mutating func keepReading() {
        if let reading, reading.byReference, !samples.byReference { return }
        if let reading, reading.byReference == samples.byReference, reading.count > samples.count { return }
        reading = samples
    }

    /// Whether it is, or may be, somebody whom this frame shows; sooner than somebody is counted.
    var isSeenPerson: Bool { matched && (isPerson || (frames >= 3 && isNotFurniture)) }

    /// Whether it shows its face and has no outcome yet.
    var isPresenting: Bool { phase == .presenting || phase == .measuring }

    /// Whether it was last seen on its way from where its face was; who only turns stays within this.
    var hasLeft: Bool { abs(head.centreX - faceX) > 0.75 * Double(faceWidth) }

    /// Whether it is not a thing that always stood here: it came, or, in view from the beginning, it moved.
    var isNotFurniture: Bool { head.came || (fromStart && !came && travel >= FaceRule.leastTravel) }

    /// Notes that the head came and how far it is from where it was first seen.
    mutating func noteTravel() {
        came = came || head.came
        travel = max(travel, Double(head.travel(from: first)))
    }

    /// The number under which this person presented, now or in an earlier part of the visit; `nil` if not at all.
    var presentedAs: UInt32? {
        switch phase {
        case .inView: visit.presentedAs
        case .presenting, .measuring: number
        case .decided: screening == nil ? visit.presentedAs ?? number : number
        }
    }
}
