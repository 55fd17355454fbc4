/// When a head shows its face to the camera, near enough and whole enough to be measured.
enum FaceRule {
    /// Faster than this a face is blurred, head widths a frame of 115 ms.
    static let mostMovement = 0.2
    /// Least way a head must have moved since it came into view, grid cells: people sway by more than that within a
    /// second, a lamp or a warm ceiling does not.
    static let leastTravel = 2.0
    /// Least bare skin in the face's core: dark glasses and a beard leave about half of it.
    static let leastBareShare = 0.3
    /// A face that is up shows skin down to its chin, about a head width less what a beard or a fringe takes, and some of
    /// it about brow and eyes; or bare skin all about brow and eyes where a mask hides the rest. A bowed head shows its
    /// crown and little below it.
    static let leastTallness = 0.85
    /// As tall and as symmetric as this a face is whole, though a collar or the lower edge ends its outline early.
    static let clearTallness = 1.2
    static let clearSymmetry = 0.9
    static let leastBrowShare = 0.12
    static let leastBrowShareOfMask = 0.6
    /// Least standard deviation about eyes, nose and mouth, K: four times the noise. The back of a bald head has little more,
    /// and no warm corners of the eyes.
    static let leastRelief = 0.2
    static let clearRelief = 0.4
    static let leastExcess = 0.25
    /// Furthest centroid of bare skin from the head's middle, head widths: a profile has 0.15 and more.
    static let furthestOffset = 0.1
    static let leastSymmetry = 0.5
    /// Dark glasses between forehead and cheeks are a face by themselves: hair to one side or a tilted head takes less from it.
    static let leastSymmetryOfGlasses = 0.35
    /// The warmest spot is at most this much warmer than the bare skin, K: canthi are 0.3 to 1.3 warmer in recordings, a
    /// machine's hot part or a lamp behind a head is more.
    static let greatestExcess = 2.5
    /// On a face cooled by the weather outside the canthi stay warm.
    static let greatestExcessOfColdFace = 4.0
    /// Bare skin is at least this warm, °C apparent.
    static let coldestSkin = 30.0

    /// Least contrast of the band over the eyes to forehead and cheeks that is dark glasses; the shadow of a brow has less.
    static let leastEyeCover = 0.35

    /// What keeps a head that is near enough from being a face that can be measured.
    static func hindrance(of head: Head) -> UndecidedReason {
        if head.isCrowded { return .twoPeople }
        let isFrontal = abs(head.face.offset) <= furthestOffset && head.face.symmetry >= leastSymmetry
        return isFrontal && !head.cut && head.face.bareShare < leastBareShare ? .covered : .turnedAway
    }

    static func isFacing(_ head: Head, _ conditions: FrameConditions) -> Bool {
        let face = head.face
        let warm = conditions.celsiusAtZero == nil || conditions.celsius(face.skin) >= coldestSkin
        let relief = face.relief / conditions.countsPerKelvin
        let excess = (face.warmest - face.skin) / conditions.countsPerKelvin
        let isCold = conditions.celsiusAtZero != nil && conditions.celsius(face.skin) < Screener.coldSkin
        return warm && excess <= (isCold ? greatestExcessOfColdFace : greatestExcess) && !head.cut && !head.isBody
            && isWhole(head)
            && face.bareShare >= leastBareShare
            && isUp(head)
            && face.breadth * 10 >= conditions.leastWidth * 7
            && relief >= leastRelief && (excess >= leastExcess || relief >= clearRelief)
            && abs(face.offset) <= furthestOffset
            && face.symmetry >= (face.eyeCover >= leastEyeCover ? leastSymmetryOfGlasses : leastSymmetry)
    }

    /// Whether the outline is nearly as high as wide, or what is in it is clearly a whole face.
    private static func isWhole(_ head: Head) -> Bool {
        head.height * 100 >= head.width * 88
            || (head.face.tallness >= clearTallness && head.face.symmetry >= clearSymmetry)
    }

    /// Whether the face is up: skin reaches down to a chin, or a mask hides that and brow and eyes are bare.
    private static func isUp(_ head: Head) -> Bool {
        let face = head.face
        if face.tallness >= leastTallness { return face.browShare >= leastBrowShare }
        return face.browShare >= leastBrowShareOfMask && head.height * 10 >= head.width * 11
    }
}
