import Synchronization

/// What other threads ask of a live camera; its own thread carries it out at its next wake-up.
public final class CameraCommands: Sendable {
    private let flatFieldCorrection = Atomic<Bool>(false)

    public init() {}

    /// Asks for a flat-field correction; without effect where the camera can't be asked.
    public func requestFlatFieldCorrection() {
        flatFieldCorrection.store(true, ordering: .releasing)
    }

    /// Takes the request, if there is one.
    public func takeFlatFieldCorrection() -> Bool {
        flatFieldCorrection.exchange(false, ordering: .acquiringAndReleasing)
    }
}
