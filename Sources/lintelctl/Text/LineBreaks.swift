/// Breaks text into lines that fit.
enum LineBreaks {
    /// Breaks at blanks; a word that is longer than a line is broken where the line ends.
    ///
    /// - Parameter measure: how wide a text is, in the unit of `width`.
    static func lines(_ text: String, width: Double, _ measure: (Substring) -> Double) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            broken(paragraph, width, measure)
        }
    }

    /// For a terminal.
    static func lines(_ text: String, columns: Int) -> [String] {
        lines(text, width: Double(columns)) { Double(ColumnWidth.of($0)) }
    }

    private static func broken(_ text: Substring, _ width: Double, _ measure: (Substring) -> Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            if measure(longer[...]) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            let pieces = pieces(word, width, measure)
            lines += pieces.dropLast()
            line = pieces.last ?? ""
        }
        return lines + [line]
    }

    /// A word cut so that each piece fits; a piece has one letter at least.
    private static func pieces(_ word: Substring, _ width: Double, _ measure: (Substring) -> Double) -> [String] {
        var pieces: [String] = []
        var piece = ""
        for letter in word {
            let longer = piece + String(letter)
            if piece.isEmpty || measure(longer[...]) <= width {
                piece = longer
            } else {
                pieces.append(piece)
                piece = String(letter)
            }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}
