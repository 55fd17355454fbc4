/// The file that a descriptor is open on, to tell whether it is the journal's.
///
/// systemd sets `$JOURNAL_STREAM` to "device:inode" of the stream that it connected; a program whose standard error was
/// redirected since inherits the variable but not the file (systemd.exec(5)).
public struct JournalStream: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    public init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }

    /// Standard error's.
    public static var standardError: JournalStream? { SystemJournal.stream(of: 2) }

    /// Standard output's.
    public static var standardOutput: JournalStream? { SystemJournal.stream(of: 1) }

    /// Whether this is the stream that systemd connected to the journal.
    public var isJournal: Bool { isNamed(by: SystemJournal.variable("JOURNAL_STREAM")) }

    /// Whether `$JOURNAL_STREAM` names this file.
    public func isNamed(by variable: String?) -> Bool { variable == "\(device):\(inode)" }
}
