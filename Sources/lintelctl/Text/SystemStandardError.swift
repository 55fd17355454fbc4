import ArgumentParser
import Glibc

/// Standard error, where problems go; results alone go to standard output.
enum StandardError {
    /// Writes a text as it is.
    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            // The bytes outlive the call, which reads at most their count.
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            // Nobody reads standard error: there is nowhere left to say so.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Says why the program ends: `lintelctl: ` and a text of two lines, what and why, and the remedy.
    ///
    /// - Returns: the exit code, to be thrown.
    static func end(_ text: String, _ code: ExitCode) -> ExitCode {
        write("lintelctl: \(text)\n")
        return code
    }
}
