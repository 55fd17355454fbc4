import Capture

/// A picture of palette indices: 8 bits a pixel, upright, no temperature can be read back from it.
public struct IndexedPicture: Hashable, Sendable {
    public let size: FrameSize
    /// `size.pixelCount` palette indices, row by row.
    public let indices: [UInt8]

    public init(size: FrameSize, indices: [UInt8]) {
        self.size = size
        self.indices = indices
    }

    /// The index at a position between pixels, interpolated from the four around it; the edge repeats outside.
    func interpolated(x: Double, y: Double) -> UInt8 {
        let column = min(max(x, 0), Double(size.width - 1))
        let row = min(max(y, 0), Double(size.height - 1))
        let left = Int(column)
        let top = Int(row)
        let right = min(left + 1, size.width - 1)
        let bottom = min(top + 1, size.height - 1)
        func index(_ x: Int, _ y: Int) -> Double { Double(indices[y * size.width + x]) }
        let across = column - Double(left)
        let above = index(left, top) * (1 - across) + index(right, top) * across
        let below = index(left, bottom) * (1 - across) + index(right, bottom) * across
        let down = row - Double(top)
        return UInt8(clamping: Int((above * (1 - down) + below * down).rounded()))
    }
}
