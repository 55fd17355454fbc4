import Capture

/// How a terminal is divided: a title line, the picture with words to its right, and lines that scroll below.
public struct TerminalLayout: Hashable, Sendable {
    public let terminal: TerminalSize
    /// The picture's size in half-block pixels: one column wide, half a row high.
    public let picture: FrameSize
    /// Rows that the title and the picture take.
    public let pictureRows: Int

    /// Rows kept for the lines below, and columns for the words beside.
    private static let leastLines = 7
    private static let wordColumns = 30
    private static let leastPictureRows = 6
    private static let leastPictureColumns = 20

    /// - Returns: `nil` where the terminal is too small for a picture.
    public init?(terminal: TerminalSize, maker: PictureMaker) {
        let rows = terminal.rows - Self.leastLines - 2
        let columns = terminal.columns - Self.wordColumns
        guard rows >= Self.leastPictureRows, columns >= Self.leastPictureColumns else { return nil }
        self.terminal = terminal
        picture = maker.sampler.size(
            fitting: FrameSize(
                width: min(columns, maker.liveLimit.width), height: min(rows * 2, maker.liveLimit.height)))
        pictureRows = (picture.height + 1) / 2
    }

    /// The first row of the lines that scroll, counted from 1: below the title, the picture and an empty row.
    public var firstLine: Int { pictureRows + 3 }
    /// Columns left for words beside the picture.
    public var wordColumns: Int { terminal.columns - picture.width - 2 }
}
