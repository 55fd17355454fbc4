import Capture
import Picture
import Radiometry
import Screening
import Settings
import Testing

@Suite("Pictures on a terminal")
struct TerminalPictureTests {
    private static let upright = FrameSize(width: 160, height: 120)

    private func layout(columns: Int, rows: Int) -> TerminalLayout? {
        TerminalLayout(
            terminal: TerminalSize(columns: columns, rows: rows),
            maker: PictureMaker(source: Self.upright, rotation: .none))
    }

    /// The bytes as text, with ESC as "␛" so that a failure can be read.
    private func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "␛")
    }

    @Test("two pixels share a cell: the upper is the ink, the lower the ground")
    func golden() throws {
        let layout = try #require(
            TerminalLayout(
                terminal: TerminalSize(columns: 60, rows: 20),
                maker: PictureMaker(source: FrameSize(width: 2, height: 4), rotation: .none)))
        let picture = IndexedPicture(
            size: FrameSize(width: 2, height: 4), indices: [0, 0, 255, 255, 255, 0, 255, 0])
        let drawn = TerminalPicture(layout: layout).frame(
            picture, overlay: Overlay(SceneState(), uprightSize: Self.upright), palette: .inferno, title: "Lintel",
            words: [.init("reference searching", color: RGB(1, 2, 3))])
        #expect(
            text(drawn) == "␛[?2026h␛7␛[1;1H␛[0mLintel␛[K"
                + "␛[2;1H␛[38;2;0;0;4m␛[48;2;252;255;164m▀▀␛[0m␛[K  ␛[38;2;1;2;3mreference searching␛[0m"
                + "␛[3;1H␛[38;2;252;255;164m␛[48;2;252;255;164m▀␛[38;2;0;0;4m␛[48;2;0;0;4m▀␛[0m␛[K"
                + "␛8␛[?2026l")
    }

    @Test("a box carries the measured value and its uncertainty")
    func reading() throws {
        let layout = try #require(self.layout(columns: 100, rows: 40))
        var scene = SceneState()
        scene.people = [
            PersonState(
                track: 1, head: PixelBox(x: 60, y: 40, width: 24, height: 30), state: .decided, prompt: nil,
                outcome: .normal, skin: Measurement(celsius: 35.94, uncertainty: 0.21))
        ]
        let picture = IndexedPicture(
            size: layout.picture, indices: [UInt8](repeating: 80, count: layout.picture.pixelCount))
        let drawn = TerminalPicture(layout: layout).frame(
            picture, overlay: Overlay(scene, uprightSize: Self.upright), palette: .inferno, title: "", words: [])
        #expect(text(drawn).contains("35.9 ±0.2 °C"))
    }

    @Test("fits the picture into the terminal and leaves room for lines", arguments: [(80, 24), (100, 40), (200, 60)])
    func fits(columns: Int, rows: Int) throws {
        let layout = try #require(self.layout(columns: columns, rows: rows))
        #expect(layout.picture.width + 2 + 28 <= columns)
        #expect(rows - layout.firstLine + 1 >= 7)
        #expect(layout.picture.width <= 80 && layout.picture.height <= 60)
        #expect(abs(layout.picture.width * 3 - layout.picture.height * 4) <= 4)
    }

    @Test("gives up where a terminal is too small", arguments: [(40, 24), (80, 14)])
    func small(columns: Int, rows: Int) {
        #expect(layout(columns: columns, rows: rows) == nil)
    }

    @Test("gives the terminal back: the whole of it scrolls and the cursor is seen")
    func end() {
        #expect(
            text(TerminalPicture.end(terminal: TerminalSize(columns: 80, rows: 24)))
                == "␛[r␛[24;1H␛[0m␛[?25h\r\n")
    }
}
