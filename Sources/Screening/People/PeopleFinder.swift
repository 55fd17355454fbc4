import Radiometry

/// Finds the heads in a frame: background, silhouettes at several levels, head shapes, faces.
///
/// No single level outlines every head: a low one holds hair and a face cold from outdoors, a high one parts a head
/// from a warm shirt or a warm wall. Where two levels show the same head, the outline whose face mirrors itself better
/// is kept.
struct PeopleFinder: Sendable {
    /// The heads of the last frame.
    private(set) var heads: [Head] = []

    private var background: Background
    private var silhouette: Silhouette
    private var finder = HeadFinder()
    private var faces = FaceReader()

    /// Levels between the room and warm skin at which silhouettes are cut.
    private static let levels: InlineArray<2, Double> = [0.2, 0.42]
    /// A person is at least this much warmer than the room, K.
    private static let leastContrast = 0.8

    init(grid: CountsGrid) {
        background = Background(cells: grid.counts.count)
        silhouette = Silhouette(width: grid.width, height: grid.height)
        heads.reserveCapacity(32)
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
        heads.removeAll(keepingCapacity: true)
        for index in Self.levels.indices {
            let threshold = room + max(Self.leastContrast * kelvin, Self.levels[index] * (hot - room))
            silhouette.mark(
                grid, threshold: UInt16(max(0, min(65_535, threshold))), background: background, without: housing)
            finder.find(in: silhouette, leastWidth: conditions.leastWidth / 2)
            for head in finder.heads { take(head, grid, reference, conditions) }
        }
    }

    private mutating func take(
        _ head: Head, _ grid: CountsGrid, _ reference: ReferenceBody, _ conditions: FrameConditions
    ) {
        var measured = head
        if head.width >= conditions.leastWidth {
            measured.face = faces.measure(head, in: grid, countsPerKelvin: conditions.countsPerKelvin)
        }
        if Self.isHousing(measured, reference, conditions) { return }
        for index in heads.indices where heads[index].isSame(as: measured) {
            if measured.quality > heads[index].quality { heads[index] = measured }
            return
        }
        if heads.count < heads.capacity { heads.append(measured) }
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

extension Head {
    /// Whether two outlines are of one head: the middle of each lies within the other.
    fileprivate func isSame(as other: Head) -> Bool {
        let across = abs(centreX - other.centreX) < Double(max(width, other.width)) / 2
        let along = abs(Double(top - other.top)) < Double(max(width, other.width)) / 2
        return across && along
    }

    /// What tells the better of two outlines: the face's symmetry, and a head's shape.
    fileprivate var quality: Double {
        let aspect = Double(height) / Double(max(1, width))
        return face.symmetry - abs(face.offset) - (cut ? 0.5 : 0) - (aspect < 0.88 ? 0.3 : 0)
    }
}
