/// An ellipsoid in the scene, ready to be hit by rays from the camera.
struct Ellipsoid: Sendable {
    let center: Vector
    let orientation: Orientation
    /// Half lengths along right, up and forward, metres.
    let semiAxes: Vector

    // The map that turns this ellipsoid into the unit sphere, by rows, and the camera's place in that space.
    private let row0: Vector
    private let row1: Vector
    private let row2: Vector
    private let origin: Vector
    private let originTerm: Float

    init(center: Vector, orientation: Orientation, semiAxes: Vector) {
        self.center = center
        self.orientation = orientation
        self.semiAxes = semiAxes
        row0 = orientation.right / semiAxes.x
        row1 = orientation.up / semiAxes.y
        row2 = orientation.forward / semiAxes.z
        origin = Vector(-row0.dot(center), -row1.dot(center), -row2.dot(center))
        originTerm = origin.dot(origin) - 1
    }

    /// An ellipsoid that reaches a little beyond both ends of a limb.
    init(from a: Vector, to b: Vector, radius: Float) {
        let axis = b - a
        self.init(
            center: (a + b) / 2, orientation: Orientation(along: axis),
            semiAxes: Vector(radius, axis.length * 0.5 + radius * 0.6, radius))
    }

    /// Where a ray meets the near side.
    struct Hit {
        /// Depth along z, metres.
        var depth: Float
        /// Cosine between the ray and the surface, in the unit sphere's space: 1 straight on, 0 grazing.
        var facing: Float
    }

    /// The depth at which the ray (sx, sy, 1) enters, or infinity.
    @inline(__always)
    func depth(_ sx: Float, _ sy: Float) -> Float {
        let direction = self.direction(sx, sy)
        let a = direction.dot(direction)
        let b = origin.dot(direction)
        let discriminant = b * b - a * originTerm
        guard discriminant > 0 else { return .infinity }
        let depth = (-b - discriminant.squareRoot()) / a
        return depth > 0.1 ? depth : .infinity
    }

    /// The point that a ray hits at `depth`, in this ellipsoid's own coordinates (metres from its centre), and how
    /// squarely.
    @inline(__always)
    func surface(_ sx: Float, _ sy: Float, depth: Float) -> (point: Vector, facing: Float) {
        let direction = self.direction(sx, sy)
        let unit = origin + direction * depth
        let cosine = -unit.dot(direction) / direction.dot(direction).squareRoot()
        return (unit * semiAxes, max(0, min(1, cosine)))
    }

    @inline(__always)
    private func direction(_ sx: Float, _ sy: Float) -> Vector {
        Vector(
            row0.x * sx + row0.y * sy + row0.z, row1.x * sx + row1.y * sy + row1.z, row2.x * sx + row2.y * sy + row2.z)
    }

    /// The box that the ellipsoid covers in the picture, or `nil` when it is behind or around the camera.
    ///
    /// A line of sight plane n touches the ellipsoid where (n·c)² = Σ (n·aᵢ)²: a quadratic for each pair of sides.
    func box(in view: View) -> PictureBox? {
        let (a, b, c) = (
            orientation.right * semiAxes.x, orientation.up * semiAxes.y, orientation.forward * semiAxes.z
        )
        let reach = (a.z * a.z + b.z * b.z + c.z * c.z).squareRoot()
        guard center.z - reach > 0.12 else { return nil }
        let zz = center.z * center.z - reach * reach
        let horizontal = Self.roots(
            zz, center.x * center.z - a.x * a.z - b.x * b.z - c.x * c.z,
            center.x * center.x - a.x * a.x - b.x * b.x - c.x * c.x)
        let vertical = Self.roots(
            zz, center.y * center.z - a.y * a.z - b.y * b.z - c.y * c.z,
            center.y * center.y - a.y * a.y - b.y * b.y - c.y * c.y)
        return PictureBox(
            x0: view.centerX + view.focal * horizontal.low, y0: view.centerY - view.focal * vertical.high,
            x1: view.centerX + view.focal * horizontal.high, y1: view.centerY - view.focal * vertical.low)
    }

    /// Whether any of it can be in front of the camera.
    var reachesInFront: Bool {
        let reach = max(semiAxes.x, max(semiAxes.y, semiAxes.z))
        return center.z + reach > 0.12
    }

    private static func roots(_ a: Float, _ b: Float, _ c: Float) -> (low: Float, high: Float) {
        let root = max(0, b * b - a * c).squareRoot()
        return ((b - root) / a, (b + root) / a)
    }
}
