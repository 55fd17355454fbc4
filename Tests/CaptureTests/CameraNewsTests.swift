import Capture
import Testing

@Suite("What is worth saying of a live camera")
struct CameraNewsTests {
    private static let broken = CameraError.of("/dev/video0")

    private enum CameraError {
        static func of(_ what: String) -> CaptureError {
            CaptureError(what: what, cause: "it is busy", remedy: "End the other program.")
        }
    }

    private func told(_ states: [CameraState]) -> [CameraState] {
        var news = CameraNews()
        return states.filter { news.take($0) }
    }

    @Test("a camera that stays away is said to be absent once")
    func absent() {
        let attempts = [CameraState.absent(why: "no camera"), .opening, .absent(why: "no camera"), .opening]
        #expect(told(attempts + attempts) == [.absent(why: "no camera")])
    }

    @Test("two causes that take turns are each said once until frames come")
    func turns() {
        let turn: [CameraState] = [
            .absent(why: "no camera"), .opening, .unusable(Self.broken), .reopening(why: "no frames"),
        ]
        #expect(told(turn + turn + turn) == [turn[0], turn[2], turn[3]])
    }

    @Test("every change between giving frames and not is said")
    func flapping() {
        let cycle: [CameraState] = [.streaming(name: "Lepton"), .stalled, .reopening(why: "unplugged"), .opening]
        let said: [CameraState] = [.streaming(name: "Lepton"), .stalled, .reopening(why: "unplugged")]
        #expect(told(cycle + cycle) == said + said)
        #expect(
            told([.streaming(name: "Lepton"), .streaming(name: "Lepton"), .streaming(name: "Boson")]) == [
                .streaming(name: "Lepton"), .streaming(name: "Boson"),
            ])
    }

    @Test("what can't be done is said once, what was done each time")
    func notices() {
        var news = NoticeNews()
        let round: [CameraNotice] = [.tlinearSwitchedOn, .noFlatFieldControl, .usbReset(.notGranted), .usbReset(.done)]
        #expect((round + round).filter { news.take($0) } == round + [round[0], round[3]])
    }

    @Test("causes that never repeat are all said and none is kept for ever")
    func endless() {
        let states = (0..<100).map { CameraState.absent(why: "attempt \($0)") }
        #expect(told(states) == states)
    }
}
