import Capture
import Screening
import Synchronization

/// Hands a frame and its scene from the screening queue to whoever makes a picture of it.
///
/// While none is wanted an offer costs one relaxed load. Neither side waits for the other for longer than a copy: the
/// screening queue skips a frame rather than wait, and allocates nothing but at `open`.
package final class PictureFeed: Sendable {
    package struct Shown: Sendable {
        /// What the frames look like; none before the first camera.
        package fileprivate(set) var format: FrameFormat?
        package fileprivate(set) var pixels: [UInt16] = []
        package fileprivate(set) var scene = SceneState()
        fileprivate var isNew = false
    }

    /// More people than these are left out of a picture.
    private static let mostPeople = 16

    private let isWanted = Atomic(false)
    private let shown = Mutex(Shown())

    package init() {}

    /// Makes room for frames of this format.
    func open(_ format: FrameFormat) {
        shown.withLock { shown in
            if shown.pixels.count != format.size.pixelCount {
                shown.pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
            }
            shown.format = format
            shown.scene.people.reserveCapacity(Self.mostPeople)
            shown.isNew = false
        }
    }

    /// Offers a frame; it is skipped unless one is wanted and nobody reads the one before.
    func offer(_ pixels: Span<UInt16>, _ scene: @autoclosure () -> SceneState) {
        guard isWanted.load(ordering: .relaxed) else { return }
        let scene = scene()
        let isTaken = shown.withLockIfAvailable { shown in
            guard pixels.count == shown.pixels.count else { return false }
            for index in pixels.indices { shown.pixels[index] = pixels[index] }
            shown.take(scene, most: Self.mostPeople)
            shown.isNew = true
            return true
        }
        if isTaken == true { isWanted.store(false, ordering: .relaxed) }
    }

    /// Asks for the next frame.
    package func want() { isWanted.store(true, ordering: .relaxed) }

    /// Asks for none any more, and forgets the one that is there.
    package func forget() {
        isWanted.store(false, ordering: .relaxed)
        shown.withLock { shown in
            for index in shown.pixels.indices { shown.pixels[index] = 0 }
            shown.scene.people.removeAll(keepingCapacity: true)
            shown.isNew = false
        }
    }

    /// Uses the newest frame, if there is one since the last call.
    package func take<Result>(_ body: (Shown) -> Result) -> Result? {
        shown.withLock { shown in
            guard shown.isNew else { return nil }
            shown.isNew = false
            return body(shown)
        }
    }
}

extension PictureFeed.Shown {
    /// Copies a scene; its list of people is not shared, so that the next frame can go on in it.
    fileprivate mutating func take(_ new: SceneState, most: Int) {
        scene.reference = new.reference
        scene.disc = new.disc
        scene.camera = new.camera
        scene.people.removeAll(keepingCapacity: true)
        for person in new.people where scene.people.count < most { scene.people.append(person) }
    }
}
