import Capture
import Settings

/// The simulated door camera.
public struct SimulatedCamera {
    public init() {}
}
