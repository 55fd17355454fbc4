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
        let attempts = [CameraState.absent("no camera"), .opening, .absent("no camera"), .opening]
        #expect(told(attempts + attempts) == [.absent("no camera")])
    }

    @Test("two causes that take turns are each said once until frames come")
    func turns() {
        let turn: [CameraState] = [.absent("no camera"), .opening, .unusable(Self.broken), .reopening("no frames")]
        #expect(told(turn + turn + turn) == [turn[0], turn[2], turn[3]])
    }

    @Test("every change between giving frames and not is said")
    func flapping() {
        let cycle: [CameraState] = [.streaming("Lepton"), .stalled, .reopening("unplugged"), .opening]
        let said: [CameraState] = [.streaming("Lepton"), .stalled, .reopening("unplugged")]
        #expect(told(cycle + cycle) == said + said)
        #expect(
            told([.streaming("Lepton"), .streaming("Lepton"), .streaming("Boson")]) == [
                .streaming("Lepton"), .streaming("Boson"),
            ])
    }

    @Test("causes that never repeat are all said and none is kept for ever")
    func endless() {
        let states = (0..<100).map { CameraState.absent("attempt \($0)") }
        #expect(told(states) == states)
    }
}
