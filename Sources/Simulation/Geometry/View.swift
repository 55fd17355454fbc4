import Capture
import Glibc

/// The pin-hole projection of the upright picture.
struct View: Hashable, Sendable {
    /// Upright pixels.
    let width: Int
    let height: Int
    /// Focal length, pixels.
    let focal: Float

    /// - Parameter fieldOfView: degrees across the longer side.
    init(width: Int, height: Int, fieldOfView: Double) {
        self.width = width
        self.height = height
        focal = Float(Double(max(width, height)) / 2 / tan(fieldOfView / 2 * .pi / 180))
    }

    var shortSide: Int { min(width, height) }
    var centerX: Float { Float(width) / 2 }
    var centerY: Float { Float(height) / 2 }

    /// The scale of this picture against the 120-pixel-wide picture that sizes in pixels are given for.
    var scale: Float { Float(shortSide) / 120 }

    /// The ray (x/z, y/z) through a point of the picture.
    func slope(x: Float, y: Float) -> (x: Float, y: Float) { ((x - centerX) / focal, (centerY - y) / focal) }

    /// The picture point of a scene point in front of the camera.
    func project(_ point: Vector) -> (x: Float, y: Float) {
        (centerX + focal * point.x / point.z, centerY - focal * point.y / point.z)
    }
}

/// A rectangle of whole pixels, upper bounds exclusive.
struct PixelRect: Hashable, Sendable {
    var x0: Int
    var y0: Int
    var x1: Int
    var y1: Int

    static let empty = PixelRect(x0: .max, y0: .max, x1: .min, y1: .min)
    var isEmpty: Bool { x0 >= x1 || y0 >= y1 }

    mutating func formUnion(_ other: PixelRect) {
        guard !other.isEmpty else { return }
        x0 = min(x0, other.x0)
        y0 = min(y0, other.y0)
        x1 = max(x1, other.x1)
        y1 = max(y1, other.y1)
    }

    /// Grown by a margin and cut to the picture.
    func grown(by margin: Int, in view: View) -> PixelRect {
        guard !isEmpty else { return .empty }
        return PixelRect(
            x0: max(0, x0 - margin), y0: max(0, y0 - margin), x1: min(view.width, x1 + margin),
            y1: min(view.height, y1 + margin))
    }
}

/// A rectangle in upright pixels with fractions.
struct PictureBox: Hashable, Sendable {
    var x0: Float
    var y0: Float
    var x1: Float
    var y1: Float

    var width: Float { x1 - x0 }
    var height: Float { y1 - y0 }

    func union(_ other: PictureBox) -> PictureBox {
        PictureBox(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }
}
