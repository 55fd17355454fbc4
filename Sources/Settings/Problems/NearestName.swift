/// Finds the known name that a misspelt one most likely meant.
enum NearestName {
    /// The nearest of `known` to `name`; none when it would take more than a third of its letters (at least 2) to get there.
    static func of(_ name: String, in known: [String]) -> String? {
        // No known name is near one this long, and the distance costs the product of the lengths.
        guard name.utf8.count <= 64 else { return nil }
        let limit = max(2, name.count / 3)
        let candidates = known.map { (name: $0, distance: distance(name.lowercased(), $0)) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
        // As many changes as letters are a different word.
        return best.distance < best.name.count ? best.name : nil
    }

    /// The number of letters to insert, delete, replace or swap with a neighbour to turn one name into the other
    /// (optimal string alignment distance).
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, beforeLast[j - 1] + 1)
                }
                row.append(best)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
