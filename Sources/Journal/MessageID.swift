import Logging

/// What kind a log line is: journald's MESSAGE_ID, 128 random bits that never change, so that
/// `journalctl MESSAGE_ID=...` finds every line of a kind whatever its words.
public enum MessageID: String, CaseIterable, Sendable {
    case started = "bd410ed3922043fe9bcd5f8c598acb3c"
    case stopped = "457504f01d774c7eabe620b2190fbf01"
    case entryAdmitted = "53467599933a478099a607534f2c6644"
    case entryReferred = "b504cf3d5689406281620705a7d0ffc5"
    case entryCounts = "870914deed914a17adac9b00f5488b1d"
    case passage = "6d8045fc1e094c0bae0d1b28acbd7e1d"
    case cameraState = "2e807740c5984111b1dc92047d374d30"
    case referenceState = "373ab0234af74e499139c5961ea70086"
    case fault = "d723678038774afd82cb88a9c6e4c01a"
    case settingsError = "12472df0f00f4805b168a0517165e77f"
    case linesDropped = "238915a10a35431483072ed8a4233648"

    /// The metadata key that carries it; no other field may use that name.
    public static let metadataKey = "message_id"

    /// How grave a line of this kind is unless it says otherwise.
    public var level: Logger.Level {
        switch self {
        case .entryAdmitted, .entryReferred, .entryCounts, .passage: .info
        case .started, .stopped, .cameraState, .referenceState: .notice
        case .linesDropped: .warning
        case .fault, .settingsError: .error
        }
    }
}

extension Logger {
    /// Logs a line of a kind.
    ///
    /// - Parameters:
    ///   - kind: sets MESSAGE_ID, and the level unless one is given.
    ///   - message: what happened, in words that carry no person.
    ///   - metadata: becomes journal fields `LINTEL_KEY=value`.
    public func report(
        _ kind: MessageID, _ message: @autoclosure () -> Logger.Message, level: Logger.Level? = nil,
        metadata: Logger.Metadata = [:], file: String = #fileID, function: String = #function, line: UInt = #line
    ) {
        log(
            level: level ?? kind.level, message(),
            metadata: metadata.merging([MessageID.metadataKey: "\(kind.rawValue)"]) { _, kind in kind },
            file: file, function: function, line: line)
    }
}
