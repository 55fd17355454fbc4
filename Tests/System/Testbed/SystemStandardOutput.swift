import Glibc

enum StandardOutput {
    /// Writes a line at once, also into a pipe.
    static func writeLine(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // The buffer is alive for the call and its count is its size.
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
