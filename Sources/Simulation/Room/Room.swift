import Glibc

/// The room behind the people: walls, floor, ceiling, a doorway, what hangs and stands there.
struct Room: Sendable {
    /// Air and reflected temperature, °C.
    let temperature: Double
    /// The camera above the floor, metres.
    let cameraHeight: Float
    /// From the camera to the back wall.
    let depth: Float
    /// Side walls and ceiling, metres from the camera.
    let halfWidth: Float
    let ceiling: Float
    /// The doorway in the back wall: the middle, metres.
    let doorway: Float
    /// Temperatures of the surfaces against the room, K.
    let wallOffset: Float
    let floorOffset: Float
    let ceilingOffset: Float
    /// Everything flat in front of the walls.
    let panels: [Panel]
    /// Round warm things.
    let bodies: [WarmBody]
    /// A patch of sunlight on the floor: centre and half size (x, z), metres, and how much warmer it is.
    let sunlight: (center: SIMD2<Float>, half: SIMD2<Float>, rise: Float)?
    let texture: Float

    /// A round warm object: a cup, a kettle, a ball.
    struct WarmBody: Sendable {
        let shape: Ellipsoid
        let temperature: Float
    }

    static let doorwayHalfWidth: Float = 0.5
    static let doorwayHeight: Float = 2.08

    /// What a ray sees: apparent temperature, °C, and depth, metres.
    func sample(_ sx: Float, _ sy: Float) -> (temperature: Float, depth: Float) {
        var (temperature, depth) = shell(sx, sy)
        for panel in panels where panel.depth <= depth || panel.isOpening {
            guard let value = panel.temperature(sx, sy) else { continue }
            if panel.isOpening {
                // Through the doorway one sees the far side of a corridor.
                if depth == self.depth { (temperature, depth) = (value, self.depth + 2.5) }
            } else {
                (temperature, depth) = (value, panel.depth)
            }
        }
        for body in bodies {
            let hit = body.shape.depth(sx, sy)
            if hit < depth { (temperature, depth) = (body.temperature, hit) }
        }
        return (temperature, depth)
    }

    private func shell(_ sx: Float, _ sy: Float) -> (Float, Float) {
        let room = Float(temperature)
        var depth = self.depth
        var value = room + wallOffset + 0.25 * sy * depth + texture * grain(sx * depth, sy * depth)
        if sy < 0, -cameraHeight / sy < depth {
            depth = -cameraHeight / sy
            value = room + floorOffset + texture * grain(sx * depth, depth)
            value += sunlightRise(sx * depth, depth)
        } else if sy > 0, ceiling / sy < depth {
            depth = ceiling / sy
            value = room + ceilingOffset + texture * grain(sx * depth, depth + 5)
        }
        if abs(sx) > 1e-4, halfWidth / abs(sx) < depth {
            depth = halfWidth / abs(sx)
            value = room + wallOffset * 0.6 + 0.2 * sy * depth + texture * grain(depth, sy * depth)
        }
        return (value, depth)
    }

    private func sunlightRise(_ x: Float, _ z: Float) -> Float {
        guard let sunlight else { return 0 }
        let dx = abs(x - sunlight.center.x + 0.4 * (z - sunlight.center.y)) / sunlight.half.x
        let dz = abs(z - sunlight.center.y) / sunlight.half.y
        return sunlight.rise * max(0, min(1, (1 - max(dx, dz)) * 6))
    }

    /// Smooth unevenness between about -1 and 1.
    private func grain(_ a: Float, _ b: Float) -> Float {
        0.5 * sin(1.7 * a + 0.6) * sin(1.3 * b + 1.1) + 0.3 * sin(4.1 * a + 2 * b) + 0.2 * sin(9.3 * b - 3.1 * a)
    }
}
