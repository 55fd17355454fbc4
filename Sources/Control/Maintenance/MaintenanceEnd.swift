/// How a maintenance session came to its end.
public struct MaintenanceEnd: Hashable, Sendable {
    public let cause: Cause
    /// How long it lasted.
    public let seconds: Int64
    /// Pictures that were sent in it.
    public let pictures: Int

    public enum Cause: String, CaseIterable, Hashable, Sendable {
        /// Somebody called End.
        case end
        /// Its time was over.
        case time
        /// The client went away, or did not read.
        case client
        /// The daemon ends.
        case stop
    }
}
