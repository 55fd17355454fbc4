/// When a head shows its face to the camera, near enough and whole enough to be measured.
enum FaceRule {
    /// Faster than this a face is blurred, head widths a frame of 115 ms.
    static let mostMovement = 0.2
    /// Least way a head must have moved since it came into view, grid cells: people sway by more than that within a
    /// second, a lamp or a warm ceiling does not.
    static let leastTravel = 2.0
    /// Least bare skin in the face's core: dark glasses and a beard leave about half of it.
    static let leastBareShare = 0.3
    /// A face that is up shows skin down to its chin, or bare skin all about brow and eyes where a mask hides the rest;
    /// a bowed head shows its crown and little below it. Head widths, and a share.
    static let leastTallness = 1.0
    static let leastBrowShare = 0.6
    /// Least standard deviation about eyes, nose and mouth, K: four times the noise; the back of a bald head has less.
    static let leastRelief = 0.2
    /// Furthest centroid of bare skin from the head's middle, head widths: a profile has 0.15 and more.
    static let furthestOffset = 0.1
    static let leastSymmetry = 0.5
    /// The warmest spot is at most this much warmer than the bare skin, K: canthi are 0.3 to 1.3 warmer in recordings, a
    /// machine's hot part or a lamp behind a head is more.
    static let greatestExcess = 2.5
    /// On a face cooled by the weather outside the canthi stay warm.
    static let greatestExcessOfColdFace = 4.0
    /// Bare skin is at least this warm, °C apparent.
    static let coldestSkin = 30.0

    static func isFacing(_ head: Head, _ conditions: FrameConditions) -> Bool {
        let face = head.face
        let warm = conditions.celsiusAtZero == nil || conditions.celsius(face.skin) >= coldestSkin
        let excess = (face.warmest - face.skin) / conditions.countsPerKelvin
        let isCold = conditions.celsiusAtZero != nil && conditions.celsius(face.skin) < Screener.coldSkin
        return warm && excess <= (isCold ? greatestExcessOfColdFace : greatestExcess) && !head.cut
            && head.height * 100 >= head.width * 88
            && face.bareShare >= leastBareShare
            && (face.tallness >= leastTallness
                || (face.browShare >= leastBrowShare && head.height * 10 >= head.width * 11))
            && face.breadth * 10 >= conditions.leastWidth * 7
            && face.relief >= leastRelief * conditions.countsPerKelvin
            && abs(face.offset) <= furthestOffset
            && face.symmetry >= leastSymmetry
    }
}
