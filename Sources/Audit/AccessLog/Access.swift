/// One use of records by somebody who handles them. It names records by their random ids, never people.
public struct Access: Hashable, Sendable {
    /// Who did it, such as "uid:1000": 1 to 32 of a-z, 0-9 and `._:-`.
    public let user: String
    /// From where.
    public let origin: Origin
    public let action: Action
    /// Whose data: the consent's id. When the consent dies, it points to nothing.
    public let record: RecordID?
    /// Why, where the action asks for it.
    public let reason: Reason?

    public enum Origin: String, CaseIterable, Hashable, Sendable {
        /// The control socket.
        case control
        /// The door itself.
        case door
        /// The daemon.
        case daemon
    }

    public enum Action: String, CaseIterable, Hashable, Sendable {
        case grant, renew, withdraw, receipt, list, show, export, erase, report, checkpoint
        /// The first key was handed out, for an auditor.
        case key
        /// A torn line at the end was cut off after a crash.
        case repair
    }

    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case personsRequest = "persons-request"
        case review, complaint, authority, maintenance
    }

    /// - Throws: `request` where `user` is no user.
    public init(
        user: String, origin: Origin, action: Action, record: RecordID? = nil, reason: Reason? = nil
    ) throws(RecordsError) {
        let isName = user.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2E, 0x5F, 0x3A, 0x2D].contains(byte)
        }
        guard (1...32).contains(user.utf8.count), isName else {
            throw RecordsError(
                .request, what: "the user of an access", cause: "it is not 1 to 32 of a-z, 0-9 and ._:-",
                remedy: "Name the user by its number, such as uid:1000.")
        }
        self.user = user
        self.origin = origin
        self.action = action
        self.record = record
        self.reason = reason
    }
}
