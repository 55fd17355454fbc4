/// How somebody agreed.
public enum DeskMethod: String, CaseIterable, Hashable, Sendable {
    /// At a terminal at the door, by the person.
    case kiosk
    /// With somebody at a desk, by the person.
    case desk
}
