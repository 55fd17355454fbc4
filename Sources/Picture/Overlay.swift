import Capture
import Radiometry
import Screening

/// What is written over a picture: a box around each head with its reading, and the reference body's disc.
///
/// Positions are in upright pixels of the full frame.
public struct Overlay: Hashable, Sendable {
    /// A box around a head.
    public struct Box: Hashable, Sendable {
        public var head: PixelBox
        public var color: RGB
        /// The measured value with its uncertainty; empty before there is one.
        public var reading: String
        /// The state in words.
        public var words: String
    }

    /// The size of the upright picture.
    public var uprightSize: FrameSize
    public var boxes: [Box]
    public var disc: Disc?

    public init(_ scene: SceneState, uprightSize: FrameSize) {
        self.uprightSize = uprightSize
        boxes = scene.people.map { person in
            Box(
                head: person.head, color: StateWords.color(of: person),
                reading: person.skin.map(StateWords.reading) ?? "", words: StateWords.words(for: person))
        }
        disc = scene.disc
    }
}
