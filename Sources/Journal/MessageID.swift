import Logging

/// What kind a log line is: journald's MESSAGE_ID, 128 random bits that never change, so that
/// `journalctl MESSAGE_ID=...` finds every line of a kind whatever its words.
public enum MessageID: String, CaseIterable, Sendable {
    /// The door is watched from here on, with a camera or without.
    case started = "bd410ed3922043fe9bcd5f8c598acb3c"
    /// The door is no longer watched; carries the counts of the run.
    case stopped = "457504f01d774c7eabe620b2190fbf01"
    /// Somebody was admitted; only with `entries = "lines"`.
    case entryAdmitted = "53467599933a478099a607534f2c6644"
    /// Somebody was referred; only with `entries = "lines"`.
    case entryReferred = "b504cf3d5689406281620705a7d0ffc5"
    /// Entries and passages since the last such line.
    case entryCounts = "870914deed914a17adac9b00f5488b1d"
    /// Somebody passed the door; only with `entries = "lines"`.
    case passage = "6d8045fc1e094c0bae0d1b28acbd7e1d"
    /// What the camera's frames are good for changed: ready, settling, frozen and so on.
    case cameraState = "2e807740c5984111b1dc92047d374d30"
    /// There is no camera that could be used; one is waited for.
    case cameraAbsent = "35372962afdb4d5b8fea610e2ddf431e"
    /// A camera was opened and gives frames.
    case cameraFound = "a2aca8da74a345f9a6ef2f01ecf34f79"
    /// The camera gives no frames any more; it is opened again.
    case cameraLost = "68fc4f000afd45a9ac9871f8a6b9d852"
    /// A camera is there that can't be used as it is.
    case cameraUnusable = "6de8ea5825204b17b7bb9ffe353d76fb"
    /// The state of the reference body changed.
    case referenceState = "373ab0234af74e499139c5961ea70086"
    /// Something failed; the line says what, why and what to do.
    case fault = "d723678038774afd82cb88a9c6e4c01a"
    /// A stage missed its deadline: the keep-alive stops, so that systemd restarts the daemon.
    case stageLate = "40d9b407a4bc4c51b57fde473b3fd91c"
    /// A stage that had missed its deadline is back before systemd restarted the daemon.
    case stageOnTime = "7fd5b1bddab64ec69a4a7fa2093bad26"
    /// One problem of the configuration, with file, line and key.
    case settingsError = "12472df0f00f4805b168a0517165e77f"
    /// A reload took the configuration; the line names what is applied and what needs a restart.
    case settingsApplied = "05956756f6c74209b57ddda85c172587"
    /// A reload found a wrong configuration; the one that was running stays.
    case settingsRefused = "ae0167bda9894238b9571bafce1df1ee"
    /// Whether what people agreed to is recorded.
    case recordsState = "fde6376c00184971945284e922bd27e5"
    /// Nothing is recorded although the configuration wants it; the door goes on.
    case recordsStopped = "dd830bb9a8a44322967f29c4cdf8f87b"
    /// Records were destroyed; counts only.
    case recordsPurged = "7c272432951b4eb5aef503e1087d3563"
    /// A purge failed, is late, or is on time again.
    case purgeState = "6df52df340bb417ca2acecb1e9058da3"
    /// Somebody may see a live picture of the door from here on; the line says who, why and for how long.
    case maintenanceBegan = "2131697daec3420fb5cd160548bfd667"
    /// Nobody may see it any more.
    case maintenanceEnded = "48f00eddf9e84712917d5ffd8455d93b"
    /// Log lines were dropped because the journal did not take them.
    case linesDropped = "238915a10a35431483072ed8a4233648"

    /// The metadata key that carries it; no other field may use that name.
    public static let metadataKey = "message_id"

    /// How grave a line of this kind is unless it says otherwise.
    public var level: Logger.Level {
        switch self {
        case .entryAdmitted, .entryReferred, .entryCounts, .passage: .info
        case .started, .stopped, .cameraState, .cameraFound, .referenceState, .settingsApplied, .stageOnTime,
            .recordsState, .recordsPurged, .maintenanceBegan, .maintenanceEnded:
            .notice
        case .linesDropped, .cameraAbsent, .cameraLost: .warning
        case .fault, .settingsError, .settingsRefused, .cameraUnusable, .stageLate, .recordsStopped, .purgeState: .error
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
