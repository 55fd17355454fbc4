import Capture

/// A picture in colour that lines, discs and text are drawn on. Everything outside of it is cut off.
public struct Canvas: Hashable, Sendable {
    public let size: FrameSize
    /// `size.pixelCount` colours, row by row.
    public private(set) var pixels: [RGB]

    public init(size: FrameSize, background: RGB = RGB(0, 0, 0)) {
        self.size = size
        pixels = [RGB](repeating: background, count: size.pixelCount)
    }

    /// The picture in the palette's colours, `scale` times as large, smoothed between pixels.
    public init(_ picture: IndexedPicture, palette: Palette, scale: Int = 1) {
        size = FrameSize(width: picture.size.width * scale, height: picture.size.height * scale)
        guard scale > 1 else {
            pixels = picture.indices.map { palette[$0] }
            return
        }
        pixels = []
        pixels.reserveCapacity(size.pixelCount)
        for y in 0..<size.height {
            let row = (Double(y) + 0.5) / Double(scale) - 0.5
            for x in 0..<size.width {
                let column = (Double(x) + 0.5) / Double(scale) - 0.5
                pixels.append(palette[picture.interpolated(x: column, y: row)])
            }
        }
    }

    public subscript(x: Int, y: Int) -> RGB {
        get { pixels[y * size.width + x] }
        set { pixels[y * size.width + x] = newValue }
    }

    /// Sets one pixel, if it is inside.
    public mutating func set(_ x: Int, _ y: Int, _ color: RGB) {
        guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
        self[x, y] = color
    }

    public mutating func fill(x: Int, y: Int, width: Int, height: Int, _ color: RGB) {
        for row in y..<(y + max(height, 0)) {
            for column in x..<(x + max(width, 0)) { set(column, row, color) }
        }
    }

    /// The outline of a rectangle, its lines inside of the rectangle.
    public mutating func outline(x: Int, y: Int, width: Int, height: Int, thickness: Int, _ color: RGB) {
        fill(x: x, y: y, width: width, height: thickness, color)
        fill(x: x, y: y + height - thickness, width: width, height: thickness, color)
        fill(x: x, y: y, width: thickness, height: height, color)
        fill(x: x + width - thickness, y: y, width: thickness, height: height, color)
    }

    /// The outline of a disc, drawn within half the thickness of its radius.
    public mutating func circle(x: Double, y: Double, radius: Double, thickness: Double, _ color: RGB) {
        guard x.isFinite, y.isFinite, abs(x) < 1e6, abs(y) < 1e6, (0...1e4).contains(radius) else { return }
        let reach = Int(radius + thickness) + 1
        for row in (Int(y) - reach)...(Int(y) + reach) {
            for column in (Int(x) - reach)...(Int(x) + reach) {
                let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
                let distance = (dx * dx + dy * dy).squareRoot()
                if abs(distance - radius) <= thickness / 2 { set(column, row, color) }
            }
        }
    }

    /// Text in the built-in font, its upper left corner at (x, y).
    public mutating func text(_ text: String, x: Int, y: Int, scale: Int, _ color: RGB) {
        var left = x
        for character in text {
            for (column, bits) in BitmapFont.columns(of: character).enumerated() {
                for row in 0..<BitmapFont.height where bits >> row & 1 == 1 {
                    fill(x: left + column * scale, y: y + row * scale, width: scale, height: scale, color)
                }
            }
            left += BitmapFont.advance * scale
        }
    }
}
