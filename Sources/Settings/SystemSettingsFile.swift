import Glibc

/// Reads a configuration file from disk.
enum SystemSettingsFile {
    /// More than this is not a configuration.
    static let largest = 1 << 20

    /// The file's text.
    ///
    /// - Throws: one problem: missing, unreadable, a directory, larger than 1 MiB, or not UTF-8.
    static func read(_ path: String) throws(SettingsError) -> String {
        guard !path.utf8.contains(0) else { throw unreadable(path, error: ENOENT) }
        // The path is a string that the call copies; no NUL cuts it.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unreadable(path, error: errno) }
        defer { close(descriptor) }
        let bytes = try contents(of: descriptor, path)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(path, bytes) }
        return text
    }

    private static func contents(of descriptor: Int32, _ path: String) throws(SettingsError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            // The buffer outlives the call, which writes at most its count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw unreadable(path, error: errno) }
            bytes += buffer[..<count]
            guard bytes.count <= largest else { throw tooLarge(path) }
        }
    }

    private static func unreadable(_ path: String, error code: Int32) -> SettingsError {
        let remedy =
            switch code {
            case ENOENT: "Check the path; config/lintel.toml is the commented reference to copy."
            case EACCES, EPERM: "Let the user that runs this program read it."
            case EISDIR: "Name the file in the directory."
            default: "Check the file and the disk it is on."
            }
        // strerror returns a string that lives until the next call in this thread; it is copied at once.
        let cause = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return SettingsError([SettingsProblem(place: place(path), fault: "can't be read: \(cause)", remedy: remedy)])
    }

    private static func tooLarge(_ path: String) -> SettingsError {
        SettingsError([
            SettingsProblem(
                place: place(path), fault: "found more than 1 MiB, allowed a configuration of at most 1 MiB",
                remedy: "Check the path: this is hardly a configuration.")
        ])
    }

    private static func notUTF8(_ path: String, _ bytes: [UInt8]) -> SettingsError {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
        return SettingsError([
            SettingsProblem(
                place: place(path, line: line), fault: "found bytes that are not UTF-8, allowed UTF-8 text",
                remedy: "Save the file as UTF-8.")
        ])
    }

    private static func place(_ path: String, line: Int? = nil) -> SettingsPlace {
        .file(ConfigurationValue.shown(path), line: line, column: nil)
    }
}
