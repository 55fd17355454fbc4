import Glibc

/// An error number and its words.
package struct SystemErrno {
    package let code: Int32

    package init(_ code: Int32) { self.code = code }

    /// The calling thread's last one.
    package static var last: SystemErrno { SystemErrno(errno) }

    package var text: String {
        // strerror returns a string that lives until the next call in this thread; it is copied at once.
        unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
}
