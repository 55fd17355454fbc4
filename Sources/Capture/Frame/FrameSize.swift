/// The size of a frame, in pixels.
public struct FrameSize: Hashable, Sendable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Columns times rows.
    public var pixelCount: Int { width * height }
}
