/// Tells the direction of a visit that has ended.
///
/// Who comes from afar and goes out of view near, past the camera, enters; who comes into view near, at a side, and was last
/// seen far off leaves. Whoever turns back is last seen far off, and whoever comes from the side and goes there again did
/// not come from afar: neither has passed. Somebody who presented and is lost near has entered wherever that was: near the
/// camera a step takes a head out of the picture between two frames.
enum PassageRule {
    /// Shorter visits are the outlines of arms, chairs and the like.
    private static let leastFrames = 6
    /// Grid cells; what moved less stood there all the time.
    private static let leastTravel = 4

    /// - Parameters:
    ///   - presented: whether the person presented.
    ///   - leastWidth: of a head that is near enough to be measured, grid cells.
    static func direction(of visit: Visit, presented: Bool, leastWidth: Int) -> Passage.Direction? {
        guard !visit.isContinued, visit.frames >= leastFrames, visit.travel >= leastTravel else { return nil }
        let near = leastWidth * 9 / 10
        if visit.beganAtSide, visit.greatestAtFirst > near {
            let isFar = visit.size * 10 <= leastWidth * 7
            return isFar && visit.travel * 2 >= visit.greatestAtFirst ? .leaving : nil
        }
        guard visit.size > near else { return nil }
        if presented { return .entering }
        let cameCloser = visit.leastAtFirst * 10 < leastWidth * 8 && visit.size * 10 >= visit.leastAtFirst * 16
        return cameCloser && visit.isAtSide ? .entering : nil
    }
}
