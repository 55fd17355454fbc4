/// The format of a capture stream, as the driver states it.
package struct VideoFormat: Hashable, Sendable {
    package var pixelFormat: PixelFormat
    /// Size on the wire, with rows that are no picture.
    package var size: FrameSize
    /// Bytes from the start of one row to the next, padding included; 0 where the driver leaves it open.
    package var bytesPerLine: Int
    /// Bytes that one image takes.
    package var imageBytes: Int

    package init(pixelFormat: PixelFormat, size: FrameSize, bytesPerLine: Int, imageBytes: Int) {
        self.pixelFormat = pixelFormat
        self.size = size
        self.bytesPerLine = bytesPerLine
        self.imageBytes = imageBytes
    }
}
