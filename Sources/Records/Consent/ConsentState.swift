/// What became of a consent: the last of its events (W3C DPV 2.3, consent status).
public enum ConsentState: String, CaseIterable, Hashable, Sendable {
    case requested = "Requested"
    case given = "Given"
    case renewed = "Renewed"
    case withdrawn = "Withdrawn"
    case expired = "Expired"
    case invalidated = "Invalidated"

    /// Whether something may be recorded under it.
    public var isValid: Bool { self == .given || self == .renewed }
}

/// How somebody agreed.
public enum CollectionMethod: String, CaseIterable, Hashable, Sendable {
    /// At a terminal at the door, by the person.
    case kiosk
    /// With somebody at a desk, by the person.
    case desk
}
