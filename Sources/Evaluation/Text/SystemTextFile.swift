import Glibc

/// Reads a text that somebody wants evaluated.
public enum TextFile {
    /// Larger files are not tables or labels, bytes.
    public static let largest = 64 << 20

    /// The file's bytes.
    ///
    /// - Throws: one problem: missing, unreadable, a directory, or larger than 64 MiB.
    public static func read(_ path: String) throws(EvaluationError) -> [UInt8] {
        guard !path.utf8.contains(0) else { throw unreadable(path, error: ENOENT) }
        // The path is a string that the call copies; no NUL cuts it.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(path, error: errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // The buffer outlives the call, which writes at most its count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unreadable(path, error: errno) }
            bytes += buffer[..<count]
            guard bytes.count <= largest else {
                throw EvaluationError([
                    .init(
                        file: path, cause: "more than 64 MiB", remedy: "Check the path: this is hardly what is meant.")
                ])
            }
        }
    }

    private static func unreadable(_ path: String, error code: Int32) -> EvaluationError {
        let remedy =
            switch code {
            case ENOENT: "Check the path."
            case EACCES, EPERM: "Let the user that runs this program read it."
            case EISDIR: "Name the file in the directory."
            default: "Check the file and the disk it is on."
            }
        // strerror returns a string that lives until the next call in this thread; it is copied at once.
        let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return EvaluationError([.init(file: path, cause: "can't be read: \(cause)", remedy: remedy)])
    }
}
