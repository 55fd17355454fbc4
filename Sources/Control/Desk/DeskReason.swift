/// Why a person's records are handed out or erased, as the access log names it.
public enum DeskReason: String, CaseIterable, Hashable, Sendable {
    case personsRequest = "persons-request"
    case review, complaint, authority, maintenance
}
