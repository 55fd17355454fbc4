import Control
import Screening

extension RecordingsEvaluation {
    /// The report as one JSON object in one line; temperatures in °C, times in seconds, shares 0...1.
    public var json: String {
        let disc = discFrames
        let apart = halvesApart
        let box = againstBox
        let total: JSONObject = [
            "presentations": .whole(presentations.count), "found": .whole(found), "measured": .whole(measured),
            "covered_or_cold": .whole(found - measured), "missed": .whole(missed), "false": .whole(extra),
            "time_to_result_median_s": .decimal(Quantile.of(timesToResult, 0.5)),
            "time_to_result_p90_s": .decimal(Quantile.of(timesToResult, 0.9)), "halves": .whole(apart.count),
            "halves_within": Self.share(apart.count { $0 <= Self.halvesTolerance }, apart.count),
            "boxes": .whole(box.count),
            "boxes_within": Self.share(box.count { abs($0) <= Self.boxTolerance }, box.count),
            "tracked_near_label": Self.share(disc.near, disc.tracked),
            "least_tracked": .decimal(recordings.map(\.trackedShare).min()), "undecided": Self.reasons(undecided),
        ]
        let object: JSONObject = [
            "type": .string("evaluation"), "recordings": .array(recordings.map { .object(Self.recording($0)) }),
            "total": .object(total), "unlabelled": .array(unlabelled.map { .string($0) }),
        ]
        return object.json
    }

    private static func recording(_ score: RecordingScore) -> JSONObject {
        [
            "recording": .string(score.label.file), "frames": .whole(score.frames),
            "presentations": .array(score.presentations.map { .object(presentation($0)) }),
            "missed": .whole(score.missed), "false": .whole(score.extra), "passages": .whole(score.passages),
            "tracked": .decimal(score.trackedShare),
            "tracked_near_label": score.trackedNearLabel.map { share($0, score.trackedFrames) } ?? .null,
            "undecided": reasons(score.undecided), "ns_per_frame": .whole(Int(score.nanosecondsPerFrame)),
        ]
    }

    private static func presentation(_ score: PresentationScore) -> JSONObject {
        let result =
            switch score.result {
            case .measured: "measured"
            case .refused(let reason): reason.rawValue
            case .missed: "missed"
            }
        return [
            "face_from_s": .decimal(score.label.faceFrom), "face_to_s": .decimal(score.label.faceTo),
            "result": .string(result), "time_to_result_s": .decimal(score.timeToResult), "skin_c": .decimal(score.skin),
            "halves_apart_c": .decimal(score.halvesApart), "against_box_c": .decimal(score.againstBox),
        ]
    }

    private static func reasons(_ counts: [UndecidedReason: Int]) -> JSONValue {
        var object = JSONObject()
        for reason in UndecidedReason.allCases {
            if let count = counts[reason] { object[reason.rawValue] = .whole(count) }
        }
        return .object(object)
    }

    private static func share(_ part: Int, _ whole: Int) -> JSONValue {
        whole > 0 ? .decimal(Double(part) / Double(whole)) : .null
    }
}
