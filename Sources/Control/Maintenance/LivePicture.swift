import Capture
import Radiometry
import Screening

/// One live picture: palette indices and what was seen in them. It holds no temperature.
public struct LivePicture: Hashable, Sendable {
    /// The most pixels of a picture's longer and shorter side.
    public static let longSide = 80
    public static let shortSide = 60

    public let size: FrameSize
    /// `size.pixelCount` palette indices, row by row.
    public let indices: [UInt8]
    public let people: [Person]
    /// The reference body, where it is tracked; in pixels of this picture.
    public let disc: Disc?
    public let reference: ReferenceState
    public let camera: CameraCondition

    /// Somebody in the picture.
    public struct Person: Hashable, Sendable {
        /// The head in pixels of this picture.
        public let head: PixelBox
        public let track: UInt32
        public let phase: PersonPhase
        public let outcome: Outcome?
        public let reason: UndecidedReason?

        public init(
            head: PixelBox, track: UInt32, phase: PersonPhase, outcome: Outcome?, reason: UndecidedReason?
        ) {
            self.head = head
            self.track = track
            self.phase = phase
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// Where the reference body is, in whole pixels.
    public struct Disc: Hashable, Sendable {
        public let x, y, radius: Int

        public init(x: Int, y: Int, radius: Int) {
            self.x = x
            self.y = y
            self.radius = radius
        }
    }

    /// - Returns: nil where the picture is larger than a live one may be, or has not one index for each pixel.
    public init?(
        size: FrameSize, indices: [UInt8], people: [Person], disc: Disc?, reference: ReferenceState,
        camera: CameraCondition
    ) {
        let sides = (long: max(size.width, size.height), short: min(size.width, size.height))
        guard size.width > 0, size.height > 0, sides.long <= Self.longSide, sides.short <= Self.shortSide,
            indices.count == size.pixelCount
        else { return nil }
        self.size = size
        self.indices = indices
        self.people = people
        self.disc = disc
        self.reference = reference
        self.camera = camera
    }
}
