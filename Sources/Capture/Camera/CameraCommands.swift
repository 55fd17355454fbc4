import Synchronization

/// Wishes to a live camera from other threads; the capture thread grants them at its next wake.
public final class CameraCommands: Sendable {
    private let flatFieldCorrection = Atomic<Bool>(false)

    public init() {}

    /// Has the camera run a flat-field correction, at its next frame. Asking twice before that runs one.
    public func requestFlatFieldCorrection() {
        flatFieldCorrection.store(true, ordering: .relaxed)
    }

    /// Takes the wish for a flat-field correction.
    package func takeFlatFieldCorrection() -> Bool {
        // The plain load keeps the line shared while nobody wishes anything, which is nearly always.
        flatFieldCorrection.load(ordering: .relaxed) && flatFieldCorrection.exchange(false, ordering: .relaxed)
    }
}
