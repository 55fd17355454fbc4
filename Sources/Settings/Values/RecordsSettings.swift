/// `[records]`: whether anything about a person is kept.
public struct RecordsSettings: Hashable, Sendable {
    /// `mode`: off keeps nothing and creates no file.
    public var mode = Mode.off

    public init() {}

    public enum Mode: String, CaseIterable, Hashable, Sendable {
        case off
        case consented
    }
}
