/// `[generic_camera]`: what the counts of a camera mean that has no profile of its own.
///
/// Read by the profiles "generic-y16" and "generic-yuyv-split" alone.
public struct GenericCameraSettings: Hashable, Sendable {
    /// `kelvin_per_count`: one count more is this much warmer.
    public var kelvinPerCount = 0.01
    /// `kelvin_at_zero`: the temperature of zero counts, K.
    public var kelvinAtZero = 0.0
    /// `byte_order`: which byte of a count comes first.
    public var byteOrder = ByteOrder.little
    /// `split_row`: the first row that holds counts, of "generic-yuyv-split"; 0 is half of the height.
    public var splitRow = 0
    /// `crop`: what of the counts is no picture.
    public var crop = Crop.nothing

    public init() {}
}

/// Which byte of a count of two bytes comes first.
public enum ByteOrder: String, CaseIterable, Hashable, Sendable {
    /// The low byte first.
    case little
    /// The high byte first.
    case big
}

/// Columns and rows at the sides of a frame that are dropped.
public struct Crop: Hashable, Sendable {
    /// Columns at the left, rows at the top, columns at the right, rows at the bottom; none is negative.
    public let left, top, right, bottom: Int

    public init(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public static let nothing = Crop()
}
