import Glibc

/// Files for tests.
enum SystemText {
    struct Unreadable: Error {
        let path: String
    }

    static func read(_ path: String) throws -> String {
        // The path and the mode are strings that the call copies.
        guard let file = unsafe fopen(path, "r") else { throw Unreadable(path: path) }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        // The buffer outlives the call, which writes at most its count.
        let count = unsafe bytes.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Runs `body` with the path of a file of these bytes, which is removed afterwards.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        var template = Array("/tmp/lintel-settings-XXXXXX".utf8CString)
        // mkstemp replaces the X of this array, which it does not outlive.
        let descriptor = unsafe template.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else { throw Unreadable(path: path) }
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        // The bytes outlive the call.
        let written = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw Unreadable(path: path) }
        return try body(path)
    }
}
