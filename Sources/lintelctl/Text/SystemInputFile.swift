import ArgumentParser
import Glibc

/// Reads what a user gives: a file, or standard input.
enum InputFile {
    /// The text of a file.
    ///
    /// - Throws: the exit code, after the cause and the remedy were written on standard error.
    static func text(_ path: String, most: Int) throws(ExitCode) -> String {
        // The path becomes a C string that lives for the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        return try text(of: descriptor, path, most: most)
    }

    /// All of standard input.
    static func standardInput(most: Int) throws(ExitCode) -> String {
        try text(of: STDIN_FILENO, "standard input", most: most)
    }

    private static func text(of descriptor: Int32, _ name: String, most: Int) throws(ExitCode) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            // The call writes no more than the buffer's count.
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(name) }
            if count == 0 { break }
            bytes += buffer[..<count]
            guard bytes.count <= most else {
                throw StandardError.end("\(name): more than \(most) bytes\n  Name the right file.", .wrongInput)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw StandardError.end("\(name): it is no text (UTF-8)\n  Name the right file.", .wrongInput)
        }
        return text
    }

    private static func failure(_ name: String) -> ExitCode {
        // strerror's text is copied before anything else can replace it.
        let cause = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "unknown error"
        return StandardError.end(
            "\(name): can't be read: \(cause)\n  Check the name and who may read it.", .notThere)
    }
}
