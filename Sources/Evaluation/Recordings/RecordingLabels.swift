import Control
import Radiometry
import Screening
import Settings

/// The labels of a folder of recordings, as `docs/evaluation.md` describes them.
public struct RecordingLabels: Hashable, Sendable {
    public let recordings: [RecordingLabel]

    /// Reads labels: a JSON array with one object a recording.
    ///
    /// - Parameter file: what errors call it.
    /// - Throws: everything in it that can't be used.
    public init(_ bytes: [UInt8], file: String) throws(EvaluationError) {
        let value: JSONValue
        do {
            value = try JSONReader.read(bytes)
        } catch {
            let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
            throw EvaluationError([
                .init(
                    file: file, line: line, cause: "not JSON: \(error.cause)", remedy: "Mend it there, or make it anew."
                )
            ])
        }
        guard case .array(let elements) = value, !elements.isEmpty else {
            throw EvaluationError([
                .init(
                    file: file, cause: "no list of recordings",
                    remedy: "Give a JSON array with one object a recording; see docs/evaluation.md.")
            ])
        }
        var reader = LabelReader(file: file)
        let read = elements.enumerated().compactMap { reader.recording($1, number: $0 + 1) }
        guard reader.problems.isEmpty else { throw EvaluationError(reader.problems) }
        recordings = read
    }
}
