import Radiometry

/// Finds heads in a silhouette: bumps that grow to a width, keep it, and end at a neck or at shoulders.
///
/// Rows are read from the top. A run of marked cells that touches none above it begins a bump; a bump follows its run
/// downwards. Where bumps meet, the one whose head does not end there goes on, so that the body of somebody behind does not
/// swallow the head before it; of two such the one that began higher.
struct HeadFinder: Sendable {
    private(set) var heads: [Head] = []
    private var bumps: [Bump] = []
    private var next: [Bump] = []

    init() {
        heads.reserveCapacity(32)
        bumps.reserveCapacity(256)
        next.reserveCapacity(256)
    }

    /// - Parameters:
    ///   - leastWidth: narrower bumps are no heads, cells.
    ///   - bridging: whether a gap as high as dark glasses is part of a head.
    mutating func find(in silhouette: Silhouette, leastWidth: Int, bridging: Bool) {
        heads.removeAll(keepingCapacity: true)
        bumps.removeAll(keepingCapacity: true)
        for y in 0..<silhouette.height {
            next.removeAll(keepingCapacity: true)
            if silhouette.occupied[y] != 0 { readRow(y, silhouette, leastWidth) }
            // A bump without a run below it has ended, unless dark glasses may hide what follows.
            for bump in bumps where !bump.followed {
                if bridging, bump.waits(at: y) {
                    if next.count < next.capacity { next.append(bump) }
                } else {
                    close(bump, at: y, leastWidth, silhouette)
                }
            }
            swap(&bumps, &next)
        }
        for bump in bumps { close(bump, at: silhouette.height, leastWidth, silhouette) }
    }

    private mutating func readRow(_ y: Int, _ silhouette: Silhouette, _ leastWidth: Int) {
        let cells = silhouette.cells.span
        let row = y * silhouette.width
        let width = silhouette.width
        var x = 0
        while x < width {
            guard cells[row &+ x] == 1 else {
                x &+= 1
                continue
            }
            let left = x
            while x < width, cells[row &+ x] == 1 { x &+= 1 }
            follow(left: left, right: x - 1, y: y, silhouette, leastWidth)
        }
    }

    /// Gives the run to one of the bumps that touch it; the others end here.
    private mutating func follow(left: Int, right: Int, y: Int, _ silhouette: Silhouette, _ leastWidth: Int) {
        var heir: Int?
        for index in bumps.indices where bumps[index].touches(left: left, right: right) {
            if let best = heir {
                let one = bumps[index].goesOn(left: left, right: right, y: y, leastWidth: leastWidth)
                let other = bumps[best].goesOn(left: left, right: right, y: y, leastWidth: leastWidth)
                let loser = (one == other ? bumps[index].top < bumps[best].top : one) ? best : index
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
        if bump.followed {
            widen(bump.top, left: left, right: right)
            return
        }
        bumps[heir].followed = true
        if !bump.ended, bump.ends(left: left, right: right, y: y, leastWidth: leastWidth) {
            close(bump, at: y, leastWidth, silhouette)
            bump.ended = true
        }
        bump.grow(left: left, right: right, y: y, leastWidth: leastWidth)
        if next.count < next.capacity { next.append(bump) }
    }

    /// A second run under the same bump: the wider of the two goes on.
    private mutating func widen(_ top: Int, left: Int, right: Int) {
        guard let index = next.firstIndex(where: { $0.top == top && $0.right < left }) else { return }
        if right - left > next[index].right - next[index].left { next[index].moveRun(left: left, right: right) }
    }

    private mutating func close(_ bump: Bump, at y: Int, _ leastWidth: Int, _ silhouette: Silhouette) {
        guard !bump.ended, heads.count < heads.capacity else { return }
        guard let head = bump.head(bottom: y, frameWidth: silhouette.width, frameHeight: silhouette.height) else {
            return
        }
        // What fills six tenths of the view is a body or a wall, or a head too near to be in the picture as a whole.
        let most = min(silhouette.width, silhouette.height) * 6 / 10
        if head.width >= leastWidth, head.width <= most { heads.append(head) }
    }
}

/// A bump of the silhouette, from its top down to the row being read.
private struct Bump {
    private(set) var top: Int
    /// The run of the row above.
    var left: Int
    var right: Int
    /// Greatest extent so far.
    var widest: Int
    var extentLeft: Int
    var extentRight: Int
    /// The last row with a run.
    var lastRow: Int
    /// Whether a run below it was found in the row being read.
    var followed = false
    /// Whether its head has ended; what follows is the body.
    var ended = false
    private var recent: (Int, Int, Int, Int)

    init(top: Int, left: Int, right: Int) {
        self.top = top
        lastRow = top
        self.left = left
        self.right = right
        widest = right - left + 1
        extentLeft = left
        extentRight = right
        recent = (widest, widest, widest, widest)
    }

    /// Whether this run is still of the head.
    func goesOn(left: Int, right: Int, y: Int, leastWidth: Int) -> Bool {
        !ended && !ends(left: left, right: right, y: y, leastWidth: leastWidth)
    }

    /// Whether a run one row below carries on with this bump: it touches the last run, or the middle half of the head,
    /// which dark glasses may have hidden.
    func touches(left: Int, right: Int) -> Bool {
        if self.left <= right && self.right >= left { return true }
        guard !ended else { return false }
        let quarter = (extentRight - extentLeft) / 4
        return extentLeft + quarter <= right && extentRight - quarter >= left
    }

    /// Whether the rows without a run so far may be dark glasses: at most 0.45 head widths of them.
    func waits(at y: Int) -> Bool {
        !ended && widest >= 8 && (y - lastRow) * 100 <= widest * 45
    }

    /// Whether the head ends at this run: a neck, shoulders, or more height than a head has.
    func ends(left: Int, right: Int, y: Int, leastWidth: Int) -> Bool {
        let width = right - left + 1
        let height = y - top
        guard widest * 10 >= leastWidth * 8 else { return false }
        guard height >= max(3, widest * 2 / 3) else { return false }
        // Below dark glasses the outline grows again: a neck does not, and shoulders follow no row as narrow as a nose.
        let neck = height >= widest && width * 100 < widest * 78 && width <= recent.0
        let nose = min(min(recent.0, recent.1), min(recent.2, recent.3))
        let belowGlasses = nose * 10 < widest * 4 && height < widest
        let widens = width > recent.0 + max(3, widest / 5) && width * 10 > widest * 11
        let shoulders = (widens && !belowGlasses) || width * 10 > widest * 14
        return neck || shoulders || height * 10 > widest * 15
    }

    mutating func moveRun(left: Int, right: Int) {
        self.left = left
        self.right = right
    }

    /// Takes the run below. A strand of hair or a horn of noise that suddenly widens was not the top of the head.
    mutating func grow(left: Int, right: Int, y: Int, leastWidth: Int) {
        let width = right - left + 1
        if !ended, widest * 10 < leastWidth * 8, width > 2 * widest + 2 {
            self = Bump(top: y, left: left, right: right)
            return
        }
        self.left = left
        self.right = right
        lastRow = y
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
        let height = min(bottom, lastRow + 1) - top
        guard height * 10 >= width * 8 else { return nil }
        // A head that ends at the lower edge shows no chin: how much of it is below can't be known.
        let cutBelow = top + height >= frameHeight && height * 10 < width * 12
        let cut = extentLeft == 0 || extentRight == frameWidth - 1 || top == 0 || cutBelow
        return Head(left: extentLeft, right: extentRight, top: top, bottom: top + height, cut: cut)
    }
}
