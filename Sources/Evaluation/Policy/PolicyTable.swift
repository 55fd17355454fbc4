/// A table of measured people: comma-separated values with a header.
///
/// Columns are found by their names in the first line, in any order, others are not looked at: `skin_c` (20 to 50 °C),
/// `febrile` (0 or 1), and `ambient_c` (-40 to 60 °C, or nothing), which may be missing. Fields may be in quotation marks; empty
/// lines are left out. The order of the lines is the order in which people came.
public struct PolicyTable: Hashable, Sendable {
    public let people: [MeasuredPerson]

    /// Reads a table.
    ///
    /// - Parameter file: what errors call it.
    /// - Throws: every line that can't be used; a table without febrile people or without others.
    public init(_ bytes: [UInt8], file: String) throws(EvaluationError) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var reader = PolicyTableReader(file: file)
        for (index, line) in lines.enumerated() { reader.read(line, number: index + 1) }
        people = try reader.finish()
    }
}
