/// A flat thing that faces the camera: part of the room, a warm object or the housing of the reference body.
struct Panel: Sendable {
    enum Shape: Sendable {
        case rectangle
        case ellipse
    }

    var shape = Shape.rectangle
    /// Metres, in the plane at `depth`.
    var center: SIMD2<Float>
    var half: SIMD2<Float>
    /// Metres from the camera.
    var depth: Float
    /// Apparent temperature in the middle, °C.
    var temperature: Float
    /// How much cooler (or warmer, below zero) its rim is, K.
    var rimDrop: Float = 0
    /// A hole through which one sees what is at the depth given here; people may walk there.
    var isOpening = false

    /// Its temperature where the ray (sx, sy, 1) meets it, or `nil` beside it.
    func temperature(_ sx: Float, _ sy: Float) -> Float? {
        let x = (sx * depth - center.x) / half.x
        let y = (sy * depth - center.y) / half.y
        let radius =
            switch shape {
            case .rectangle: max(abs(x), abs(y))
            case .ellipse: (x * x + y * y).squareRoot()
            }
        guard radius <= 1 else { return nil }
        return temperature - rimDrop * radius * radius
    }
}
