/// `[gate]`: what works the door.
public struct GateSettings: Hashable, Sendable {
    /// `output`: the driver of the door's outputs.
    public var output = Output.none

    public init() {}

    public enum Output: String, CaseIterable, Hashable, Sendable {
        /// Nothing is worked; decisions are only reported.
        case none
        /// An imagined door, for demonstration and test.
        case simulated

        /// Whether a door that people use is worked.
        public var worksRealDoor: Bool {
            switch self {
            case .none, .simulated: false
            }
        }
    }
}
