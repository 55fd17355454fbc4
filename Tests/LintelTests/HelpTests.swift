import Foundation
import Testing

@Suite("Help pages")
struct HelpTests {
    /// Every command but `status`, whose page stands in its own tests.
    static let commands = [
        "", "audit", "audit checkpoint", "audit key", "audit verify", "cameras", "check", "consent", "consent grant",
        "consent present", "consent receipt", "consent refuse", "consent renew", "consent show", "consent withdraw",
        "privacy", "privacy notice", "privacy report", "records", "records erase", "records export", "records list",
        "records show", "render", "replay", "simulate", "watch",
    ]

    @Test("every command's page is as it was agreed", arguments: commands)
    func page(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let run = try Program("lintelctl", words + ["--help"], environment: ["COLUMNS": "80"]).finish()
        #expect(run.exitCode == 0)
        try Golden.expect(run.output, is: "help/\(words.isEmpty ? "lintelctl" : words.joined(separator: "-")).txt")
    }

    @Test("a command that ends with an exit code of its own says so", arguments: ["consent grant", "records erase"])
    func exitCodes(command: String) throws {
        let run = try Program("lintelctl", command.split(separator: " ").map(String.init) + ["--help"]).finish()
        #expect(run.output.contains("Exit codes: 0 done, 65 "))
    }

    @Test("completions are made for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try Program("lintelctl", ["--generate-completion-script", shell]).finish()
        #expect(run.exitCode == 0 && run.output.contains("withdraw") && run.output.contains("checkpoint"))
    }
}
