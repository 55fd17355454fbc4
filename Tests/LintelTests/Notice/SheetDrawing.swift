import Foundation

/// What an SVG of a sheet draws: its lines of text, where they lie, and how wide they are in DejaVu Sans, whose letters are
/// the widest of the common sans-serif fonts.
struct SheetDrawing {
    struct Line {
        let x, base, size: Double
        let isBold: Bool
        let text: String

        /// Millimetres.
        var right: Double { x + size * ems }

        private var ems: Double {
            let advances = isBold ? FontAdvances.bold : FontAdvances.regular
            return text.unicodeScalars.reduce(0) { width, scalar in
                guard scalar.isASCII, scalar.value >= 32 else { return width + 1 }
                return width + Double(advances[Int(scalar.value) - 32]) / FontAdvances.unitsPerEm
            }
        }
    }

    let lines: [Line]
    private let frames: [(x: Double, y: Double, right: Double, bottom: Double)]

    init(_ svg: String) {
        lines = svg.matches(of: /<text x="([0-9.]+)" y="([0-9.]+)" font-size="([0-9.]+)"([^>]*)>([^<]*)<\/text>/).map {
            Line(
                x: Double($0.output.1) ?? .nan, base: Double($0.output.2) ?? .nan, size: Double($0.output.3) ?? .nan,
                isBold: $0.output.4.contains("bold"),
                text: String($0.output.5).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
        }
        frames = svg.matches(
            of: /<rect x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" fill="none"/
        ).map {
            let (x, y) = (Double($0.output.1) ?? .nan, Double($0.output.2) ?? .nan)
            return (x, y, x + (Double($0.output.3) ?? .nan), y + (Double($0.output.4) ?? .nan))
        }
    }

    /// What lies outside its column or over another line, in words.
    var faults: [String] {
        var faults: [String] = []
        for line in lines {
            let frame = frames.first { line.base > $0.y && line.base < $0.bottom }
            let edge = frame.map { $0.right - 2 } ?? 210 - 18
            if !(line.right <= edge) { faults.append("\(line.text): ends at \(line.right), the edge is \(edge)") }
            if !(line.base + 0.25 * line.size <= 297 - 5) { faults.append("\(line.text): below the sheet") }
        }
        for (line, next) in zip(lines, lines.dropFirst()) where !(next.base - line.base >= 0.9 * next.size) {
            faults.append("\(next.text): lies over the line before")
        }
        return faults
    }
}

/// Advance widths of the letters 32 to 126, as the fonts' tables have them (DejaVu fonts 2.37).
enum FontAdvances {
    static let unitsPerEm = 2048.0
    static let regular = [
        651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303, 1303, 1303, 1303,
        1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294, 1178,
        1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251,
        1403, 799, 690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995,
        1298, 1253, 1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
    ]
    static let bold = [
        713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425, 1425, 1425, 1425,
        1425, 1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700, 1399, 1399,
        1681, 1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579, 1483,
        1485, 936, 748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134,
        1458, 1407, 1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
    ]
}
