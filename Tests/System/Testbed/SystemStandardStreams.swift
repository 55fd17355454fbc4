import Glibc

/// Writes lines at once, also into a pipe.
enum StandardStreams {
    static func writeLine(_ line: String) { write(line, to: STDOUT_FILENO) }

    static func writeError(_ line: String) { write(line, to: STDERR_FILENO) }

    private static func write(_ line: String, to descriptor: Int32) {
        let bytes = Array((line + "\n").utf8)
        // The buffer is alive for the call and its count is its size.
        _ = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
