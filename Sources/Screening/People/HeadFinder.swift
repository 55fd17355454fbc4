import Radiometry

/// Finds heads in a silhouette: bumps that grow to a width, keep it, and end at a neck or at shoulders.
///
/// Rows are read from the top. A run of marked cells that touches none above it begins a bump; a bump follows its run
/// downwards. Where bumps meet, the one that began higher goes on.
struct HeadFinder: Sendable {
    private(set) var heads: [Head] = []
    private var bumps: [Bump] = []
    private var next: [Bump] = []

    init() {
        heads.reserveCapacity(32)
        bumps.reserveCapacity(256)
        next.reserveCapacity(256)
    }

    /// - Parameter leastWidth: narrower bumps are no heads, cells.
    mutating func find(in silhouette: Silhouette, leastWidth: Int) {
        heads.removeAll(keepingCapacity: true)
        bumps.removeAll(keepingCapacity: true)
        for y in 0..<silhouette.height {
            next.removeAll(keepingCapacity: true)
            readRow(y, silhouette, leastWidth)
            // A bump without a run below it has ended.
            for bump in bumps where !bump.followed { close(bump, at: y, leastWidth, silhouette) }
            swap(&bumps, &next)
        }
        for bump in bumps { close(bump, at: silhouette.height, leastWidth, silhouette) }
    }

    private mutating func readRow(_ y: Int, _ silhouette: Silhouette, _ leastWidth: Int) {
        let row = y * silhouette.width
        var x = 0
        while x < silhouette.width {
            guard silhouette.cells[row + x] == 1 else {
                x += 1
                continue
            }
            let left = x
            while x < silhouette.width, silhouette.cells[row + x] == 1 { x += 1 }
            follow(left: left, right: x - 1, y: y, silhouette, leastWidth)
        }
    }

    /// Gives the run to the highest bump that touches it; the others end here.
    private mutating func follow(left: Int, right: Int, y: Int, _ silhouette: Silhouette, _ leastWidth: Int) {
        var heir: Int?
        for index in bumps.indices where bumps[index].left <= right && bumps[index].right >= left {
            if let best = heir {
                let loser = bumps[index].top < bumps[best].top ? best : index
                heir = loser == best ? index : best
                if !bumps[loser].followed {
                    bumps[loser].followed = true
                    close(bumps[loser], at: y, leastWidth, silhouette)
                }
            } else {
                heir = index
            }
        }
        guard let heir else {
            if next.count < next.capacity { next.append(Bump(top: y, left: left, right: right)) }
            return
        }
        var bump = bumps[heir]
        let again = bump.followed
        bumps[heir].followed = true
        if again { return }
        if !bump.ended, bump.ends(left: left, right: right, y: y) {
            close(bump, at: y, leastWidth, silhouette)
            bump.ended = true
        }
        bump.grow(left: left, right: right)
        if next.count < next.capacity { next.append(bump) }
    }

    private mutating func close(_ bump: Bump, at y: Int, _ leastWidth: Int, _ silhouette: Silhouette) {
        guard !bump.ended, heads.count < heads.capacity else { return }
        guard let head = bump.head(bottom: y, frameWidth: silhouette.width, frameHeight: silhouette.height) else {
            return
        }
        if head.width >= leastWidth { heads.append(head) }
    }
}

/// A bump of the silhouette, from its top down to the row being read.
private struct Bump {
    let top: Int
    /// The run of the row above.
    var left: Int
    var right: Int
    /// Greatest extent so far.
    var widest: Int
    var extentLeft: Int
    var extentRight: Int
    var rows = 1
    /// Whether a run below it was found in the row being read.
    var followed = false
    /// Whether its head has ended; what follows is the body.
    var ended = false
    private var recent: (Int, Int, Int, Int)

    init(top: Int, left: Int, right: Int) {
        self.top = top
        self.left = left
        self.right = right
        widest = right - left + 1
        extentLeft = left
        extentRight = right
        recent = (widest, widest, widest, widest)
    }

    /// Whether the head ends at this run: a neck, shoulders, or more height than a head has.
    func ends(left: Int, right: Int, y: Int) -> Bool {
        let width = right - left + 1
        let height = y - top
        guard height >= max(3, widest * 2 / 3) else { return false }
        let neck = width * 100 < widest * 78
        let shoulders = width > recent.0 + max(3, widest / 5) || width * 10 > widest * 14
        return neck || shoulders || height * 10 > widest * 15
    }

    mutating func grow(left: Int, right: Int) {
        let width = right - left + 1
        self.left = left
        self.right = right
        rows += 1
        followed = false
        recent = (recent.1, recent.2, recent.3, width)
        if !ended {
            widest = max(widest, width)
            extentLeft = min(extentLeft, left)
            extentRight = max(extentRight, right)
        }
    }

    /// The head, if it is as high as it is wide, nearly.
    func head(bottom: Int, frameWidth: Int, frameHeight: Int) -> Head? {
        let width = extentRight - extentLeft + 1
        let height = bottom - top
        guard height * 10 >= width * 8 else { return nil }
        let cut = extentLeft == 0 || extentRight == frameWidth - 1 || top == 0
        return Head(left: extentLeft, right: extentRight, top: top, bottom: bottom, cut: cut)
    }
}
