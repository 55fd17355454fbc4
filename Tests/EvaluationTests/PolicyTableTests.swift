import Evaluation
import Simulation
import Testing

@Suite struct PolicyTableTests {
    private func table(_ text: String) throws(EvaluationError) -> PolicyTable {
        try PolicyTable(Array(text.utf8), file: "people.csv")
    }

    private func problems(_ text: String) -> [EvaluationError.Problem] {
        do {
            _ = try table(text)
            return []
        } catch {
            return error.problems
        }
    }

    @Test("columns are found by name in any order, others are not looked at")
    func columns() throws {
        let text =
            "\u{FEFF}id,febrile, ambient_c ,\"skin_c\",note\r\n7,1,22.5,36.9,\"a, \"\"b\"\"\"\r\n\r\n8,0,,35.1,\r\n"
        #expect(
            try table(text).people == [
                MeasuredPerson(skin: 36.9, ambient: 22.5, isFebrile: true),
                MeasuredPerson(skin: 35.1, ambient: nil, isFebrile: false),
            ])
    }

    @Test(
        "every line that can't be used is named with its number",
        arguments: [
            ("36,2", "fields"), ("x,0", "skin_c is \"x\""), (",0", "skin_c is empty"), ("nan,0", "skin_c"),
            ("96.8,0", "20 to 50"),
            ("36.1,2", "febrile is \"2\""), ("36.1,", "febrile is empty"), ("36.1,yes", "febrile"),
            ("\"36.1,0", "quotation mark"),
        ])
    func badLine(line: String, cause: String) {
        let text =
            line == "36,2" ? "skin_c,febrile\n36.5,1\n35.2,0\n36,2,1\n" : "skin_c,febrile\n36.5,1\n35.2,0\n\(line)\n"
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.first?.line == 4)
        #expect(found.first?.cause.contains(cause) == true)
        #expect(found.first?.remedy.isEmpty == false)
    }

    @Test("all bad lines are told at once")
    func several() {
        let found = problems("skin_c,febrile,ambient_c\nhot,1,\n36.1,3,\n36.1,1,900\n35,0,20\n")
        #expect(found.map(\.line) == [2, 3, 4])
    }

    @Test(
        "a table without what a policy needs says so",
        arguments: [
            ("", "nothing in it"), ("skin,febrile\n36,1\n", "no column skin_c"), ("skin_c\n36\n", "no column febrile"),
            ("skin_c,febrile\n36,1\n", "nobody with febrile 0"), ("skin_c,febrile\n36,0\n", "nobody with febrile 1"),
            ("skin_c,febrile,skin_c\n36,0,36\n", "more than one column"),
        ])
    func incomplete(text: String, cause: String) {
        #expect(problems(text).contains { $0.cause.contains(cause) })
    }

    @Test("whatever bytes a file holds, it is a table or a named problem")
    func fuzz() {
        var generator = RandomGenerator(seed: 11)
        let good = Array("skin_c,ambient_c,febrile\n36.1,22,0\n37.2,,1\n\"35.0\",24.5,0\n".utf8)
        for _ in 0..<3_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: at)
                default: bytes.remove(at: at)
                }
            }
            do {
                let people = try PolicyTable(bytes, file: "f").people
                #expect(people.allSatisfy { (20...50).contains($0.skin) })
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { !$0.cause.isEmpty && !$0.remedy.isEmpty })
            }
        }
    }
}
