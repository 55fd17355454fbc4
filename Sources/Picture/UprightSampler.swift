import Capture
import Settings

/// Turns a frame upright and shrinks it by averaging blocks of pixels.
public struct UprightSampler: Sendable {
    /// Size of the frame as delivered.
    public let source: FrameSize
    /// Size of the upright picture at full resolution.
    public let upright: FrameSize

    // The source index of upright pixel (x, y) is origin + x * stepX + y * stepY.
    private let origin: Int
    private let stepX: Int
    private let stepY: Int

    /// - Parameter rotation: the clockwise turn that shows people upright.
    public init(source: FrameSize, rotation: Rotation) {
        self.source = source
        let (width, height) = (source.width, source.height)
        switch rotation {
        case .none: (origin, stepX, stepY) = (0, 1, width)
        case .quarter: (origin, stepX, stepY) = ((height - 1) * width, -width, 1)
        case .half: (origin, stepX, stepY) = (width * height - 1, -1, -width)
        case .threeQuarters: (origin, stepX, stepY) = (width - 1, width, -1)
        }
        switch rotation {
        case .none, .half: upright = source
        case .quarter, .threeQuarters: upright = FrameSize(width: height, height: width)
        }
    }

    /// The largest size of the upright picture's shape that fits into `limit`, never above full resolution.
    public func size(fitting limit: FrameSize) -> FrameSize {
        let scale = min(
            1, Double(limit.width) / Double(upright.width), Double(limit.height) / Double(upright.height))
        return FrameSize(
            width: max(1, Int(Double(upright.width) * scale)), height: max(1, Int(Double(upright.height) * scale)))
    }

    /// The upright picture in counts, each the mean of the block of pixels that it stands for.
    ///
    /// - Parameters:
    ///   - pixels: `source.pixelCount` counts.
    ///   - size: at most the upright size in both directions.
    ///   - output: replaced by `size.pixelCount` counts.
    public func sample(_ pixels: Span<UInt16>, size: FrameSize, into output: inout [UInt16]) {
        output.removeAll(keepingCapacity: true)
        for y in 0..<size.height {
            let rows = (y * upright.height / size.height)..<((y + 1) * upright.height / size.height)
            for x in 0..<size.width {
                let columns = (x * upright.width / size.width)..<((x + 1) * upright.width / size.width)
                output.append(mean(pixels, columns: columns, rows: rows))
            }
        }
    }

    private func mean(_ pixels: Span<UInt16>, columns: Range<Int>, rows: Range<Int>) -> UInt16 {
        var sum = 0
        for row in rows {
            for column in columns {
                sum += Int(pixels[origin + column * stepX + row * stepY])
            }
        }
        return UInt16(sum / (columns.count * rows.count))
    }
}
