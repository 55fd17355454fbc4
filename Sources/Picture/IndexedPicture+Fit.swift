import Capture
import Settings

extension IndexedPicture {
    /// The picture shrunk to another size by averaging blocks of pixels; as it is where that would be larger.
    public func shrunk(to other: FrameSize) -> IndexedPicture {
        guard other != size, other.width > 0, other.height > 0, other.width <= size.width, other.height <= size.height
        else { return self }
        var means: [UInt16] = []
        let source = indices.map { UInt16($0) }
        UprightSampler(source: size, rotation: .none).sample(source.span, size: other, into: &means)
        return IndexedPicture(size: other, indices: means.map { UInt8(clamping: $0) })
    }
}
