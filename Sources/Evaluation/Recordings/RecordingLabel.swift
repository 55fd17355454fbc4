import Radiometry
import Screening
import Settings

/// What somebody saw in a recording: who presents when, and how many screenings are right.
public struct RecordingLabel: Hashable, Sendable {
    /// A person within measuring distance who faces the camera for half a second at least.
    public struct Presentation: Hashable, Sendable {
        /// Seconds from the recording's first frame.
        public var faceFrom: Double
        public var faceTo: Double
        /// Where the head is at one moment, where that was noted.
        public var head: Head?
    }

    /// A head in upright pixels, at a moment.
    public struct Head: Hashable, Sendable {
        /// Seconds from the recording's first frame.
        public var time: Double
        public var box: PixelBox
    }

    /// The recording's file name.
    public var file: String
    /// The turn that shows people upright; `nil`: as configured.
    public var rotation: Rotation?
    /// What the reference body is set to, °C; `nil`: as configured.
    public var reference: Double?
    /// Where the reference body is, in upright pixels, where that was noted.
    public var disc: Disc?
    public var presentations: [Presentation]
    /// How many screenings are right: at least and at most.
    public var range: ClosedRange<Int>

    /// Screenings that may be too few, or too many, where honest people could differ.
    public var mayMiss: Int { max(0, presentations.count - range.lowerBound) }
    public var mayExceed: Int { max(0, range.upperBound - presentations.count) }
}
