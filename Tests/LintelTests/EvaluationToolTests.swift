import Foundation
import Testing

@Suite("The evaluating commands, as a program")
struct EvaluationToolTests {
    private func write(_ text: String, to name: String, _ directory: TemporaryDirectory) throws -> String {
        let path = directory.path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("policy evaluate judges the configured threshold, in text and in JSON")
    func policy() throws {
        let directory = try TemporaryDirectory()
        let table = try write(
            "skin_c,febrile\n" + (0..<30).map { "\(35 + Double($0 % 10) / 10),0\n" }.joined()
                + (0..<10).map { "\(36 + Double($0) / 10),1\n" }.joined(), to: "people.csv", directory)
        let text = try Program("lintelctl", ["policy", "evaluate", table, "--set", "screening.elevated_skin_c=36"])
            .finish()
        #expect(text.exitCode == 0)
        #expect(text.output.contains("40 people, 10 febrile, 30 not"))
        #expect(text.output.contains("AUC 1.000"))
        #expect(text.output.contains("screening.elevated_skin_c = 36.00: sensitivity 1.000 [0.722, 1.000]"))
        let json = try Program("lintelctl", ["policy", "evaluate", "--site", "--json", table]).finish()
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["mode"] as? String == "site" && object?["people"] as? Int == 40)
    }

    @Test("policy evaluate names every bad line of its file")
    func badTable() throws {
        let directory = try TemporaryDirectory()
        let table = try write("skin_c,febrile\n36.1,0\nwarm,1\n36.2,2\n", to: "people.csv", directory)
        let run = try Program("lintelctl", ["policy", "evaluate", table]).finish()
        #expect(run.exitCode == 65 && run.output.isEmpty)
        #expect(run.errors.contains("people.csv:3: skin_c is \"warm\"") && run.errors.contains("people.csv:4: febrile"))
    }

    @Test("evaluate scores a simulated recording by its labels, and says which label has no recording")
    func evaluate() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("door.cptv")
        #expect(try Program("lintelctl", ["simulate", "--seed", "4", path]).finish().exitCode == 0)
        let truth = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: directory.path("door.json"))))
                as? [String: Any])
        let reference = (truth["reference"] as? [String: Any])?["temperature"] as? Double ?? 35
        let labels = try write(
            #"[{"file":"door.cptv","presentations":[{"face_from_s":0,"face_to_s":60}],"reference_c":\#(reference)}]"#,
            to: "labels.json", directory)
        let run = try Program("lintelctl", ["evaluate", "--labels", labels, "--json", directory.url.path]).finish()
        #expect(run.exitCode == 0, "\(run.errors)")
        let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let total = report?["total"] as? [String: Any]
        #expect(total?["presentations"] as? Int == 1 && total?["found"] as? Int == 1)

        let missing = try write(#"[{"file":"gone.cptv","presentations":[]}]"#, to: "other.json", directory)
        let refused = try Program("lintelctl", ["evaluate", "--labels", missing, directory.url.path]).finish()
        #expect(refused.exitCode == 65 && refused.errors.contains("gone.cptv: no such recording"))
    }
}
