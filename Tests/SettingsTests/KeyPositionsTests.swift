import Settings
import TOMLKit
import Testing

@Suite("Positions of keys")
struct KeyPositionsTests {
    @Test("the scanner finds TOMLKit's key paths, and the lines they were written in, in generated files")
    func generatedFiles() throws {
        for seed in UInt64(0)..<3000 {
            let writer = TOMLWriter(seed: seed)
            let table = try #require(try? TOMLTable(string: writer.text), "seed \(seed):\n\(writer.text)")
            let found = KeyPositions(writer.text).lines
            try #require(Set(found.keys) == keyPaths(of: table), "seed \(seed):\n\(writer.text)")
            try #require(found == writer.lines, "seed \(seed):\n\(writer.text)")
        }
    }

    @Test("a path that the text does not have has no line")
    func absentPath() {
        let positions = KeyPositions("[camera]\nrotation = 90\n")
        #expect(positions.line(of: [.key("camera"), .key("rotation")]) == 2)
        #expect(positions.line(of: [.key("camera")]) == 1)
        #expect(positions.line(of: [.key("rotation")]) == nil)
    }

    @Test("a text that is not TOML gives the keys before the fault")
    func brokenText() {
        let positions = KeyPositions("a = 1\nb = \"never ends\nc = 2\n")
        #expect(positions.lines == [[.key("a")]: 1, [.key("b")]: 2])
    }
}
