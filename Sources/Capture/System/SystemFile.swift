import Glibc

/// A file descriptor with one owner; closed when the owner goes away.
struct FileDescriptor: ~Copyable, Sendable {
    let number: Int32

    /// Takes over a descriptor that nobody else closes.
    init(owning number: Int32) {
        self.number = number
    }

    deinit {
        _ = close(number)
    }
}

/// Opening files.
extension FileDescriptor {
    /// Opens a regular file to read.
    static func open(reading path: String) throws(CaptureError) -> FileDescriptor {
        try open(
            path, flags: O_RDONLY | O_CLOEXEC | O_NONBLOCK, remedy: "Check the path and that the file may be read.")
    }

    /// Makes or empties a file to write.
    static func open(writing path: String) throws(CaptureError) -> FileDescriptor {
        try open(
            path, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
            remedy: "Check that the folder exists and may be written to.")
    }

    private static func open(_ path: String, flags: Int32, remedy: String) throws(CaptureError) -> FileDescriptor {
        // The path is lent to the call as a C string for as long as it runs.
        let number = try SystemCapture.check(path, remedy: remedy) { unsafe Int(Glibc.open(path, flags, 0o644)) }
        return FileDescriptor(owning: Int32(truncatingIfNeeded: number))
    }
}
