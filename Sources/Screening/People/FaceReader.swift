import Radiometry

/// Judges whether a head shows its face, from the pattern of bare skin in it.
///
/// Bare skin is the warmest large part of a head; hair, beard, glasses and cloth are cooler. Seen from the front it
/// lies about the middle and mirrors itself; in profile it lies to one side; from behind there is little of it.
struct FaceReader: Sendable {
    /// Cells by count / 16, while a head is read.
    private var histogram = [UInt16](repeating: 0, count: 4096)

    init() {}

    mutating func measure(_ head: Head, in grid: CountsGrid, countsPerKelvin: Double) -> FaceMeasure {
        var face = FaceMeasure()
        let area = FaceArea(head, in: grid)
        guard area.isInside(grid) else { return face }
        let kelvin = max(1, min(4_000, countsPerKelvin))
        face.skin = Double(level(grid.counts, area, &histogram))
        let bare = UInt16(nearestCount: face.skin - 3 * kelvin)
        readBareSkin(grid.counts, area, bare: bare, &face)
        face.browShare = browShare(grid.counts, area, bare: bare)
        let eyes = EyeCover(head, in: grid, bare: bare)
        face.eyeCover = eyes.contrast
        let floor = Int(UInt16(nearestCount: face.skin - 6 * kelvin))
        face.symmetry = symmetry(grid.counts, area, floor: floor, range: Int(face.skin) - floor)
        face.tallness = tallness(grid, area, bare: bare, warm: UInt16(nearestCount: face.skin - 5 * kelvin))
        face.relief = relief(grid.counts, area, floor: floor)
        let end = eyes.contrast >= FaceRule.leastEyeCover ? area.noseEnd(below: eyes) : area.noseEnd
        face.warmest = warmest(grid.counts, area, to: end, lone: UInt32(max(1, 0.5 * kelvin)))
        return face
    }

    /// The half of an outline of two heads side by side that mirrors itself: one edge of it is the head's own, and the
    /// axis lies where the picture left and right of it agree best. Nil when no such axis is clear.
    mutating func part(of head: Head, leastWidth: Int, in grid: CountsGrid, countsPerKelvin: Double) -> Head? {
        let whole = FaceArea(head, in: grid)
        guard whole.isInside(grid), head.width * 10 > leastWidth * 11 else { return nil }
        let kelvin = max(1, min(4_000, countsPerKelvin))
        let skin = level(grid.counts, whole, &histogram)
        let floor = Int(UInt16(nearestCount: Double(skin) - 6 * kelvin))
        var best: Head?
        var most = max(0.7, head.face.symmetry + 0.25)
        for width in stride(from: max(leastWidth, head.width / 2), through: head.width * 3 / 4, by: 2) {
            for side in 0..<2 {
                let left = side == 0 ? head.left : head.right - width + 1
                var part = head
                part.left = left
                part.right = left + width - 1
                part.bottom = min(head.bottom, head.top + width * 15 / 10)
                let found = symmetry(grid.counts, FaceArea(part, in: grid), floor: floor, range: skin - floor)
                if found > most {
                    most = found
                    best = part
                }
            }
        }
        return best
    }
}

/// The part of a head that may be a face: from its top, at most 1.4 times as high as wide.
private struct FaceArea {
    let left: Int
    let right: Int
    let top: Int
    let bottom: Int
    let stride: Int
    /// The first row below the nose's tip.
    let noseEnd: Int

    var width: Int { right - left + 1 }

    init(_ head: Head, in grid: CountsGrid) {
        left = head.left
        right = head.right
        top = head.top
        bottom = min(grid.height, head.top + min(head.height, head.width * 14 / 10))
        stride = grid.width
        noseEnd = min(bottom, head.top + head.width * 8 / 10)
    }

    /// The same where dark glasses show where the eyes are: the nose ends 0.16 head widths (25 of 155 mm) below them.
    func noseEnd(below eyes: EyeCover) -> Int { min(noseEnd, top + eyes.bottom + width * 16 / 100) }

    func isInside(_ grid: CountsGrid) -> Bool {
        left >= 0 && left <= right && right < grid.width && top >= 0 && top < bottom && bottom <= grid.height
    }
}

// Each kernel reads the counts through a span; sums are of at most 65,536 cells of 16 bits.

/// The 90th percentile of the area, to 16 counts.
private func level(_ counts: [UInt16], _ area: FaceArea, _ histogram: inout [UInt16]) -> Int {
    let counts = counts.span
    var bins = histogram.mutableSpan
    var least: UInt16 = .max
    var greatest: UInt16 = 0
    for y in area.top..<area.bottom {
        let row = y &* area.stride
        for i in (row &+ area.left)...(row &+ area.right) {
            let value = counts[i] >> 4
            bins[Int(value)] &+= 1
            least = min(least, value)
            greatest = max(greatest, value)
        }
    }
    var above = (area.bottom - area.top) * area.width / 10
    var result = 0
    var found = false
    for bin in (Int(least)...Int(greatest)).reversed() {
        let cells = Int(bins[bin])
        if !found, cells > above {
            result = bin * 16 + 8
            found = true
        }
        above -= cells
        bins[bin] = 0
    }
    return result
}

/// Share of bare skin in the core, and where all of it lies.
private func readBareSkin(_ counts: [UInt16], _ area: FaceArea, bare: UInt16, _ face: inout FaceMeasure) {
    let counts = counts.span
    let from = area.top + (area.bottom - area.top) / 4
    let side = area.width * 2 / 10
    var core = 0
    var all = 0
    var offsets = 0
    var rows = 0
    var broadest = 0
    for y in from..<area.bottom {
        let row = y &* area.stride
        var here = 0
        for x in area.left...area.right where counts[row &+ x] >= bare {
            here &+= 1
            offsets &+= 2 &* x &- area.left &- area.right
            if x >= area.left &+ side, x <= area.right &- side { core &+= 1 }
        }
        all &+= here
        broadest = max(broadest, here)
        rows &+= here &* y
    }
    let cells = (area.bottom - from) * (area.width - 2 * side)
    face.bareShare = cells > 0 ? Double(core) / Double(cells) : 0
    face.breadth = broadest
    guard all > 0 else { return }
    face.offset = Double(offsets) / 2 / Double(all) / Double(area.width)
    face.centreY = Double(rows) / Double(all)
    face.centreX = Double(area.left + area.right) / 2 + face.offset * Double(area.width)
}

/// Share of bare skin where brow and eyes are when the face is up: a quarter to six tenths of a head's width below the
/// top, in its middle. A bowed head shows hair there.
private func browShare(_ counts: [UInt16], _ area: FaceArea, bare: UInt16) -> Double {
    let counts = counts.span
    let from = area.top + area.width / 4
    let to = min(area.bottom, area.top + area.width * 6 / 10)
    let side = area.width * 2 / 10
    guard from < to else { return 0 }
    var cells = 0
    for y in from..<to {
        let row = y &* area.stride
        for x in (area.left + side)...(area.right - side) where counts[row &+ x] >= bare { cells &+= 1 }
    }
    return Double(cells) / Double((to - from) * (area.width - 2 * side))
}

/// How far down bare or thinly covered skin reaches from where it begins in the middle of the head, in head widths.
///
/// From brow to chin it is one width and more where neither hat nor hair hides the brow; a bowed head shows its crown and
/// half of that. A gap as high as dark glasses does not end it.
private func tallness(_ grid: CountsGrid, _ area: FaceArea, bare: UInt16, warm: UInt16) -> Double {
    let counts = grid.counts.span
    let to = min(grid.height, area.top + area.width * 17 / 10)
    let side = area.width * 3 / 10
    let half = (area.width - 2 * side) / 2
    let gap = area.width * 3 / 10
    var first: Int?
    var last = 0
    for y in area.top..<max(to, area.top) {
        let row = y &* area.stride
        let level = first == nil ? bare : warm
        var cells = 0
        for i in (row &+ area.left &+ side)...(row &+ area.right &- side) where counts[i] >= level { cells &+= 1 }
        if cells > half {
            if first == nil { first = y }
            last = y
        } else if first != nil, y - last > gap {
            break
        }
    }
    return first.map { Double(last - $0 + 1) / Double(area.width) } ?? 0
}

/// Pearson correlation of the clipped face with its mirror image about the area's middle.
private func symmetry(_ counts: [UInt16], _ area: FaceArea, floor: Int, range: Int) -> Double {
    let counts = counts.span
    var sum = 0
    var squares = 0
    var products = 0
    for y in area.top..<area.bottom {
        var left = y &* area.stride &+ area.left
        var right = y &* area.stride &+ area.right
        while left < right {
            let a = max(0, min(range, Int(counts[left]) &- floor))
            let b = max(0, min(range, Int(counts[right]) &- floor))
            sum &+= a &+ b
            squares &+= a &* a &+ b &* b
            products &+= 2 &* a &* b
            left &+= 1
            right &-= 1
        }
    }
    let cells = Double((area.bottom - area.top) * (area.width & ~1))
    guard cells > 0 else { return 0 }
    let mean = Double(sum) / cells
    let variance = Double(squares) / cells - mean * mean
    return variance > 0 ? (Double(products) / cells - mean * mean) / variance : 0
}

/// Standard deviation of the counts about eyes, nose and mouth: 0.35 to one head width below the top, in its middle.
private func relief(_ counts: [UInt16], _ area: FaceArea, floor: Int) -> Double {
    let counts = counts.span
    let from = area.top + area.width * 35 / 100
    let to = min(area.bottom, area.top + area.width)
    let side = area.width / 4
    guard from < to else { return 0 }
    var sum = 0
    var squares = 0
    for y in from..<to {
        let row = y &* area.stride
        for x in (area.left + side)...(area.right - side) {
            let value = max(0, Int(counts[row &+ x]) &- floor)
            sum &+= value
            squares &+= value &* value
        }
    }
    let cells = Double((to - from) * (area.width - 2 * side))
    let mean = Double(sum) / cells
    return max(0, Double(squares) / cells - mean * mean).squareRoot()
}

/// The warmest 2×2 mean above the nose's tip: about the size of an inner canthus at arm's length.
///
/// A head is 1.3 to 1.5 widths high and the canthi lie half-way down, the mouth at one width and more. Where one of the
/// four stands out by more than `lone`, ten times the noise, it is a defective pixel: optics would have spread it.
private func warmest(_ counts: [UInt16], _ area: FaceArea, to last: Int, lone: UInt32) -> Double {
    let counts = counts.span
    var best: UInt32 = 0
    guard area.width >= 3, last - area.top >= 3 else { return 0 }
    for y in (area.top + 1)..<(last - 1) {
        let row = y &* area.stride
        for i in (row &+ area.left &+ 1)..<(row &+ area.right &- 1) {
            let a = UInt32(counts[i])
            let b = UInt32(counts[i &+ 1])
            let c = UInt32(counts[i &+ area.stride])
            let d = UInt32(counts[i &+ area.stride &+ 1])
            let sum = a &+ b &+ c &+ d
            guard sum > best else { continue }
            let greatest = max(max(a, b), max(c, d))
            let second = max(min(max(a, b), max(c, d)), max(a, b) >= max(c, d) ? min(a, b) : min(c, d))
            if greatest <= second &+ lone { best = sum }
        }
    }
    return Double(best) / 4
}
