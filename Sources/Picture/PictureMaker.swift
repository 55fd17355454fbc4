import Capture
import Settings

/// Makes small upright pictures from a stream of frames.
public struct PictureMaker: Sendable {
    /// The most that a live picture shows of a frame: 80 by 60, or 60 by 80 where the upright picture is tall.
    public static let liveLimit = 80

    public let sampler: UprightSampler
    private var contrast = AutoContrast()
    private var counts: [UInt16] = []

    public init(source: FrameSize, rotation: Rotation) {
        sampler = UprightSampler(source: source, rotation: rotation)
    }

    /// The largest picture that live view allows.
    public var liveLimit: FrameSize {
        let (long, short) = (Self.liveLimit, Self.liveLimit * 3 / 4)
        return sampler.upright.width >= sampler.upright.height
            ? FrameSize(width: long, height: short) : FrameSize(width: short, height: long)
    }

    /// A picture of this frame; its contrast goes on from the pictures before.
    ///
    /// - Parameter limit: the picture fits into this size.
    public mutating func picture(of pixels: Span<UInt16>, fitting limit: FrameSize) -> IndexedPicture {
        let size = sampler.size(fitting: limit)
        sampler.sample(pixels, size: size, into: &counts)
        return IndexedPicture(size: size, indices: contrast.indices(of: counts))
    }
}
