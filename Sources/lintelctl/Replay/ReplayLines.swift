import Capture
import Radiometry
import Screening

/// The lines of `lintelctl replay`: JSON objects with their keys in a fixed order.
struct ReplayLines {
    let recording: String

    func screening(_ screening: Screening) -> String {
        let box = screening.box
        return "{\"type\":\"screening\",\"recording\":\(quoted(recording)),\"t\":\(seconds(screening.time))"
            + ",\"frame\":\(screening.frame),\"track\":\(screening.track)"
            + ",\"outcome\":\(quoted(screening.outcome.rawValue))"
            + ",\"skin_c\":\(number(screening.skin?.celsius))"
            + ",\"uncertainty_c\":\(number(screening.skin?.uncertainty))"
            + ",\"reference_c\":\(number(screening.reference))"
            + ",\"reason\":\(screening.reason.map { quoted($0.rawValue) } ?? "null")"
            + ",\"box\":[\(box.x),\(box.y),\(box.width),\(box.height)]}"
    }

    func passage(_ passage: Passage) -> String {
        "{\"type\":\"passage\",\"recording\":\(quoted(recording)),\"t\":\(seconds(passage.time))"
            + ",\"track\":\(passage.track),\"direction\":\(quoted(passage.direction.rawValue))}"
    }

    func summary(_ tally: ReplayTally) -> String {
        "{\"type\":\"summary\",\"recording\":\(quoted(recording)),\"frames\":\(tally.frames)"
            + ",\"seconds\":\(seconds(tally.length)),\"screenings\":\(tally.screenings)"
            + ",\"undecided\":\(tally.undecided),\"passages\":\(tally.passages)"
            + ",\"lost\":{\"ring_full\":0,\"error\":0,\"short\":0,\"gap\":\(tally.gaps)}"
            + ",\"reference\":\(quoted(tally.reference.rawValue)),\"ns_per_frame\":\(tally.nanosecondsPerFrame)}"
    }

    func frame(_ header: FrameHeader, _ scene: SceneState) -> String {
        let disc = scene.disc.map { "[\(number($0.x)),\(number($0.y)),\(number($0.radius))]" } ?? "null"
        return "{\"type\":\"frame\",\"recording\":\(quoted(recording)),\"t\":\(seconds(header.timestamp))"
            + ",\"disc\":\(disc),\"reference\":\(quoted(scene.reference.rawValue)),\"state\":\(quoted(state(of: scene)))}"
    }

    /// The scene in one word: the furthest that anybody in view is.
    private func state(of scene: SceneState) -> String {
        if scene.camera != .ready { return scene.camera.rawValue }
        let phases = scene.people.map(\.state)
        let order: [PersonPhase] = [.measuring, .presenting, .decided, .inView]
        return order.first { phases.contains($0) }?.rawValue ?? "empty"
    }

    private func seconds(_ nanoseconds: Int64) -> String { number(Double(nanoseconds) / 1e9) }

    private func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "null" }
        return "\((value * 100).rounded() / 100)"
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 32:
                let hex = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
