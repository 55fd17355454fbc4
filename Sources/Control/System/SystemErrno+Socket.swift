import Capture
import Glibc

/// What an `errno` value says of a socket.
extension SystemErrno {
    /// Runs a call that is repeated when a signal interrupts it.
    static func check(_ body: () -> Int) throws(SystemErrno) -> Int { try SystemCapture.retrying(body).get() }

    /// Nothing to read or no room to write now.
    var mustWait: Bool { code == EAGAIN || code == EWOULDBLOCK }

    /// The other end is closed, or was by the time of the call.
    var hasEnded: Bool { self == .broken || self == .reset }

    /// The other end sends no more.
    static let ended = SystemErrno(code: 0)
    static let broken = SystemErrno(code: EPIPE)
    static let reset = SystemErrno(code: ECONNRESET)
    static let absent = SystemErrno(code: ENOENT)
    static let refused = SystemErrno(code: ECONNREFUSED)
    static let denied = SystemErrno(code: EACCES)
}
