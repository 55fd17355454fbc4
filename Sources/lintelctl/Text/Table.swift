/// Lines of columns that stand one under another, for a terminal.
struct Table {
    private var rows: [[String]] = []
    /// Columns whose cells end one under another.
    private let numbers: Set<Int>

    /// - Parameter header: the name of each column.
    init(_ header: [String], numbers: Set<Int> = []) {
        rows = [header]
        self.numbers = numbers
    }

    var isEmpty: Bool { rows.count < 2 }

    mutating func add(_ cells: [String]) { rows.append(cells.map(SafeText.shown)) }

    /// The lines, without blanks at their ends.
    var text: String {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { column < $0.count ? ColumnWidth.of($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let line = row.enumerated().map { column, cell in
                let gap = String(repeating: " ", count: widths[column] - ColumnWidth.of(cell))
                return numbers.contains(column) ? gap + cell : cell + gap
            }.joined(separator: "  ")
            return String(Substring(line).trimmingEnd)
        }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate var trimmingEnd: Substring {
        var rest = self
        while rest.last == " " { rest = rest.dropLast() }
        return rest
    }
}
