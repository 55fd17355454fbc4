/// What is true of a scene, for comparison with what was found.
///
/// Passages: who enters comes from the far side (first seen beyond `far` metres) and leaves past the camera (last seen
/// nearer than `near` metres): "in". Who leaves is first seen near and last seen far: "out". Whoever turns back, passes by
/// in the background or leaves on the side of arrival makes no passage. A passage's time is the moment when the head's box
/// last touched the picture for "in", and the moment the head first went beyond `far` metres for "out".
public struct Truth: Hashable, Codable, Sendable {
    /// Metres from the camera that divide far from near; between them is the door.
    public static let far = 1.6
    public static let near = 1.25

    public struct Interval: Hashable, Codable, Sendable {
        /// Seconds from the scene's start.
        public var from: Double
        public var to: Double

        public init(from: Double, to: Double) {
            self.from = from
            self.to = to
        }
    }

    public struct Passage: Hashable, Codable, Sendable {
        public enum Direction: String, Codable, Sendable {
            case entering = "in"
            case leaving = "out"
        }
        public var time: Double
        public var direction: Direction
    }

    public struct Person: Hashable, Codable, Sendable {
        /// Of the skin beside the inner canthi, °C.
        public var skinTemperature: Double
        /// Of the skin in the middle of the forehead, °C, covered or not.
        public var foreheadTemperature: Double
        /// Metres.
        public var height: Double
        public var appearance: Appearance
        /// Whether the skin beside the inner canthi can be seen and is not cooled by the weather outside: only then a
        /// reading can be held against `skinTemperature`. Otherwise undecided is an honest outcome.
        public var isMeasurable: Bool
        /// Each time of facing the camera; all of one visit make one screening.
        public var presentations: [Interval]
        public var passage: Passage?
        /// When any of the head is in the picture.
        public var inView: Interval?

        /// Whether this person is to be screened.
        public var presents: Bool { !presentations.isEmpty }
    }

    public struct Reference: Hashable, Codable, Sendable {
        /// Upright pixels.
        public var x: Double
        public var y: Double
        public var radius: Double
        /// °C.
        public var temperature: Double
        public var hidden: [Interval]
    }

    public var kind: ScenarioKind
    public var seed: UInt64
    public var duration: Double
    /// The upright picture.
    public var width: Int
    public var height: Int
    /// The turn that shows people upright, degrees.
    public var rotation: Int
    /// °C; also what the skin reflects.
    public var roomTemperature: Double
    public var reference: Reference?
    /// The shutter is closed and the picture stands still.
    public var flatFieldCorrections: [Interval]
    public var people: [Person]
    public var rule: PresentationRule
}
