import Glibc
import Picture

/// What drawing on the terminal needs of the system.
extension Terminal {
    /// Rows and columns of standard output; nil when it is no terminal.
    static var size: TerminalSize? { SystemPicture.terminalSize(of: STDOUT_FILENO) }

    /// Writes to standard output at once.
    static func put(_ bytes: [UInt8]) { SystemPicture.write(bytes, to: STDOUT_FILENO) }

    static func put(_ text: String) { put(Array(text.utf8)) }

    /// A signal's own effect is left out, so that whoever listens for it can act.
    static func leave(_ number: Int32) {
        // No handler runs in signal context: the signal is ignored and read from a descriptor.
        _ = signal(number, SIG_IGN)
    }
}
