/// One person's stay in view as a whole: what the tracks, into which a lost outline parts it, say together.
struct Visit: Sendable {
    /// Least and greatest size of the head in the first frames, grid cells: where the person came from.
    private(set) var leastAtFirst: Int
    private(set) var greatestAtFirst: Int
    /// Whether it began at the left or right of the view.
    let beganAtSide: Bool
    /// Size of the head when last seen, grid cells; for one that goes out at a side, its size before it went.
    private(set) var size: Int
    /// Frames in which the person was seen.
    private(set) var frames = 1
    /// How far the head has been from where it was first seen, grid cells.
    private(set) var travel = 0
    /// The number of the earlier track under which the person presented.
    private(set) var presentedAs: UInt32?
    /// Whether a later track goes on with it: that one tells how it ends.
    var isContinued = false
    private(set) var last: Head
    private let first: Head
    private let gridWidth: Int

    /// That many frames are the first.
    private static let firstFrames = 4
    /// A head is seen at least at half and at most at twice the size that it had when it was lost.
    private static let greatestGrowth = 2
    /// What has been seen this often within `leastTravel` is a thing: nobody goes on from there.
    private static let framesOfThing = 3
    private static let leastTravel = 2

    init(head: Head, gridWidth: Int) {
        first = head
        last = head
        self.gridWidth = gridWidth
        size = head.size
        leastAtFirst = head.size
        greatestAtFirst = head.size
        beganAtSide = head.isAtSide(of: gridWidth)
    }

    /// Whether it was last seen at the left or right of the view.
    var isAtSide: Bool { last.isAtSide(of: gridWidth) }

    /// Takes the head of one more frame.
    mutating func add(_ head: Head) {
        if frames < Self.firstFrames {
            if !head.cut { leastAtFirst = min(leastAtFirst, head.size) }
            greatestAtFirst = max(greatestAtFirst, head.size)
        }
        size = head.touchesSide(of: gridWidth) ? max(size, head.size) : head.size
        last = head
        frames += 1
        travel = max(travel, head.travel(from: first))
    }

    /// How far a head that appears is from where this visit was lost, grid cells; `nil` when it can't be the same person.
    func gap(to head: Head) -> Double? {
        guard !isContinued, frames < Self.framesOfThing || travel >= Self.leastTravel else { return nil }
        let wider = max(head.width, last.width)
        guard min(head.width, last.width) * Self.greatestGrowth > wider else { return nil }
        let dx = head.centreX - last.centreX
        let dy = Double(head.top - last.top)
        let distance = (dx * dx + dy * dy).squareRoot()
        return distance < Double(wider) ? distance : nil
    }

    /// The visit as a later track goes on with it.
    ///
    /// - Parameter presentedAs: the number under which the person has presented, if so.
    func continued(by head: Head, presentedAs: UInt32?) -> Visit {
        var copy = self
        copy.presentedAs = presentedAs
        copy.add(head)
        return copy
    }
}

extension Head {
    /// Half out of the picture a head is still as high as it was.
    fileprivate var size: Int { cut ? max(width, height) : width }

    fileprivate func isAtSide(of gridWidth: Int) -> Bool {
        left < gridWidth / 8 || right >= gridWidth - gridWidth / 8 - 1
    }

    fileprivate func touchesSide(of gridWidth: Int) -> Bool { left == 0 || right == gridWidth - 1 }
}
