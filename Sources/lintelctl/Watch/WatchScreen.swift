import Capture
import Control
import Picture
import Settings
import Synchronization

/// The terminal that pictures are drawn on, above lines that scroll. Any thread may draw; each drawing is whole.
final class WatchScreen: Sendable {
    private struct State {
        var terminal: TerminalSize?
        var pictureSize: FrameSize?
        var picture: TerminalPicture?
        var hasBegun = false
        var isOver = false
    }

    private let title: String
    private let state = Mutex(State())

    init(title: String) {
        self.title = title
    }

    /// Writes a line below the picture.
    func line(_ text: String) {
        state.withLock { state in
            guard !state.isOver else { return }
            Terminal.put(text + "\r\n")
        }
    }

    /// Draws a picture, smaller where the terminal is.
    func draw(_ live: LivePicture) {
        state.withLock { state in
            guard !state.isOver else { return }
            Self.fit(&state, to: live.size)
            guard let picture = state.picture else { return }
            let small = IndexedPicture(size: live.size, indices: live.indices).shrunk(to: picture.layout.picture)
            Terminal.put(
                picture.frame(
                    small, overlay: LiveScene.overlay(live), palette: .inferno, title: title,
                    words: LiveScene.words(live)))
        }
    }

    /// Gives the terminal back; nothing is drawn after it.
    func end() {
        state.withLock { state in
            guard !state.isOver else { return }
            state.isOver = true
            if state.hasBegun, let terminal = state.terminal { Terminal.put(TerminalPicture.end(terminal: terminal)) }
        }
    }

    /// Lays the screen out at the first picture, and whenever the terminal or the picture changed its size.
    private static func fit(_ state: inout State, to size: FrameSize) {
        guard let terminal = Terminal.size, terminal != state.terminal || size != state.pictureSize else { return }
        state.terminal = terminal
        state.pictureSize = size
        guard let layout = TerminalLayout(terminal: terminal, maker: PictureMaker(source: size, rotation: .none)) else {
            if state.hasBegun { Terminal.put(TerminalPicture.end(terminal: terminal)) }
            (state.picture, state.hasBegun) = (nil, false)
            Terminal.put("the terminal is too small for a picture: make it larger\r\n")
            return
        }
        let fitted = TerminalPicture(layout: layout)
        Terminal.put(state.hasBegun ? fitted.resize() : fitted.begin())
        (state.picture, state.hasBegun) = (fitted, true)
    }
}
