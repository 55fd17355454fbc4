/// Corrects a small warm spot for what the camera's blur took from it (the size-of-source effect).
///
/// The skin beside the inner canthus is warmer than the face about it over some 14 mm, an eleventh of a head's width. A
/// camera that shows a head 30 pixels wide spreads that spot over more than its own size and reads it too cool: with
/// Gaussian spot and blur, the excess over the surrounding skin shrinks to d² / (d² + b²), d being the spot's width and b
/// the blur's, full width at half maximum. The excess is divided by that share.
public enum SizeOfSource {
    /// Width of the warm spot as a part of the head's width: 14 mm of 155 mm.
    public static let spot = 0.09
    /// Blur of optics and sensor, pixels (a Lepton's point spread is about 1.4 pixels wide at half maximum).
    public static let opticalBlur = 1.4
    /// Blur of taking the mean of 2×2 cells, cells.
    public static let averagingBlur = 1.7
    /// How well the correction is known, as a part of itself (one standard uncertainty).
    public static let relativeUncertainty = 0.3

    /// The share of the excess that the camera shows.
    ///
    /// - Parameters:
    ///   - headWidth: cells of the grid.
    ///   - binning: pixels along a cell's side.
    public static func share(headWidth: Double, binning: Int) -> Double {
        let spotWidth = spot * headWidth
        let optical = opticalBlur / Double(max(1, binning))
        let blur = optical * optical + averagingBlur * averagingBlur
        return spotWidth * spotWidth / (spotWidth * spotWidth + blur)
    }

    /// The greatest excess that a canthus has over the warm skin of its face, K; more than that is no canthus.
    public static let greatestExcess = 0.9

    /// What to add to a reading whose excess over the skin around it is `excess`, K.
    public static func correction(excess: Double, headWidth: Double, binning: Int) -> Double {
        guard excess > 0, headWidth > 0 else { return 0 }
        return min(excess, greatestExcess) * (1 / share(headWidth: headWidth, binning: binning) - 1)
    }
}
