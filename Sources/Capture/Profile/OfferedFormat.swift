/// One pixel format that a camera offers, with its sizes.
public struct OfferedFormat: Hashable, Sendable {
    public let pixelFormat: PixelFormat
    public let sizes: [OfferedSizes]

    public init(pixelFormat: PixelFormat, sizes: [OfferedSizes]) {
        self.pixelFormat = pixelFormat
        self.sizes = sizes
    }
}

/// One size, or a range of sizes.
public enum OfferedSizes: Hashable, Sendable, CustomStringConvertible {
    case exactly(FrameSize)
    /// Any size of these widths and heights; the driver may round to its steps.
    case range(width: ClosedRange<Int>, height: ClosedRange<Int>)

    func includes(_ size: FrameSize) -> Bool {
        switch self {
        case .exactly(let offered): offered == size
        case .range(let width, let height): width.contains(size.width) && height.contains(size.height)
        }
    }

    public var description: String {
        switch self {
        case .exactly(let size): size.words
        case .range(let width, let height):
            "\(width.lowerBound)x\(height.lowerBound) to \(width.upperBound)x\(height.upperBound)"
        }
    }
}

extension FrameSize {
    /// "160x120".
    var words: String { "\(width)x\(height)" }
}
