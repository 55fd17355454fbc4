import Capture
import Control
import Radiometry
import Screening
import Settings
import Testing

@Suite("Conditions of a door")
struct DoorFactsTests {
    private static let streaming = CameraState.streaming(name: "Lepton 3.5 (1e4e:0100)")
    private static let states: [CameraState] = [
        .absent(why: "nothing is plugged in"), .opening, streaming, .stalled, .reopening(why: "it failed"),
        .unusable(CaptureError(what: "/dev/video0", cause: "no 16-bit format", remedy: "Use another camera.")),
    ]

    private func conditions(
        _ facts: DoorFacts, _ mode: ReferenceSettings.Mode = .required
    ) -> Conditions {
        var settings = Settings()
        settings.reference.mode = mode
        return facts.conditions(settings)
    }

    @Test("every code that can come stands in the interface file")
    func codes() throws {
        let text = try #require(try InterfaceCatalog()["io.lintel.Status"]?.text)
        let words = Set(text.split { !($0.isLetter || $0 == "-") }.map(String.init))
        for state in Self.states {
            for frames in CameraCondition.allCases.map(Optional.some) + [nil] {
                for reference in ReferenceState.allCases.map(Optional.some) + [nil] {
                    for mode in ReferenceSettings.Mode.allCases {
                        let facts = DoorFacts(camera: state, frames: frames, reference: reference)
                        let conditions = conditions(facts, mode)
                        for part in Part.allCases { #expect(words.contains(conditions[part].code)) }
                    }
                }
            }
        }
    }

    @Test("screening runs only while somebody can be measured")
    func running() {
        for state in Self.states {
            for frames in CameraCondition.allCases.map(Optional.some) + [nil] {
                for reference in ReferenceState.allCases {
                    let facts = DoorFacts(camera: state, frames: frames, reference: reference)
                    let isMeasuring =
                        state == Self.streaming && (frames == .ready || frames == .correcting) && reference == .tracked
                    #expect((conditions(facts).screening.code == "running") == isMeasuring)
                }
            }
        }
    }

    @Test("words and levels")
    func words() {
        let absent = conditions(DoorFacts(camera: .absent(why: "nothing is plugged in")))
        #expect(absent.camera == Condition(.fault, code: "absent", words: "absent: nothing is plugged in"))
        #expect(
            absent.screening == Condition(.fault, code: "paused", words: "paused: camera absent, nobody is measured"))
        let unusable = conditions(DoorFacts(camera: Self.states[5])).camera
        #expect(unusable.words == "unusable: /dev/video0: no 16-bit format. Use another camera.")
        let good = conditions(DoorFacts(camera: Self.streaming, frames: .ready, reference: .tracked))
        #expect(good.camera.words == "ready: Lepton 3.5 (1e4e:0100)")
        #expect(good.screening.level == .good && good.reference.level == .good)
        let lost = DoorFacts(camera: Self.streaming, frames: .ready, reference: .lost)
        #expect(conditions(lost).reference.level == .fault && conditions(lost).screening.level == .fault)
        #expect(conditions(lost, .optional).reference.level == .attention)
        #expect(conditions(lost, .optional).screening.code == "running")
        let first = conditions(DoorFacts(camera: Self.streaming))
        #expect(first.camera.code == "opening" && first.reference.code == "searching")
        let late = conditions(DoorFacts(camera: Self.streaming, frames: .ready, late: ["capture", "screening"]))
        #expect(late.screening.words == "stuck: capture and screening missed a deadline")
    }
}
