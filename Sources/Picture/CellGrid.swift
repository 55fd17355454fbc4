import Capture

/// Character cells of two pixels each, with text over them.
struct CellGrid: Sendable {
    private struct Cell {
        var character: Character
        var foreground: RGB
        var background: RGB
    }

    let columns: Int
    let rows: Int
    private var cells: [Cell]

    /// An upper half block for every two pixels: its foreground is the upper one, its background the lower one.
    init(_ canvas: Canvas) {
        columns = canvas.size.width
        rows = (canvas.size.height + 1) / 2
        cells = []
        cells.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let upper = canvas[column, row * 2]
                let lower = row * 2 + 1 < canvas.size.height ? canvas[column, row * 2 + 1] : RGB(0, 0, 0)
                cells.append(Cell(character: "▀", foreground: upper, background: lower))
            }
        }
    }

    /// Writes text over cells, moved so that it stays inside.
    mutating func write(_ text: String, column: Int, row: Int, color: RGB, ground: RGB) {
        guard row >= 0, row < rows else { return }
        let first = max(0, min(column, columns - text.count))
        for (offset, character) in text.prefix(columns).enumerated() {
            cells[row * columns + first + offset] = Cell(character: character, foreground: color, background: ground)
        }
    }

    /// A row with colours set where they change.
    func line(_ row: Int) -> String {
        var text = ""
        var (foreground, background): (RGB?, RGB?)
        for column in 0..<columns {
            let cell = cells[row * columns + column]
            if cell.foreground != foreground {
                text += TerminalPicture.foreground(cell.foreground)
                foreground = cell.foreground
            }
            if cell.background != background {
                text += TerminalPicture.background(cell.background)
                background = cell.background
            }
            text.append(cell.character)
        }
        return text
    }
}
