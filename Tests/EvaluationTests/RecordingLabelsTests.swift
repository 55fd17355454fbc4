import Evaluation
import Radiometry
import Screening
import Settings
import Testing

@Suite struct RecordingLabelsTests {
    private func read(_ text: String) throws(EvaluationError) -> [RecordingLabel] {
        try RecordingLabels(Array(text.utf8), file: "labels.json").recordings
    }

    @Test("a label says who presents when; what it leaves out is as configured or as counted")
    func least() throws {
        let labels = try read(
            #"[{"file":"a.cptv","presentations":[{"face_from_s":1,"face_to_s":2.5}],"who":"ignored"}]"#)
        let label = try #require(labels.first)
        #expect(label.file == "a.cptv" && label.rotation == nil && label.reference == nil && label.disc == nil)
        #expect(label.range == 1...1 && label.mayMiss == 0 && label.mayExceed == 0)
        #expect(label.presentations.map(\.faceTo) == [2.5])
    }

    @Test("a label may tell rotation, reference body, head and the range that is right")
    func full() throws {
        let labels = try read(
            #"""
            [{"file":"a.cptv","rotation":90,"reference_c":36.6,"reference_disc":{"x":9.5,"y":12,"r":6},
              "presentations":[{"face_from_s":0,"face_to_s":2,"head_box":{"t_s":1.5,"x":10,"y":20,"w":30,"h":40}}],
              "expected_screenings":1,"expected_range":[0,2]}]
            """#)
        let label = try #require(labels.first)
        #expect(label.rotation == .quarter && label.reference == 36.6 && label.disc?.radius == 6)
        #expect(label.presentations.first?.head?.box == PixelBox(x: 10, y: 20, width: 30, height: 40))
        #expect(label.mayMiss == 1 && label.mayExceed == 1)
    }

    @Test(
        "what is wrong with labels is named with its recording",
        arguments: [
            ("{", "not JSON"), ("[]", "no list"), ("{}", "no list"), ("[1]", "recording 1: no object"),
            (#"[{"presentations":[]}]"#, "recording 1: file is missing"),
            (#"[{"file":"a"}]"#, "a: presentations is missing"),
            (#"[{"file":"../a","presentations":[]}]"#, "not a file name"),
            (#"[{"file":"a","presentations":[]},{"file":"a","presentations":[]}]"#, "a: labelled twice"),
            (#"[{"file":"a","presentations":[],"rotation":45}]"#, "rotation is 45"),
            (#"[{"file":"a","presentations":[],"reference_c":"hot"}]"#, "reference_c is not a number"),
            (#"[{"file":"a","presentations":[{"face_from_s":2}]}]"#, "presentation 1: face_to_s is missing"),
            (#"[{"file":"a","presentations":[{"face_from_s":2,"face_to_s":1}]}]"#, "not later"),
            (#"[{"file":"a","presentations":[],"expected_range":[2,1]}]"#, "expected_range is not two whole numbers"),
            (#"[{"file":"a","presentations":[],"reference_disc":{"x":1,"y":2}}]"#, "reference_disc: r is missing"),
            (
                #"[{"file":"a","presentations":[{"face_from_s":0,"face_to_s":1,"head_box":{"t_s":1}}]}]"#,
                "head_box: x is missing"
            ),
        ])
    func broken(text: String, cause: String) {
        do {
            _ = try read(text)
            Issue.record("taken")
        } catch {
            #expect(error.problems.contains { $0.cause.contains(cause) }, "\(error)")
            #expect(error.problems.allSatisfy { $0.file == "labels.json" && !$0.remedy.isEmpty })
        }
    }

    @Test("a fault in the JSON is told with its line")
    func line() {
        do {
            _ = try read("[\n{\"file\": \"a\",\n}\n]")
            Issue.record("taken")
        } catch {
            #expect(error.problems.first?.line == 3)
        }
    }
}
