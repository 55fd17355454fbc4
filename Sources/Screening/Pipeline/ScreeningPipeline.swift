import Capture
import Radiometry
import Settings

/// Everything between a frame and its entry events, one frame at a time.
///
/// Used by one queue at a time; allocates nothing in steady state.
public final class ScreeningPipeline {
    /// The size of the upright picture that boxes and discs refer to.
    public let uprightSize: FrameSize
    /// What was seen at the last frame.
    public private(set) var scene = SceneState()

    public init(format: FrameFormat, settings: Settings) {
        uprightSize = format.size
    }

    /// Takes one frame and hands every entry event that it completes to `emit`.
    public func process(_ header: FrameHeader, _ pixels: Span<UInt16>, emit: (EntryEvent) -> Void) {
    }

    /// Ends the stream: presentations still open get their outcome.
    public func finish(emit: (EntryEvent) -> Void) {
    }
}
