import Foundation
import Settings
import Testing

@Suite("The manual")
struct ManualTests {
    /// The pages, by the name of their file.
    private func pages() throws -> [String: String] {
        let directory = try TemporaryDirectory()
        for program in ["lintelctl", "linteld"] {
            let said = try Program(program, ["--experimental-dump-help"]).finish()
            try Data(said.output.utf8).write(to: URL(fileURLWithPath: directory.path(program)))
        }
        let run = try Program(
            "lintel-manual",
            [
                "--lintelctl", directory.path("lintelctl"), "--linteld", directory.path("linteld"), "--configuration",
                "config/lintel.toml", directory.path("man"),
            ]
        ).finish()
        try #require(run.exitCode == 0, "\(run.errors)")
        var pages: [String: String] = [:]
        for folder in try FileManager.default.contentsOfDirectory(atPath: directory.path("man")) {
            for name in try FileManager.default.contentsOfDirectory(atPath: directory.path("man/\(folder)")) {
                pages[name] = try String(contentsOfFile: directory.path("man/\(folder)/\(name)"), encoding: .utf8)
            }
        }
        return pages
    }

    @Test("every command has its place in the manual, with every option that its help has")
    func commands() throws {
        let pages = try pages()
        #expect(pages["linteld.8"] != nil)
        for command in HelpTests.commands + ["status"] where !command.isEmpty {
            let words = command.split(separator: " ").map(String.init)
            let page = try #require(pages["lintelctl-\(words[0]).1"], "\(command)").replacing("\\-", with: "-")
            #expect(pages["lintelctl.1"]?.contains("lintelctl\\-\(words[0])") == true)
            if words.count > 1 { #expect(page.contains(".SS lintelctl \(command)\n")) }
            let help = try Program("lintelctl", words + ["--help"]).finish().output
            let options = Set(help.matches(of: /\n  (--[a-z-]+)/).map { String($0.output.1) }).subtracting(["--version"]
            )
            for option in options { #expect(page.contains("\\fB\(option)\\fR"), "\(command) \(option)") }
        }
    }

    @Test("every key of the configuration is in lintel.toml(5), under its section")
    func keys() throws {
        let page = try #require(try pages()["lintel.toml.5"])
        let sections = page.split(separator: ".SH ").reduce(into: [String: Substring]()) { sections, text in
            sections[String(text.prefix { $0 != "\n" })] = text
        }
        for key in SettingKey.all {
            let section = try #require(sections["[\(key.section)]"], "\(key.path)")
            let name = key.path.split(separator: ".").last ?? ""
            #expect(section.contains(".TP\n\\fB\(name)\\fR = "), "\(key.path)")
        }
    }

    @Test("no text of a page is taken for a macro")
    func macros() throws {
        let known: Set<Substring> = ["TH", "SH", "SS", "PP", "TP", "IP"]
        for (name, page) in try pages() {
            for line in page.split(separator: "\n") where line.first == "." || line.first == "'" {
                let macro = line.dropFirst().prefix { $0 != " " }
                #expect(known.contains(macro) || macro == "\\\"", "\(name): \(line)")
            }
        }
    }
}
