import Settings
import TOMLKit
import Testing

@Suite("Configurations damaged at random")
struct SettingsFuzzTests {
    @Test(
        "twenty thousand mutations of the reference are read or refused with remedies, and positions agree with TOMLKit"
    )
    func mutations() throws {
        let reference = try SystemText.read(ConfigurationFiles.reference)
        var random = SeededGenerator(seed: 42)
        var accepted = 0
        for _ in 0..<20_000 {
            let text = mutated(reference, &random)
            if let problems = complaint(text) {
                let report = problems.split(separator: "\n", omittingEmptySubsequences: false)
                try #require(report.count.isMultiple(of: 2) && !report.isEmpty, "\(text)\n\(problems)")
                try #require(
                    report.enumerated().allSatisfy { $0.element.hasPrefix($0.offset % 2 == 0 ? "door.toml" : "  ") },
                    "\(text)\n\(problems)")
            } else {
                accepted += 1
            }
            try checkPositions(text)
        }
        #expect(accepted > 100)
    }

    @Test("texts made of TOML's signs in any order are read or refused")
    func soup() throws {
        var random = SeededGenerator(seed: 7)
        let signs = Array("[]{}=.,#\"'\\\n\r\t abtfinTZx0123_+-:eE\u{2028}\u{A0}\u{B}")
        var accepted = 0
        for _ in 0..<200_000 {
            let length = Int.random(in: 1...14, using: &random)
            let start = random.chance(60) ? "a=" : ""
            let text = start + String((0..<length).compactMap { _ in signs.randomElement(using: &random) })
            // "a" is a key that Lintel does not know: a text that is read is refused for it, or is empty of keys.
            let report = complaint(text)
            try #require(report?.hasPrefix("door.toml") ?? KeyPositions(text).lines.isEmpty, "\(text)")
            if report == nil { accepted += 1 }
            try checkPositions(text)
        }
        #expect(accepted > 100)
    }

    private func checkPositions(_ text: String) throws {
        // What is not structured never reaches TOMLKit, which aborts the process on some of it.
        guard KeyPositions(text).isStructured, !text.utf8.contains(0) else { return }
        guard let table = try? TOMLTable(string: text + "\n") else { return }
        try #require(Set(KeyPositions(text).lines.keys) == keyPaths(of: table), "\(text)")
    }

    private func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...12, using: &random)))
            case 2: bytes.insert(contentsOf: (fragments.randomElement(using: &random) ?? "").utf8, at: at)
            case 3: replaceValue(in: &bytes, near: at, &random)
            default:
                let from = Int.random(in: 0..<bytes.count, using: &random)
                bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + 40)]), at: at)
            }
            if bytes.isEmpty { bytes = [UInt8(ascii: "\n")] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts another value after the next equals sign, which mostly stays TOML.
    private func replaceValue(in bytes: inout [UInt8], near start: Int, _ random: inout SeededGenerator) {
        guard let equals = bytes[start...].firstIndex(of: UInt8(ascii: "=")),
            let end = bytes[equals...].firstIndex(of: UInt8(ascii: "\n"))
        else { return }
        bytes.replaceSubrange((equals + 1)..<end, with: (values.randomElement(using: &random) ?? "").utf8)
    }

    private let fragments = [
        "[", "]", "[[", "]]", "{", "}", "\"", "'", "\"\"\"", "'''", ".", "=", "#", "\n", "\r", ",", "\\", "\\u0000",
        "\"a\\u0000b\" = 1\n", "[camera]\n", "[[gate]]\n", "a.b.c = 1\n", "\u{0}", "\u{FEFF}", "é", "= {", "= [",
    ]
    private let values = [
        " 0", " -1", " 1e999", " nan", " -inf", " 9223372036854775807", " 9223372036854775808", " true", " \"\"",
        " \"simulated\"", " \"consented\"", " []", " [[[[]]]]", " {}", " { x = 1, y = 2, radius = 3 }", " 1979-05-27",
        " 07:32:00.999999999", " { x = nan, y = {}, radius = [] }", " 36.6", " '''a\nb'''", " 180",
    ]
}
