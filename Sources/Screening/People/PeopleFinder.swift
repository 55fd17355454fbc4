import Radiometry

/// Finds the heads in a frame: background, silhouettes at several levels, head shapes, faces.
///
/// No single level outlines every head: a low one holds hair and a face cold from outdoors, a high one parts a head
/// from a warm shirt or a warm wall, the highest outlines the bare skin of a face before somebody else's hair or coat.
/// Of outlines that can't be of two heads the best is kept.
struct PeopleFinder: Sendable {
    /// The heads of the last frame.
    private(set) var heads: [Head] = []

    private var background: Background
    private var silhouette: Silhouette
    private var finder = HeadFinder()
    private var faces = FaceReader()
    private var outlines: [Outline] = []
    /// Outlines of two heads that were parted in this frame.
    private var parts = 0

    /// Levels between the room and warm skin at which silhouettes are cut; the last shows bare skin only.
    private static let levels: InlineArray<3, Double> = [0.2, 0.42, 0.75]
    private static let mostParts = 3
    /// A person is at least this much warmer than the room, K.
    private static let leastContrast = 0.8

    init(grid: CountsGrid) {
        background = Background(cells: grid.counts.count)
        silhouette = Silhouette(width: grid.width, height: grid.height)
        heads.reserveCapacity(32)
        outlines.reserveCapacity(64)
    }

    /// - Parameters:
    ///   - room: the level of the room, counts: the coolest quarter of the picture.
    ///   - hot: the level of warm skin, counts.
    ///   - drift: of the camera since the frame before, counts.
    mutating func find(
        in grid: CountsGrid, room: Double, hot: Double, drift: Double, reference: ReferenceBody,
        conditions: FrameConditions
    ) {
        let kelvin = conditions.countsPerKelvin
        let least = room + max(Self.leastContrast * kelvin, Self.levels[0] * (hot - room))
        background.learn(
            grid, room: least - 0.2 * kelvin, margin: kelvin, seconds: Double(conditions.step) / 1e9, drift: drift)
        let housing = reference.state == .tracked || reference.state == .lost ? reference.disc : nil
        outlines.removeAll(keepingCapacity: true)
        parts = 0
        for index in Self.levels.indices {
            let threshold = room + max(Self.leastContrast * kelvin, Self.levels[index] * (hot - room))
            let skinOnly = index == Self.levels.count - 1
            silhouette.mark(
                grid, threshold: UInt16(nearestCount: threshold), background: background, without: housing,
                skinOnly: skinOnly)
            finder.find(in: silhouette, leastWidth: conditions.leastWidth / 2, bridging: !skinOnly)
            for head in finder.heads { take(head, level: index, grid, reference, conditions) }
        }
        chooseHeads()
        markBodies(conditions)
        markCrowds(conditions)
    }

    private mutating func take(
        _ head: Head, level: Int, _ grid: CountsGrid, _ reference: ReferenceBody, _ conditions: FrameConditions
    ) {
        var measured = head
        if head.width >= conditions.leastWidth { read(&measured, grid, conditions) }
        if Self.isHousing(measured, reference, conditions) { return }
        let facing = head.width >= conditions.leastWidth && FaceRule.isFacing(measured, conditions)
        add(measured, level: level, facing: facing)
        guard !facing, level == Self.levels.count - 1, parts < Self.mostParts, head.width >= conditions.leastWidth
        else { return }
        let part = faces.part(
            of: measured, leastWidth: conditions.leastWidth, in: grid, countsPerKelvin: conditions.countsPerKelvin)
        guard var part else { return }
        parts += 1
        read(&part, grid, conditions)
        if FaceRule.isFacing(part, conditions) { add(part, level: level, facing: true) }
    }

    private mutating func read(_ head: inout Head, _ grid: CountsGrid, _ conditions: FrameConditions) {
        head.face = faces.measure(head, in: grid, countsPerKelvin: conditions.countsPerKelvin)
        head.came = background.wasSeenBare(
            left: head.left, right: head.right, top: head.top, bottom: head.bottom, width: grid.width)
    }

    private mutating func add(_ head: Head, level: Int, facing: Bool) {
        guard outlines.count < outlines.capacity else { return }
        outlines.append(
            Outline(head: head, level: level, quality: head.quality + (facing ? 1 : 0) - 0.05 * Double(level)))
    }

    /// The best outlines first, leaving out those that show a head already taken.
    private mutating func chooseHeads() {
        heads.removeAll(keepingCapacity: true)
        for index in outlines.indices where holdsTwo(outlines[index]) { outlines[index].isDone = true }
        while heads.count < heads.capacity {
            var best: Int?
            for index in outlines.indices where !outlines[index].isDone {
                if best.map({ outlines[index].quality > outlines[$0].quality }) ?? true { best = index }
            }
            guard let best else { return }
            outlines[best].isDone = true
            let head = outlines[best].head
            if !heads.contains(where: { $0.isSame(as: head) }) { heads.append(head) }
        }
    }

    /// Marks what lies where the body of somebody facing the camera is: a bare shoulder, an arm, a warm shirt.
    private mutating func markBodies(_ conditions: FrameConditions) {
        for index in heads.indices where heads[index].width >= conditions.leastWidth {
            let isBody = heads.contains {
                $0.came && $0.width >= conditions.leastWidth && $0.hasBody(at: heads[index])
                    && FaceRule.isFacing($0, conditions)
            }
            heads[index].isBody = isBody
        }
    }

    /// Marks heads that stand close beside each other, both near to the camera.
    private mutating func markCrowds(_ conditions: FrameConditions) {
        for index in heads.indices where heads[index].width >= conditions.leastWidth && !heads[index].isBody {
            let head = heads[index]
            heads[index].isCrowded = heads.contains {
                $0.width >= conditions.leastWidth && $0.came && !$0.isBody && $0.isBeside(head)
            }
        }
    }

    /// Whether a higher level shows two heads side by side within it, each a third as wide at least: it outlines both.
    private func holdsTwo(_ outline: Outline) -> Bool {
        let whole = outline.head
        var left: Head?
        for other in outlines where other.level > outline.level {
            let head = other.head
            guard head.width * 3 >= whole.width, whole.left <= head.left + 2, head.right <= whole.right + 2,
                whole.top <= head.top + 2, head.top <= whole.top + whole.width
            else { continue }
            guard let first = left else {
                left = head
                continue
            }
            if head.left > first.right || head.right < first.left { return true }
        }
        return false
    }

    /// Whether this is the reference body's housing: round about the disc, and cooler than bare skin.
    ///
    /// A housing is a few disc radii wide and high; its warmth comes from the body in it.
    private static func isHousing(_ head: Head, _ reference: ReferenceBody, _ conditions: FrameConditions) -> Bool {
        guard reference.state == .tracked || reference.state == .lost else { return false }
        let disc = reference.disc
        let near = abs(head.centreX - disc.x) < 4 * disc.radius && abs(head.centreY - disc.y) < 7 * disc.radius
        return near && head.face.skin < reference.reading.mean - 3.5 * conditions.countsPerKelvin
    }
}

/// A head at one level, while the heads of a frame are chosen.
private struct Outline {
    let head: Head
    let level: Int
    let quality: Double
    var isDone = false
}

extension Head {
    /// Whether two outlines can't be of two heads: the middle of one lies in the other, a head being up to 1.4 times
    /// as high as wide.
    fileprivate func isSame(as other: Head) -> Bool { holdsMiddle(of: other) || other.holdsMiddle(of: self) }

    private func holdsMiddle(of other: Head) -> Bool {
        let middle = Double(other.top) + Double(min(other.height, other.width * 14 / 10)) / 2
        return Double(left) <= other.centreX && other.centreX <= Double(right)
            && Double(top) <= middle && middle <= Double(top) + 1.4 * Double(width)
    }

    /// Whether another outline lies on this one's chest or shoulders. The head of somebody who stands before them is nearer to
    /// the camera and so larger by a quarter: at arm's length two people are a third of their distance apart.
    fileprivate func hasBody(at other: Head) -> Bool {
        let below = Double(other.top - top) / Double(width)
        return other.width * 4 < width * 5 && below > 0.8 && below < 3
            && abs(other.centreX - centreX) < 1.6 * Double(width)
    }

    /// Whether two heads are side by side, less than half a head apart.
    fileprivate func isBeside(_ other: Head) -> Bool {
        let distance = abs(centreX - other.centreX)
        let mean = Double(width + other.width) / 2
        return distance > 0.5 * mean && distance < 1.5 * mean && abs(Double(top - other.top)) < mean
    }

    /// What tells the better of two outlines: the face's symmetry, and a head's shape.
    fileprivate var quality: Double {
        let aspect = Double(height) / Double(max(1, width))
        // An outline much broader than the bare skin in it holds a hood, a coat or somebody behind.
        let broad = max(0, 0.75 - Double(face.breadth) / Double(max(1, width)))
        return face.symmetry - 2 * broad - abs(face.offset) - (cut ? 0.5 : 0) - (aspect < 0.88 ? 0.3 : 0)
    }
}
