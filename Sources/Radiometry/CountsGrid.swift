/// An upright picture in counts, small enough to search: a frame turned upright and binned by a whole factor.
public struct CountsGrid: Sendable {
    public let width: Int
    public let height: Int
    /// Frame pixels along one side of a grid cell.
    public let binning: Int
    /// Counts, row by row.
    public var counts: [UInt16]

    public init(width: Int, height: Int, binning: Int) {
        self.width = width
        self.height = height
        self.binning = binning
        counts = [UInt16](repeating: 0, count: width * height)
    }

    /// The side that scales everything that is meant in parts of the picture.
    public var shortSide: Int { min(width, height) }
}
