import ArgumentParser
import Audit

/// Checkpoints that were kept elsewhere, a line each.
struct ExportedCheckpoints {
    private(set) var all: [AccessCheckpoint] = []
    /// Where each was read, as file and line.
    private var places: [(count: Int64, place: String)] = []

    /// - Throws: the exit code, after every line that is none was named on standard error.
    init(files: [String]) throws(ExitCode) {
        var wrong: [String] = []
        for file in files {
            let text = try InputFile.text(file, most: 1 << 24)
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let line = line.trimming(while: \.isWhitespace)
                if line.isEmpty { continue }
                guard let checkpoint = AccessCheckpoint(line: String(line)) else {
                    wrong.append("lintelctl: \(file):\(index + 1): this line is no checkpoint\n")
                    continue
                }
                all.append(checkpoint)
                places.append((checkpoint.count, "\(file):\(index + 1)"))
            }
        }
        guard wrong.isEmpty else {
            StandardError.write(wrong.joined())
            StandardError.write("  Give the lines as `lintelctl audit checkpoint` printed them.\n")
            throw .wrongInput
        }
    }

    /// The last access that a checkpoint speaks of.
    var last: Int64? { places.map(\.count).max() }

    /// Where the checkpoints of this many accesses were read.
    func places(of count: Int64) -> [String] { places.filter { $0.count == count }.map(\.place) }
}
