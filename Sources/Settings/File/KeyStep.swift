/// One step of the way from a file's root to a value.
public enum KeyStep: Hashable, Sendable {
    /// Into a table.
    case key(String)
    /// Into an array.
    case index(Int)
}
