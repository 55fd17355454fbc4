import Capture
import Picture
import Testing

@Suite("PNG files")
struct PNGImageTests {
    @Test("one pixel gives exactly the bytes of the standard")
    func onePixel() throws {
        let png = try PNGImage(Canvas(size: FrameSize(width: 1, height: 1), background: RGB(255, 0, 0))).bytes
        #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // IHDR with its length and CRC-32, computed apart from this project.
        #expect(
            png[8..<33] == [
                0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
            ])
        #expect(png.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
    }

    @Test("a drawn picture decodes to the same pixels")
    func decodes() throws {
        var canvas = Canvas(size: FrameSize(width: 40, height: 17), background: RGB(10, 20, 30))
        canvas.outline(x: 3, y: 2, width: 20, height: 12, thickness: 2, RGB(255, 128, 0))
        canvas.text("36.1°", x: 5, y: 5, scale: 1, RGB(1, 2, 3))
        let decoded = try DecodedPNG(PNGImage(canvas).bytes)
        #expect(decoded.width == 40)
        #expect(decoded.height == 17)
        #expect(decoded.pixels == canvas.pixels)
    }
}
