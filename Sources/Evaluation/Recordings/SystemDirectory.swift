import Glibc

/// Lists a directory that somebody named.
public enum Directory {
    /// The names in it, in rising order.
    ///
    /// - Throws: one problem: missing, no directory, or unreadable.
    public static func names(in path: String) throws(EvaluationError) -> [String] {
        // The path is a string that the call copies.
        guard !path.utf8.contains(0), let directory = unsafe opendir(path) else { throw unreadable(path, error: errno) }
        // The stream is open until here and used by nobody else.
        defer { unsafe closedir(directory) }
        var names: [String] = []
        // The entry lives until the next call; its name, which ends in a NUL, is copied at once.
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func unreadable(_ path: String, error code: Int32) -> EvaluationError {
        // strerror returns a string that lives until the next call in this thread; it is copied at once.
        let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return EvaluationError([
            .init(file: path, cause: "can't be read: \(cause)", remedy: "Name the directory that holds the recordings.")
        ])
    }
}
