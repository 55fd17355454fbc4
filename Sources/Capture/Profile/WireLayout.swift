import Settings

/// Where in a frame as it comes over the wire the counts are.
public struct WireLayout: Hashable, Sendable {
    /// The frame's size as the camera offers it; `nil` for any.
    public let size: FrameSize?
    /// Which part of it holds counts.
    public let part: Part
    /// What of that part is dropped.
    public let crop: Crop
    /// What follows the picture.
    public let telemetry: Telemetry

    public init(
        size: FrameSize? = nil, part: Part = .whole, crop: Crop = .nothing, telemetry: Telemetry = .none
    ) {
        self.size = size
        self.part = part
        self.crop = crop
        self.telemetry = telemetry
    }

    public enum Part: Hashable, Sendable {
        case whole
        /// The lower half; the upper one is a picture in colour.
        case lowerHalf
        /// From this row on.
        case from(row: Int)
    }

    public enum Telemetry: Hashable, Sendable {
        case none
        /// The last rows are a Lepton's telemetry.
        case lepton

        /// The number of rows at this width.
        func rows(ofWidth width: Int) -> Int {
            switch self {
            case .none: 0
            case .lepton: (LeptonTelemetry.wordCount + width - 1) / max(1, width)
            }
        }
    }

    /// The rectangle of counts in a frame of this size.
    struct Region: Hashable, Sendable {
        let left, top, width, height: Int
        /// The first row of telemetry.
        let telemetryTop: Int
    }

    /// - Returns: `nil` where the frame is of another size or nothing is left of it.
    func region(in wire: FrameSize) -> Region? {
        guard (1...Self.greatestSide).contains(wire.width), (1...Self.greatestSide).contains(wire.height),
            size == nil || size == wire
        else { return nil }
        let telemetryTop = wire.height - telemetry.rows(ofWidth: wire.width)
        let top = crop.top + partTop(wire.height)
        let height = telemetryTop - crop.bottom - top
        let width = wire.width - crop.left - crop.right
        guard width > 0, height > 0 else { return nil }
        return Region(left: crop.left, top: top, width: width, height: height, telemetryTop: telemetryTop)
    }

    private func partTop(_ height: Int) -> Int {
        switch part {
        case .whole: 0
        case .lowerHalf: height / 2
        case .from(let row): row
        }
    }

    /// Wider or higher than any thermal camera; keeps sums far from overflow.
    private static let greatestSide = 8192
}
