/// The reference body of the scene: a disc of known temperature in a cool housing, in front of everybody.
struct ReferenceBody: Sendable {
    /// What it is set to, °C; it is a black body, so this is its apparent temperature too.
    var temperature: Double
    /// The disc, metres at `depth`.
    let center: SIMD2<Float>
    let radius: Float
    let depth: Float
    /// The housing's front.
    let housing: Panel
    /// Seconds during which something hangs in front of it.
    var hidden: [ClosedRange<Double>] = []

    /// Where the housing is mounted, measured in pixels of a 120-pixel-wide picture from the nearest edges.
    enum Mount: CaseIterable, Sendable {
        case lowCorner
        case lowSide
        case middleSide
    }

    init(mount: Mount, onLeft: Bool, temperature: Double, housingTemperature: Double, view: View) {
        self.temperature = temperature
        // Disc from the side and from the bottom; housing half size; housing centre above the disc.
        let (side, bottom, half, above): (Float, Float, SIMD2<Float>, Float) =
            switch mount {
            case .lowCorner: (9.2, 8.0, [12.5, 28], 19)
            case .lowSide: (25, 27, [16, 34], 12)
            case .middleSide: (20, 54, [18, 33], 1)
            }
        let scale = view.scale
        let depth: Float = 0.35
        let metres = depth / view.focal
        let x = onLeft ? side * scale : Float(view.width) - side * scale
        let y = Float(view.height) - bottom * scale
        let slope = view.slope(x: x, y: y)
        center = [slope.x * depth, slope.y * depth]
        radius = 6.5 * scale * metres
        self.depth = depth
        let shift: Float = mount == .lowSide ? (onLeft ? 2 : -2) : 0
        housing = Panel(
            center: [center.x + shift * scale * metres, center.y + above * scale * metres],
            half: half * (scale * metres), depth: depth + 0.01, temperature: Float(housingTemperature), rimDrop: 0.6)
    }

    /// The disc as a panel.
    var disc: Panel {
        Panel(
            shape: .ellipse, center: center, half: [radius, radius], depth: depth, temperature: Float(temperature))
    }

    /// The housing in the picture.
    func housingBox(in view: View) -> PictureBox {
        let low = view.project(Vector(housing.center.x - housing.half.x, housing.center.y + housing.half.y, depth))
        let high = view.project(Vector(housing.center.x + housing.half.x, housing.center.y - housing.half.y, depth))
        return PictureBox(x0: low.x, y0: low.y, x1: high.x, y1: high.y)
    }

    /// The disc in upright pixels.
    func discInPicture(_ view: View) -> (x: Float, y: Float, radius: Float) {
        let point = view.project(Vector(center.x, center.y, depth))
        return (point.x, point.y, radius * view.focal / depth)
    }
}
