import Capture
import Screening
import Settings

/// A folder of labelled recordings, scored one by one and in all.
public struct RecordingsEvaluation: Sendable {
    public let recordings: [RecordingScore]
    /// Recordings in the folder that have no label.
    public let unlabelled: [String]

    /// Runs every labelled recording.
    ///
    /// - Parameters:
    ///   - directory: where the recordings are.
    ///   - names: of the files in it.
    ///   - labelFile: what errors call the labels.
    /// - Throws: labels whose recording is not there, recordings that are damaged.
    public init(
        _ labels: RecordingLabels, labelFile: String, directory: String, names: [String], settings: Settings
    ) throws(EvaluationError) {
        let present = Set(names)
        var problems: [EvaluationError.Problem] = labels.recordings.filter { !present.contains($0.file) }.map {
            .init(
                file: labelFile, cause: "\($0.file): no such recording in \(directory)",
                remedy: "Check the name, or take the label out.")
        }
        guard problems.isEmpty else { throw EvaluationError(problems) }
        var scores: [RecordingScore] = []
        for label in labels.recordings {
            let path = directory.hasSuffix("/") ? directory + label.file : "\(directory)/\(label.file)"
            do {
                scores.append(try RecordingScore(path: path, label: label, settings: settings))
            } catch {
                problems.append(.init(file: error.what, cause: error.cause, remedy: error.remedy))
            }
        }
        guard problems.isEmpty else { throw EvaluationError(problems) }
        recordings = scores
        let labelled = Set(labels.recordings.map(\.file))
        unlabelled = names.filter { $0.hasSuffix(".cptv") && !labelled.contains($0) }.sorted()
    }

    public var presentations: [PresentationScore] { recordings.flatMap(\.presentations) }
    public var found: Int { presentations.count(where: \.isFound) }
    public var measured: Int { presentations.count { $0.result == .measured } }
    public var extra: Int { sum(\.extra) }
    public var missed: Int { sum(\.missed) }
    public var timesToResult: [Double] { presentations.compactMap(\.timeToResult).sorted() }
    public var halvesApart: [Double] { presentations.compactMap(\.halvesApart).sorted() }
    public var againstBox: [Double] { presentations.compactMap(\.againstBox) }

    /// Tracked frames of the recordings whose label tells the disc, and those of them whose disc lies where the label says.
    public var discFrames: (tracked: Int, near: Int) {
        recordings.reduce((0, 0)) { sum, score in
            guard let near = score.trackedNearLabel else { return sum }
            return (sum.0 + score.trackedFrames, sum.1 + near)
        }
    }

    public var undecided: [UndecidedReason: Int] {
        recordings.reduce(into: [:]) { $0.merge($1.undecided) { $0 + $1 } }
    }

    private func sum(_ value: (RecordingScore) -> Int) -> Int { recordings.reduce(0) { $0 + value($1) } }
}

/// What ordered values say.
enum Quantile {
    /// The value that a share of the rising values does not exceed; `nil` without any.
    static func of(_ ordered: [Double], _ share: Double) -> Double? {
        guard !ordered.isEmpty else { return nil }
        let place = Int((share * Double(ordered.count)).rounded(.up)) - 1
        return ordered[max(0, min(ordered.count - 1, place))]
    }
}
