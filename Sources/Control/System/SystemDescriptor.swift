import Glibc

/// An open descriptor, closed with its last user.
final class SystemDescriptor: Sendable {
    let number: Int32

    /// Takes over a descriptor that nobody else closes.
    init(_ number: Int32) {
        self.number = number
    }

    deinit { _ = close(number) }
}

/// An `errno` value, as an error.
struct SystemErrno: Error, Hashable {
    let code: Int32

    /// Runs a call until it was not interrupted by a signal; the only place that knows EINTR.
    static func check(_ body: () -> Int) throws(SystemErrno) -> Int {
        while true {
            let value = body()
            if value >= 0 { return value }
            let code = errno
            if code != EINTR { throw SystemErrno(code: code) }
        }
    }

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

    /// What the C library says about it.
    var text: String {
        // strerror returns a string that lives until this thread asks again; it is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
