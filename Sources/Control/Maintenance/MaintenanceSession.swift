/// A span of time in which one client may see a live picture.
public struct MaintenanceSession: Hashable, Sendable {
    /// The longest that one lasts, minutes.
    public static let mostMinutes = 15
    /// The most characters of a reason.
    public static let longestReason = 80

    /// Who began it.
    public let caller: DeskCaller
    /// Why, in the caller's words: 1 to 80 characters in one line.
    public let reason: String
    /// 1 to 15.
    public let minutes: Int

    /// - Throws: `InvalidParameter`.
    init(caller: DeskCaller, reason: String, minutes: Int64) throws(VarlinkFailure) {
        guard (1...Self.longestReason).contains(reason.count), !reason.allSatisfy(\.isWhitespace),
            reason.unicodeScalars.allSatisfy(Self.isPlain)
        else { throw .invalidParameter("reason") }
        guard (1...Int64(Self.mostMinutes)).contains(minutes) else { throw .invalidParameter("minutes") }
        self.caller = caller
        self.reason = reason
        self.minutes = Int(minutes)
    }

    /// Whether a sign stands in a line without steering whoever shows it.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
