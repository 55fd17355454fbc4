import Capture
import Dispatch
import Glibc
import Picture
import Radiometry
import Screening
import Settings

/// The live picture of the simulated camera, drawn on standard output above the lines that scroll.
///
/// Confined to its own serial queue, which is what makes it Sendable.
final class TerminalView: @unchecked Sendable {
    private static let descriptor = STDOUT_FILENO

    private let feed: PictureFeed
    private let title: String
    private let upright: FrameSize
    private let queue = DispatchQueue(label: "picture", qos: .utility)
    private let timer: any DispatchSourceTimer
    private var maker: PictureMaker
    private var terminal: TerminalSize?
    private var picture: TerminalPicture?
    private var hasBegun = false

    /// - Parameter format: what the frames look like; one of another size is not drawn.
    init(feed: PictureFeed, format: FrameFormat, rotation: Rotation, title: String) {
        self.feed = feed
        self.title = title
        maker = PictureMaker(source: format.size, rotation: rotation)
        upright = maker.sampler.upright
        timer = DispatchSource.makeTimerSource(queue: queue)
    }

    /// Whether standard output is a terminal that a picture can be drawn on.
    static var isPossible: Bool { SystemPicture.terminalSize(of: descriptor) != nil }

    func start() {
        timer.setEventHandler { [self] in redraw() }
        timer.schedule(deadline: .now(), repeating: .milliseconds(50), leeway: .milliseconds(10))
        timer.resume()
    }

    /// Stops drawing and gives the terminal back.
    func stop() {
        timer.cancel()
        queue.sync {
            guard hasBegun, let terminal else { return }
            SystemPicture.write(TerminalPicture.end(terminal: terminal), to: Self.descriptor)
        }
    }

    private func redraw() {
        fitTerminal()
        guard let picture else { return }
        let drawn = feed.take { shown -> [UInt8]? in
            guard shown.format?.size == maker.sampler.source else { return nil }
            let small = maker.picture(of: shown.pixels.span, fitting: picture.layout.picture)
            return picture.frame(
                small, overlay: Overlay(shown.scene, uprightSize: upright), palette: .inferno, title: title,
                words: SceneWords.lines(shown.scene))
        }
        feed.want()
        if let drawn = drawn ?? nil { SystemPicture.write(drawn, to: Self.descriptor) }
    }

    /// Lays the screen out at the start and whenever the terminal's size changed.
    private func fitTerminal() {
        guard let size = SystemPicture.terminalSize(of: Self.descriptor), size != terminal else { return }
        terminal = size
        guard let layout = TerminalLayout(terminal: size, maker: maker) else {
            if hasBegun { SystemPicture.write(TerminalPicture.end(terminal: size), to: Self.descriptor) }
            (picture, hasBegun) = (nil, false)
            return
        }
        let fitted = TerminalPicture(layout: layout)
        SystemPicture.write(hasBegun ? fitted.resize() : fitted.begin(), to: Self.descriptor)
        (picture, hasBegun) = (fitted, true)
    }
}
