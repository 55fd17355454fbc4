import Foundation
import Settings

/// One page: its name, its section of the manual, and its text in the macros of man(7).
struct ManualPage {
    let name: String
    let section: Int
    private var lines: [String] = []

    init(_ name: String, section: Int, abstract: String) {
        self.name = name
        self.section = section
        lines = [
            ".\\\" Made by lintel-manual; change the program's help or config/lintel.toml instead.",
            ".TH \"\(Roff.escaped(name.uppercased()))\" \(section) \"\" \"Lintel \(Version.number)\" \"Lintel\"",
            ".SH NAME", "\(Roff.escaped(name)) \\- \(Roff.escaped(Self.withoutPeriod(abstract)))",
        ]
    }

    /// A heading in capitals.
    mutating func section(_ heading: String) { lines.append(".SH \(Roff.escaped(heading))") }

    mutating func subsection(_ heading: String) { lines.append(".SS \(Roff.escaped(heading))") }

    mutating func paragraph(_ text: String) {
        // A heading begins a paragraph itself.
        let isFirst = lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? false
        lines += (isFirst ? [] : [".PP"]) + [Roff.line(text)]
    }

    /// What is explained, already in macros, and its explanation.
    mutating func item(_ term: String, _ paragraphs: [String]) {
        lines += [".TP", term]
        for (index, text) in paragraphs.enumerated() {
            if index > 0 { lines.append(".IP") }
            lines.append(Roff.line(text))
        }
    }

    /// Text as it is, in macros.
    mutating func raw(_ line: String) { lines.append(line) }

    var text: String { lines.joined(separator: "\n") + "\n" }

    func write(to directory: String) throws {
        let folder = URL(fileURLWithPath: directory).appendingPathComponent("man\(section)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).\(section)"))
    }

    private static func withoutPeriod(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }
}
