import Glibc

/// Reads files and directories that are small.
package enum SystemFileReader {
    /// The bytes of a small file, at most `limit` of them.
    package static func bytes(of path: String, limit: Int = 1 << 26) throws(RecordsError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            // The call writes no more than the buffer's count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            bytes += buffer[..<min(count, limit - bytes.count)]
        }
        return bytes
    }

    /// The text of a small file; nothing where it can't be read.
    package static func text(of path: String) -> String? {
        (try? bytes(of: path, limit: 1 << 20)).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The names in a directory, sorted.
    package static func names(in directory: String) throws(RecordsError) -> [String] {
        guard let stream = unsafe opendir(directory) else { throw failure(directory) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        // The entry lives until the next call; its name is copied at once.
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func failure(_ path: String) -> RecordsError {
        RecordsError(
            .system, what: path, cause: SystemErrno.last.text, remedy: "Check the path and who may read it.")
    }
}
