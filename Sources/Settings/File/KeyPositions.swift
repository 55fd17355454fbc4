/// The lines in which the keys of a TOML text stand.
///
/// TOMLKit gives values without positions. This reads headers and keys only, skips values, and agrees with TOMLKit on the
/// paths of every text that TOMLKit accepts. Of a text that is not TOML it knows what came before the fault.
public struct KeyPositions: Sendable {
    /// More than this many steps from the root are refused; Lintel's own keys need three.
    public static let deepest = 16

    /// Every table, array element that is a table, and value, with the line (from 1) that first names it.
    public let lines: [[KeyStep]: Int]
    /// Why the text must not reach TOMLKit, and where.
    let refusal: Refusal?

    struct Refusal: Sendable {
        let fault: TextFault
        let line: Int
        let column: Int
    }

    public init(_ text: String) {
        var scanner = KeyScanner(Array(text.utf8))
        do {
            try scanner.scanDocument()
            refusal = nil
        } catch {
            refusal = Refusal(fault: error, line: scanner.cursor.line, column: scanner.cursor.column)
        }
        lines = scanner.lines
    }

    /// Whether the text may reach TOMLKit: not nested too deeply, no NUL, and TOML as far as structure goes.
    public var isStructured: Bool { refusal == nil }

    /// The line that first names this path; none when the text does not have it.
    public func line(of path: [KeyStep]) -> Int? { lines[path] }
}
