import Control
import Picture
import Screening

/// An event as lines for people.
enum EventWords {
    /// In the place of events that were lost.
    static let gap = "                         events were lost here"

    static func lines(_ event: MonitorEvent) -> [String] {
        let time = Moment.text(event.time)
        return rows(event.content).map { name, words in
            "\(time)  \(name)\(String(repeating: " ", count: max(1, 11 - name.count)))\(SafeText.shown(words))"
        }
    }

    private static func rows(_ content: MonitorEvent.Content) -> [(String, String)] {
        switch content {
        case .start(let states), .state(let states): states.map { ($0.part.rawValue, $0.condition.words) }
        case .passage(let direction, let track): [("passage", words(direction) + self.track(track))]
        case .screening(let track, let outcome, let reason):
            [("screening", "\(words(outcome, reason))\(self.track(track))")]
        case .counts(let totals):
            [
                (
                    "counts",
                    "\(totals.admitted) admitted, \(totals.referred) referred, \(totals.entering) in, "
                        + "\(totals.leaving) out since the start"
                )
            ]
        }
    }

    private static func words(_ direction: Passage.Direction) -> String {
        switch direction {
        case .entering: "in"
        case .leaving: "out"
        }
    }

    private static func words(_ outcome: Outcome, _ reason: UndecidedReason?) -> String {
        outcome.rawValue + (reason.map { ": " + StateWords.words(for: $0) } ?? "")
    }

    private static func track(_ track: UInt32?) -> String { track.map { ", track \($0)" } ?? "" }
}
