import Foundation

/// One of the built programs, found beside the test bundle.
struct Program {
    /// What a finished program left.
    struct Outcome {
        let output: String
        let errors: String
        let exitCode: Int32

        /// The log: every line that begins with a time, without it.
        var logLines: [Substring] {
            errors.split(separator: "\n").compactMap { line in
                line.prefixMatch(of: #/\d{4}-\d\d-\d\dT[0-9:.]+Z /#).map { line[$0.range.upperBound...] }
            }
        }
    }

    /// The package's directory, which is where programs are run.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// Starts a program. What it prints on standard error must fit into a pipe (64 KiB).
    ///
    /// - Parameters:
    ///   - environment: variables beside those of the tests.
    ///   - input: what stands on standard input, at most a pipe's worth.
    ///   - terminal: what standard input is instead.
    init(
        _ name: String, _ arguments: [String], environment: [String: String] = [:], input: String = "",
        terminal: FileHandle? = nil
    ) throws {
        try self.init(
            tool: Self.path(name), arguments, environment: environment, input: input, terminal: terminal)
    }

    /// The path of one of the built programs.
    static func path(_ name: String) -> String {
        let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent(name).path
    }

    /// Starts a program of the system.
    init(
        tool: String, _ arguments: [String], environment: [String: String] = [:], input: String = "",
        terminal: FileHandle? = nil
    ) throws {
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, own in own }
        process.currentDirectoryURL = Self.package
        let pipe = Pipe()
        process.standardInput = terminal ?? pipe
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Waits until it printed this on standard error; what was read is lost to `finish`.
    func waitForError(_ text: String) {
        var seen = ""
        while !seen.contains(text) {
            let data = errors.fileHandleForReading.availableData
            guard !data.isEmpty else { return }
            seen += String(decoding: data, as: UTF8.self)
        }
    }

    /// Sends SIGINT.
    func interrupt() { process.interrupt() }

    /// Sends any signal.
    func send(_ signal: Int32) { _ = kill(process.processIdentifier, signal) }

    /// Sends SIGTERM and waits for the end.
    ///
    /// - Returns: how long that took.
    func terminate() -> Duration {
        ContinuousClock().measure {
            process.terminate()
            process.waitUntilExit()
        }
    }

    /// Makes the pipe of standard error as small as it can be; nobody reads it before `finish`.
    func narrowErrors() -> Bool {
        // F_SETPIPE_SZ of fcntl(2), which Glibc's module hides.
        fcntl(errors.fileHandleForReading.fileDescriptor, 1031, 4096) > 0
    }

    /// Waits until it has ended.
    func finish() -> Outcome {
        // Standard output is read as it comes: it may be more than the pipe holds.
        let output = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            output: String(decoding: output, as: UTF8.self),
            errors: String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self),
            exitCode: process.terminationStatus)
    }
}

/// A directory that is gone with the value's last user.
final class TemporaryDirectory {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
