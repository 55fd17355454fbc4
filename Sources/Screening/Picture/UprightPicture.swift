import Capture
import Radiometry
import Settings

/// The frame turned upright and binned to a grid whose short side is about 120 cells, with its statistics.
///
/// People are searched for in the grid, so that the work is the same for every camera; temperatures are taken from it
/// too, a cell of a larger camera being the mean of `binning`² pixels.
struct UprightPicture: Sendable {
    private(set) var grid: CountsGrid
    /// Quarter and median of all cells, counts.
    private(set) var quarter: UInt16 = 0
    private(set) var median: UInt16 = 0
    /// The greater of the shares of sampled cells that rose, and that fell, by more than 0.1 K since the frame before:
    /// near 1 when the whole picture stepped.
    private(set) var movedTogether = 0.0
    /// Equal for identical frames.
    private(set) var checksum: UInt64 = 0
    /// Size of the upright picture in pixels of the frame.
    let uprightSize: FrameSize

    private let rotation: Rotation
    private let frameSize: FrameSize
    /// Every eleventh cell of the frame before.
    private var samples: [UInt16]
    private var histogram = [UInt32](repeating: 0, count: 4096)

    init(frameSize: FrameSize, rotation: Rotation) {
        self.frameSize = frameSize
        self.rotation = rotation
        let turned = rotation == .quarter || rotation == .threeQuarters
        uprightSize =
            turned ? FrameSize(width: frameSize.height, height: frameSize.width) : frameSize
        let binning = max(1, min(uprightSize.width, uprightSize.height) / 120)
        grid = CountsGrid(
            width: max(1, uprightSize.width / binning), height: max(1, uprightSize.height / binning), binning: binning)
        samples = [UInt16](repeating: 0, count: (grid.counts.count + 10) / 11)
    }

    /// Takes the frame's counts, row by row as the camera delivers them.
    mutating func load(_ pixels: Span<UInt16>) {
        if grid.binning == 1 { turn(pixels) } else { bin(pixels) }
        summarise()
    }

    /// Frame index of upright pixel (0, 0), and what a step right or down adds to it.
    private var walk: (origin: Int, right: Int, down: Int) {
        let width = frameSize.width
        let last = frameSize.pixelCount - 1
        return switch rotation {
        case .none: (0, 1, width)
        case .quarter: (last - width + 1, -width, 1)
        case .half: (last, -1, -width)
        case .threeQuarters: (width - 1, width, -1)
        }
    }

    private mutating func turn(_ pixels: Span<UInt16>) {
        let walk = self.walk
        let width = grid.width
        let height = grid.height
        var counts = grid.counts.mutableSpan
        var target = 0
        for y in 0..<height {
            var source = walk.origin &+ y &* walk.down
            for _ in 0..<width {
                counts[target] = pixels[source]
                target &+= 1
                source &+= walk.right
            }
        }
    }

    private mutating func bin(_ pixels: Span<UInt16>) {
        let walk = self.walk
        let binning = grid.binning
        let area = UInt32(binning * binning)
        let width = grid.width
        let height = grid.height
        var counts = grid.counts.mutableSpan
        var target = 0
        for y in 0..<height {
            for x in 0..<width {
                var sum = area / 2
                var row = walk.origin &+ y &* binning &* walk.down &+ x &* binning &* walk.right
                for _ in 0..<binning {
                    var source = row
                    for _ in 0..<binning {
                        sum &+= UInt32(pixels[source])
                        source &+= walk.right
                    }
                    row &+= walk.down
                }
                counts[target] = UInt16(truncatingIfNeeded: sum / area)
                target &+= 1
            }
        }
    }

    /// Compares a sample of the cells with the frame before.
    ///
    /// - Parameter least: the change that counts, in counts.
    mutating func compare(least: Int) {
        var rose = 0
        var fell = 0
        for index in samples.indices {
            let value = grid.counts[index * 11]
            let change = Int(value) - Int(samples[index])
            if change > least { rose += 1 } else if change < -least { fell += 1 }
            samples[index] = value
        }
        movedTogether = Double(max(rose, fell)) / Double(samples.count)
    }

    private mutating func summarise() {
        let sum = count(grid.counts, &histogram)
        checksum = sum
        quarter = quantile(0.25)
        median = quantile(0.5)
    }

    /// The count below which this share of all cells lies, to 16 counts.
    func quantile(_ share: Double) -> UInt16 {
        let wanted = UInt32(Double(grid.counts.count) * share)
        var seen: UInt32 = 0
        for bin in 0..<histogram.count {
            seen &+= histogram[bin]
            if seen > wanted { return UInt16(min(65_535, bin * 16 + 8)) }
        }
        return 65_535
    }
}

/// Fills the histogram by count / 16 and gives a checksum.
private func count(_ counts: [UInt16], _ histogram: inout [UInt32]) -> UInt64 {
    let counts = counts.span
    var bins = histogram.mutableSpan
    for bin in 0..<bins.count { bins[bin] = 0 }
    var sum: UInt64 = 0
    for index in 0..<counts.count {
        let value = counts[index]
        bins[Int(value >> 4)] &+= 1
        sum = (sum &* 31) &+ UInt64(value)
    }
    return sum
}
