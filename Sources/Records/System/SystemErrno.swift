import Glibc

/// An error number and its words.
struct SystemErrno {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    /// The calling thread's last one.
    static var last: SystemErrno { SystemErrno(errno) }

    var text: String {
        // strerror returns a string that lives until the next call in this thread; it is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
