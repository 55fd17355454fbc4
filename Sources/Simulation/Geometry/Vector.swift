import Glibc

/// A point or direction in metres. The camera is at the origin: x to the right of the upright picture, y up,
/// z away from the camera.
typealias Vector = SIMD3<Float>

extension SIMD3 where Scalar == Float {
    func dot(_ other: Vector) -> Float { x * other.x + y * other.y + z * other.z }

    func cross(_ other: Vector) -> Vector {
        Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    var length: Float { dot(self).squareRoot() }

    /// The direction of unit length; a vector of no length gives "up".
    var normalized: Vector {
        let size = length
        return size > 1e-6 ? self / size : Vector(0, 1, 0)
    }
}

/// Three perpendicular unit directions: to the right, up and forward of a body part.
struct Orientation: Sendable {
    let right: Vector
    let up: Vector
    let forward: Vector

    /// A part that faces the camera at yaw 0 and turns by `yaw` about the vertical, then nods down by `pitch` (radians).
    init(yaw: Float, pitch: Float = 0) {
        let (sy, cy) = (sin(yaw), cos(yaw))
        let (sp, cp) = (sin(pitch), cos(pitch))
        right = Vector(cy, 0, sy)
        up = Vector(sy * sp, cp, -cy * sp)
        forward = Vector(sy * cp, -sp, -cy * cp)
    }

    /// A part whose long axis is `up`.
    init(along direction: Vector) {
        let axis = direction.normalized
        let helper = abs(axis.z) < 0.9 ? Vector(0, 0, 1) : Vector(1, 0, 0)
        up = axis
        right = axis.cross(helper).normalized
        forward = right.cross(axis)
    }

    /// A point given in this orientation's own coordinates.
    func place(_ local: Vector) -> Vector { right * local.x + up * local.y + forward * local.z }
}
