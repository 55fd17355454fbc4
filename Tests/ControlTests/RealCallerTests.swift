import Control
import Foundation
import Settings
import Testing

/// Callers that the kernel knows as somebody else: this needs root, and programs that others may run.
@Suite("Callers as the kernel knows them")
struct RealCallerTests {
    /// nobody on Debian.
    private static let stranger = "65534"

    private static let program = URL(
        fileURLWithPath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
    ).deletingLastPathComponent().appendingPathComponent("lintelctl").path

    /// Runs lintelctl as nobody with these groups.
    private static func run(groups: String, _ arguments: [String]) throws -> (code: Int32, errors: String) {
        let process = Process()
        let errors = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
        process.arguments =
            ["--reuid", stranger, "--regid", stranger] + (groups.isEmpty ? ["--clear-groups"] : ["--groups", groups])
            + [program] + arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private static func open(_ directory: URL, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: directory.path)
    }

    private static var isPossible: Bool {
        SystemFacts.user == 0 && ((try? run(groups: "", ["--help"]).code) ?? 1) == 0
    }

    @Test(
        "a stranger is refused, a member of the group is not, and a closed directory is named",
        .enabled(if: isPossible, "needs root, setpriv and programs that everybody may run"))
    func strangers() throws {
        var settings = ControlSettings()
        // A group that every Debian has.
        settings.viewerGroup = "games"
        let server = try RealServer(settings)
        try Self.open(server.directory, 0o755)
        let refused = try Self.run(groups: "", ["status", "--socket", server.path])
        #expect(refused.code == 77)
        #expect(refused.errors.contains("this needs the role viewer, which is the group games's"))
        let number = try #require(SystemFacts.group("games"))
        #expect(try Self.run(groups: "\(number)", ["status", "--socket", server.path]).code == 0)
        try Self.open(server.directory, 0o700)
        let denied = try Self.run(groups: "\(number)", ["status", "--socket", server.path])
        #expect(denied.code == 77)
        #expect(denied.errors.contains("\(server.path): this user may not reach the control socket"))
    }
}
