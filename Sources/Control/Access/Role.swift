/// What somebody at the control socket may do.
public enum Role: String, CaseIterable, Hashable, Sendable {
    /// Is told how the door does.
    case viewer
    /// Staff at the door: is told of screenings too.
    case `operator`
    /// Answers what people ask about their records.
    case privacyOfficer = "privacy-officer"
    /// A program that passes states and counts on; never told of a person, whatever other role it has.
    case bridge
}

/// How much of what happens is told.
enum Disclosure: CaseIterable, Hashable, Sendable {
    /// How the door does; nothing that singles a person out.
    case door
    /// Screenings and tracks too.
    case people
}
