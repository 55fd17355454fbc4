/// Why the daemon could not be asked.
public enum ControlClientError: Error, Hashable, Sendable {
    /// There is no socket at the path.
    case absent(path: String)
    /// There is a socket that nobody listens at.
    case notRunning(path: String)
    /// The file system keeps this user from the socket.
    case denied(path: String)
    /// The path is no path of a socket, or the system refused; in words.
    case unusable(path: String, cause: String)
    /// No answer came in time.
    case timeout(path: String, seconds: Double)
    /// The daemon closed the connection before its answer.
    case closed(path: String)
    /// The daemon answered something else than its interface says; in words.
    case malformed(path: String, cause: String)
    /// This user has none of the roles of which the call needs one; each with its group.
    case roleRequired(roles: [String], groups: [String])
    /// The daemon serves no more clients at the moment.
    case busy(path: String)
    /// Events after this id are gone.
    case gap(after: String)
    /// Another maintenance session lasts, for at most so many seconds.
    case maintained(seconds: Int64)
    /// The maintenance session is over.
    case maintenanceOver(MaintenanceEnd.Cause)
    /// The records did not do what was asked.
    case records(DeskFailure)
    /// Any other error of the daemon: its name and its parameters as JSON.
    case failed(error: String, parameters: String)
}

extension ControlClientError: CustomStringConvertible {
    /// Two lines: what and why, and the remedy.
    public var description: String { "\(cause)\n  \(remedy)" }

    /// What happened, in one line.
    public var cause: String {
        switch self {
        case .absent(let path): "\(path): there is no control socket: the daemon is not running"
        case .notRunning(let path): "\(path): nobody listens at the control socket: the daemon is not running"
        case .denied(let path): "\(path): this user may not reach the control socket"
        case .unusable(let path, let cause): "\(path): \(cause)"
        case .timeout(let path, let seconds): "\(path): the daemon did not answer within \(Self.words(seconds))"
        case .closed(let path): "\(path): the daemon closed the connection without an answer"
        case .malformed(let path, let cause): "\(path): not the answer of a Lintel daemon: \(cause)"
        case .roleRequired(let roles, let groups):
            "not allowed: this needs the role \(Self.either(roles)), which is the group \(Self.either(groups))'s"
        case .busy(let path): "\(path): the daemon has as many clients as it serves"
        case .gap(let after): "events after \(after) are gone"
        case .maintained(let seconds): "another maintenance session lasts, for at most \(seconds) s"
        case .maintenanceOver(let cause):
            switch cause {
            case .end: "the maintenance session was ended"
            case .time: "the maintenance session's time is over"
            case .client: "the maintenance session ended: its client did not read"
            case .stop: "the maintenance session ended: the daemon stops"
            }
        case .records(let failure): failure.cause
        case .failed(let error, let parameters): "the daemon answered \(error) \(parameters)"
        }
    }

    /// What to do, a full sentence.
    public var remedy: String {
        switch self {
        case .absent, .notRunning:
            "Start it with `systemctl start linteld`; `journalctl -u linteld` says why it ended. For another door, use --door."
        case .denied: "Let this user enter the socket's directory, or run this as root."
        case .unusable: "Check the path given with --socket or --door."
        case .timeout: "`systemctl status linteld` says what it does; try again, or restart it."
        case .closed: "Try again; `journalctl -u linteld` says whether the daemon ended."
        case .malformed: "Check the path; daemon and tool should be of one version."
        case .roleRequired(_, let groups):
            "Add the user with `usermod --append --groups \(groups.first ?? "?") USER` and log in anew, or run this as root."
        case .busy: "Try again later, or end other clients; `ss -xp` names them."
        case .gap: "Begin anew without an id."
        case .maintained: "Wait until it is over; `journalctl -u linteld` says who began it and why."
        case .maintenanceOver: "Begin another one if it is still needed."
        case .records(let failure): failure.remedy
        case .failed: "Daemon and tool should be of one version."
        }
    }

    private static func either(_ words: [String]) -> String { words.joined(separator: " or ") }

    private static func words(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
    }
}
