import Capture
import Radiometry
import Screening

extension Canvas {
    /// Draws an overlay on a picture that shows the whole upright frame.
    ///
    /// - Parameter fontScale: canvas pixels per font pixel; 0 leaves the labels out.
    public mutating func draw(_ overlay: Overlay, thickness: Int, fontScale: Int) {
        let across = Double(size.width) / Double(overlay.uprightSize.width)
        let down = Double(size.height) / Double(overlay.uprightSize.height)
        if let disc = overlay.disc {
            circle(
                x: disc.x * across, y: disc.y * down, radius: disc.radius * across + Double(thickness),
                thickness: Double(thickness), Self.discColor)
            if fontScale > 0 {
                label(
                    ["reference"], x: Int(disc.x * across), y: Int((disc.y + disc.radius) * down) + 3 * thickness,
                    fontScale: fontScale, Self.discColor)
            }
        }
        for box in overlay.boxes {
            let (x, y) = (Int(Double(box.head.x) * across), Int(Double(box.head.y) * down))
            let width = max(Int(Double(box.head.width) * across), 2)
            let height = max(Int(Double(box.head.height) * down), 2)
            outline(x: x, y: y, width: width, height: height, thickness: thickness, box.color)
            guard fontScale > 0 else { continue }
            let lines = [box.reading, box.words].filter { !$0.isEmpty }
            let above = y - (lines.count * Self.lineHeight + 1) * fontScale
            label(
                lines, x: x + width / 2, y: above >= 0 ? above : y + height + fontScale, fontScale: fontScale,
                box.color)
        }
    }

    /// Lines of text on a dark ground, centred on x and kept inside of the picture.
    private mutating func label(_ lines: [String], x: Int, y: Int, fontScale: Int, _ color: RGB) {
        let width = (lines.map(BitmapFont.width).max() ?? 0) * fontScale
        let left = max(2 * fontScale, min(x - width / 2, size.width - width - 2 * fontScale))
        let height = lines.count * Self.lineHeight * fontScale
        let top = max(fontScale, min(y, size.height - height))
        fill(
            x: left - fontScale, y: top - fontScale, width: width + 2 * fontScale, height: height,
            RGB(16, 12, 24))
        for (number, line) in lines.enumerated() {
            text(line, x: left, y: top + number * Self.lineHeight * fontScale, scale: fontScale, color)
        }
    }

    private static let lineHeight = BitmapFont.height + 2
    private static let discColor = RGB(150, 220, 255)
}
