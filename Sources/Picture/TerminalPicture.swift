import Capture
import Screening

/// Draws a picture with half blocks (▀) in 24-bit colour at the top of a terminal, above lines that scroll.
///
/// Every drawing is one run of bytes for one write, so lines written by others can't fall into the middle of it. The
/// cursor stays where the next line goes.
public struct TerminalPicture: Sendable {
    /// A line beside the picture.
    public struct Words: Hashable, Sendable {
        public var text: String
        public var color: RGB

        public init(_ text: String, color: RGB = RGB(200, 200, 205)) {
            self.text = text
            self.color = color
        }
    }

    public let layout: TerminalLayout

    public init(layout: TerminalLayout) {
        self.layout = layout
    }

    /// Makes room: what was on the screen scrolls away, the lower rows become the scrolling region.
    public func begin() -> [UInt8] {
        let rows = layout.terminal.rows
        let room = String(repeating: "\n", count: rows)
        return Array("\u{1B}[r\u{1B}[\(rows);1H\(room)\u{1B}[?25l\(region)".utf8)
    }

    /// Starts afresh after the terminal changed its size.
    public func resize() -> [UInt8] { Array("\u{1B}[r\u{1B}[2J\(region)".utf8) }

    /// Gives the whole terminal back, with the cursor on its last row.
    public static func end(terminal: TerminalSize) -> [UInt8] {
        Array("\u{1B}[r\u{1B}[\(terminal.rows);1H\u{1B}[0m\u{1B}[?25h\r\n".utf8)
    }

    /// One drawing of title, picture and words.
    public func frame(
        _ picture: IndexedPicture, overlay: Overlay, palette: Palette, title: String, words: [Words]
    ) -> [UInt8] {
        var canvas = Canvas(picture, palette: palette)
        canvas.draw(overlay, thickness: 1, fontScale: 0)
        var grid = CellGrid(canvas)
        for box in overlay.boxes where !box.reading.isEmpty {
            label(box, on: &grid, upright: overlay.uprightSize)
        }
        // Synchronised output (mode 2026) where the terminal knows it; others ignore it.
        var text = "\u{1B}[?2026h\u{1B}7\u{1B}[1;1H\u{1B}[0m"
        text += Self.fitted(title, layout.terminal.columns) + "\u{1B}[K"
        for row in 0..<layout.pictureRows {
            text += "\u{1B}[\(row + 2);1H\(row < grid.rows ? grid.line(row) : "")\u{1B}[0m\u{1B}[K"
            if row < words.count {
                let (line, color) = (words[row].text, words[row].color)
                text += "  " + Self.foreground(color) + Self.fitted(line, layout.wordColumns) + "\u{1B}[0m"
            }
        }
        text += "\u{1B}8\u{1B}[?2026l"
        return Array(text.utf8)
    }

    /// The rows below the picture scroll; the cursor goes to their last one.
    private var region: String {
        let rows = layout.terminal.rows
        return "\u{1B}[\(layout.firstLine);\(rows)r\u{1B}[\(layout.firstLine);1H"
    }

    /// The reading above a head, or below it at the picture's upper edge.
    private func label(_ box: Overlay.Box, on grid: inout CellGrid, upright: FrameSize) {
        let centre = (box.head.x * 2 + box.head.width) * grid.columns / (2 * upright.width)
        let top = box.head.y * grid.rows / upright.height
        let bottom = (box.head.y + box.head.height) * grid.rows / upright.height
        grid.write(
            box.reading, column: centre - box.reading.count / 2, row: top >= 1 ? top - 1 : bottom + 1,
            color: box.color, ground: RGB(16, 12, 24))
    }

    static func foreground(_ color: RGB) -> String { "\u{1B}[38;2;\(color.red);\(color.green);\(color.blue)m" }
    static func background(_ color: RGB) -> String { "\u{1B}[48;2;\(color.red);\(color.green);\(color.blue)m" }

    private static func fitted(_ text: String, _ columns: Int) -> String { String(text.prefix(max(columns, 0))) }
}
