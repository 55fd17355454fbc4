/// Which rule of `[screening]` a policy is judged by.
public enum PolicyMode: String, CaseIterable, Hashable, Sendable {
    /// The absolute threshold, with the reference body in view: everybody by themselves.
    case absolute
    /// The relative threshold over the people before, in the order of the table, as without a reference body.
    case site
}
