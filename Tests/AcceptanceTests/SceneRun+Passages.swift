import Screening
import Simulation

extension SceneRun {
    /// How many passages are true, how many of them were told, and how many were told that are none.
    struct PassageScore {
        var all = 0
        var found = 0
        var extra = 0

        static func += (sum: inout Self, score: Self) {
            sum.all += score.all
            sum.found += score.found
            sum.extra += score.extra
        }
    }

    /// Each true passage with the first one told of its direction and about its time; what is left over is none.
    ///
    /// A passage is told when nobody has been seen for some time, and who leaves can be seen beyond the door for longer.
    var passageScore: PassageScore {
        var left = passages.sorted { $0.time < $1.time }
        var score = PassageScore()
        let truths = truth.people.compactMap(\.passage).sorted { $0.time < $1.time }
        for passage in truths {
            score.all += 1
            let match = left.firstIndex { told in
                let late = Double(told.time) / 1e9 - passage.time
                return told.direction.rawValue == passage.direction.rawValue && late > -1.5 && late < 6
            }
            guard let match else { continue }
            left.remove(at: match)
            score.found += 1
        }
        score.extra = left.count
        return score
    }
}
