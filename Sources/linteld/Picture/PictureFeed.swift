import Capture
import Screening
import Synchronization

/// Hands the newest frame and scene from the screening queue to the live picture.
///
/// Neither side waits for the other for longer than a copy: the screening queue skips a frame rather than wait.
package final class PictureFeed: Sendable {
    struct Shown: Sendable {
        var pixels: [UInt16]
        var scene = SceneState()
        var isNew = false
    }

    /// What the frames look like.
    let format: FrameFormat

    private let shown: Mutex<Shown>

    init(format: FrameFormat) {
        self.format = format
        shown = Mutex(Shown(pixels: [UInt16](repeating: 0, count: format.size.pixelCount)))
    }

    /// Offers a frame; it is skipped while the picture is being made from the one before.
    func offer(_ pixels: Span<UInt16>, _ scene: SceneState) {
        _ = shown.withLockIfAvailable { shown in
            guard pixels.count == shown.pixels.count else { return }
            for index in pixels.indices { shown.pixels[index] = pixels[index] }
            shown.scene = scene
            shown.isNew = true
        }
    }

    /// Uses the newest frame, if there is one since the last call.
    func take<Result>(_ body: (Shown) -> Result) -> Result? {
        shown.withLock { shown in
            guard shown.isNew else { return nil }
            shown.isNew = false
            return body(shown)
        }
    }
}
