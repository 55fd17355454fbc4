/// A head-shaped part of a silhouette at one frame, in grid cells.
struct Head: Sendable {
    var left: Int
    var right: Int
    var top: Int
    /// One below the last row: the chin or the neck.
    var bottom: Int
    /// Whether the frame's edge cuts it.
    var cut: Bool
    /// Whether its place was seen without it, since the camera began to look.
    var came = false
    /// Whether it lies where somebody else's body is.
    var isBody = false
    /// Whether another head as near to the camera is right beside it.
    var isCrowded = false
    /// What its inside looks like.
    var face = FaceMeasure()

    var width: Int { right - left + 1 }
    var height: Int { bottom - top }
    /// In upright pixels of the full frame.
    func box(binning: Int) -> PixelBox {
        PixelBox(x: left * binning, y: top * binning, width: width * binning, height: height * binning)
    }
    /// How far it is from where it was, grid cells: by two of its edges, since one moves too when somebody passes in front of
    /// a thing.
    func travel(from first: Head) -> Int {
        let left = abs(left - first.left)
        let right = abs(right - first.right)
        let top = abs(top - first.top)
        return max(min(left, right), min(max(left, right), top))
    }
    var centreX: Double { Double(left + right) / 2 }
    var centreY: Double { Double(top + bottom) / 2 }
}

/// What speaks for a face turned to the camera, and how warm it is.
struct FaceMeasure: Sendable {
    /// 90th percentile of the head, counts: the level of bare skin.
    var skin = 0.0
    /// Share of the face's core within 3 K of that level.
    var bareShare = 0.0
    /// Share of bare skin about the brow and the eyes.
    var browShare = 0.0
    /// How much more of the eyes is covered than of what is above and below them, -1...1: dark glasses.
    var eyeCover = 0.0
    /// Most cells of bare skin in a row.
    var breadth = 0
    /// How far down bare or thinly covered skin reaches from where it begins, head widths.
    var tallness = 0.0
    /// Offset of the bare skin's centroid from the head's middle, in head widths; positive to the right.
    var offset = 0.0
    /// Correlation of the face with its mirror image, -1...1.
    var symmetry = 0.0
    /// Standard deviation about eyes, nose and mouth, counts: the back of a bald head has little.
    var relief = 0.0
    /// Centroid of the bare skin, grid cells.
    var centreX = 0.0
    var centreY = 0.0
    /// Warmest 2×2 mean above the nose's tip, counts.
    var warmest = 0.0
}
