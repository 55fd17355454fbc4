import Glibc

/// The temperature of a head's surface, from the place on it.
///
/// Coordinates are those of a standard head (half width 0.077 m, half height 0.12 m, eyes at y = 0), x sideways, y up, z
/// forward. Offsets are against the inner canthus, which is the true skin temperature. Their sizes follow the
/// published facial data (forehead maximum 0.4 K, forehead centre 1.2 K below the canthi) and real recordings.
struct FaceMap: Sendable {
    let skin: Float
    let room: Float
    let appearance: Appearance
    private let hairTemperature: Float
    private let coverTemperature: Float
    private let lensTemperature: Float
    private let maskTemperature: Float
    private let base: Float
    private let foreheadRise: Float
    private let cheekDrop: Float
    private let noseDrop: Float
    private let cold: Float
    private let phase: Float
    private var canthusRise: Float = 0

    static let canthus = SIMD2<Float>(0.017, 0)
    static let forehead = SIMD2<Float>(0, 0.045)

    init(skin: Double, room: Double, appearance: Appearance, using random: inout RandomGenerator) {
        self.skin = Float(skin)
        self.room = Float(room)
        self.appearance = appearance
        let above = self.skin - self.room
        hairTemperature = self.room + above * Float(random.uniform(0.35...0.6))
        coverTemperature = self.room + above * Float(random.uniform(0.2...0.45))
        lensTemperature = min(self.skin - 3.5, self.room + above * Float(random.uniform(0.2...0.55)))
        maskTemperature = self.room + above * Float(random.uniform(0.55...0.8))
        base = Float(random.uniform(-1.05...(-0.75)))
        foreheadRise = Float(random.uniform(0.2...0.5))
        cheekDrop = Float(random.uniform(0.3...0.9))
        noseDrop = Float(random.uniform(0.6...1.8))
        cold = appearance.coldFace ? Float(random.uniform(0.8...1.2)) : 0
        phase = Float(random.uniform(0...6))
        let rest = skinOffset(Vector(Self.canthus.x, Self.canthus.y, 0.085))
        canthusRise = -rest
    }

    /// The bare skin at the middle of the forehead, °C.
    var foreheadTemperature: Float { skin + skinOffset(Vector(Self.forehead.x, Self.forehead.y, 0.08)) }

    /// - Parameter breath: from -1 (drawn in) to 1 (breathed out).
    func temperature(at p: Vector, breath: Float) -> Float {
        let ax = abs(p.x)
        var value = skin + skinOffset(p)
        if appearance.beard, p.z > -0.02 {
            let chin = Self.edge(-0.044 - p.y + 0.5 * max(0, ax - 0.025), 0.01)
            let lips = Self.patch(ax, p.y + 0.066, 0.026, 0.009)
            value += (hairTemperature - value) * chin * (1 - lips) * 0.8
        }
        if appearance.mask, p.z > 0.005 {
            let cover = Self.edge(-0.014 - p.y - 0.25 * max(0, ax - 0.03), 0.004)
            value += (maskTemperature + 0.5 * breath - value) * cover
        }
        value += (hairTemperature + strands(p) - value) * hairCover(p, ax)
        value = headwear(p, ax, over: value)
        if appearance.glasses, p.z > -0.02 {
            let lens = max(
                Self.edge(1 - ((ax - 0.032) * (ax - 0.032) / 0.00078 + (p.y + 0.003) * (p.y + 0.003) / 0.00048), 0.3),
                Self.edge(0.004 - abs(p.y - 0.006), 0.003) * (ax < 0.012 || ax > 0.05 ? 1 : 0))
            value += (lensTemperature - value) * lens
        }
        return value
    }

    private func skinOffset(_ p: Vector) -> Float {
        let ax = abs(p.x)
        guard p.z > 0 else { return base + 0.15 }
        let canthus = Self.patch(ax - Self.canthus.x, p.y - Self.canthus.y, 0.012, 0.012)
        var offset = base
        offset += foreheadRise * Self.patch(ax, p.y - 0.05, 0.065, 0.04)
        offset += 0.15 * Self.patch(ax - 0.032, p.y - 0.05, 0.014, 0.03)
        offset += 0.35 * Self.patch(ax - 0.022, p.y - 0.003, 0.034, 0.026)
        offset -= 0.55 * Self.patch(ax - 0.034, p.y - 0.003, 0.012, 0.009)
        offset -= 0.7 * Self.patch(ax - 0.033, p.y - 0.021, 0.022, 0.006)
        let nose = Self.patch(ax, p.y + 0.036, 0.019, 0.03)
        let cheek = Self.patch(ax - 0.042, p.y + 0.036, 0.03, 0.034)
        offset -= noseDrop * nose + cheekDrop * cheek
        offset += 0.35 * Self.patch(ax, p.y + 0.066, 0.026, 0.009)
        offset -= 0.3 * Self.patch(ax, p.y + 0.098, 0.03, 0.022)
        offset += 0.35 * Self.patch(ax - 0.06, p.y - 0.015, 0.018, 0.03)
        offset -= cold * (2.2 + 1.5 * nose + 1.2 * cheek) * (1 - 0.8 * canthus)
        return offset + canthusRise * canthus
    }

    /// How much of the surface here is hair, 0 to 1.
    private func hairCover(_ p: Vector, _ ax: Float) -> Float {
        guard appearance.hair != .bald else { return 0 }
        let nape: Float = appearance.hair == .long ? -0.2 : -0.062
        let line = max(nape, 0.072 - 1.9 * max(0, 0.066 - p.z))
        let cap = Self.edge(p.y - line, 0.007)
        guard appearance.fringe, p.z > 0.02 else { return cap }
        let lock = 0.5 + 0.5 * sin(p.x * 260 + phase)
        return max(cap, Self.edge(p.y - 0.026, 0.006) * (0.55 + 0.45 * lock))
    }

    private func headwear(_ p: Vector, _ ax: Float, over value: Float) -> Float {
        let cover: Float =
            switch appearance.headwear {
            case .none: 0
            case .cap: Self.edge(p.y - 0.042, 0.004)
            case .woolly: Self.edge(p.y - (p.z > 0 ? 0.038 : -0.01), 0.005)
            case .hood: max(Self.edge(0.05 - p.z, 0.006), Self.edge(p.y - 0.07, 0.006))
            }
        return value + (coverTemperature + 0.4 * strands(p) - value) * cover
    }

    private func strands(_ p: Vector) -> Float {
        0.7 * sin(p.x * 110 + phase) * sin(p.y * 60 + p.z * 45) + 6 * (0.03 - p.y)
    }

    /// 1 in the middle of an ellipse, 0 from its rim on.
    private static func patch(_ dx: Float, _ dy: Float, _ rx: Float, _ ry: Float) -> Float {
        let rest = max(0, 1 - dx * dx / (rx * rx) - dy * dy / (ry * ry))
        return rest * rest
    }

    /// 0 below a border, 1 above, with a soft step of the given width.
    private static func edge(_ distance: Float, _ width: Float) -> Float { max(0, min(1, distance / width + 0.5)) }
}
