/// Where somebody is and looks at a moment.
struct Stance: Hashable, Sendable {
    fileprivate var lanes = SIMD8<Double>(repeating: 0)

    /// On the floor, metres: to the right of the camera.
    var x: Double {
        get { lanes[0] }
        set { lanes[0] = newValue }
    }
    /// Away from the camera, metres.
    var z: Double {
        get { lanes[1] }
        set { lanes[1] = newValue }
    }
    /// Radians; 0 faces the camera's plane, forward is (sin yaw, -cos yaw) in (x, z).
    var bodyYaw: Double {
        get { lanes[2] }
        set { lanes[2] = newValue }
    }
    var headYaw: Double {
        get { lanes[3] }
        set { lanes[3] = newValue }
    }
    /// Radians, nodding down.
    var headPitch: Double {
        get { lanes[4] }
        set { lanes[4] = newValue }
    }
    /// How much lower the head is held than when standing straight, metres.
    var stoop: Double {
        get { lanes[5] }
        set { lanes[5] = newValue }
    }
    /// Whether the hands hold a phone: 0 or 1, and between while it is raised.
    var phone: Double {
        get { lanes[6] }
        set { lanes[6] = newValue }
    }
}

/// Moments of a walk, joined without overshoot (monotone cubic interpolation, Fritsch and Butland 1984).
struct Script: Sendable {
    /// Seconds and stances, in order of time.
    private(set) var keys: [(time: Double, stance: Stance)] = []

    var start: Double { keys.first?.time ?? 0 }
    var end: Double { keys.last?.time ?? 0 }

    /// Adds a moment; a time that does not advance replaces the last one.
    mutating func add(_ time: Double, _ stance: Stance) {
        if let last = keys.last, time <= last.time + 1e-6 { keys.removeLast() }
        keys.append((time, stance))
    }

    /// The same script, later.
    func delayed(by seconds: Double) -> Script {
        var copy = self
        copy.keys = keys.map { ($0.time + seconds, $0.stance) }
        return copy
    }

    /// The stance at a time, or `nil` before the first and after the last moment.
    func stance(at time: Double) -> Stance? {
        guard time >= start, let next = keys.firstIndex(where: { $0.time >= time }) else { return nil }
        guard next > 0 else { return keys[0].stance }
        let (t0, a) = keys[next - 1]
        let (t1, b) = keys[next]
        let span = t1 - t0
        let u = (time - t0) / span
        let (u2, u3) = (u * u, u * u * u)
        let step = (b.lanes - a.lanes) * (3 * u2 - 2 * u3)
        let bend = tangent(next - 1) * ((u3 - 2 * u2 + u) * span) + tangent(next) * ((u3 - u2) * span)
        return Stance(lanes: a.lanes + step + bend)
    }

    private func tangent(_ index: Int) -> SIMD8<Double> {
        guard keys.count > 1 else { return SIMD8(repeating: 0) }
        if index == 0 { return slope(0) }
        if index == keys.count - 1 { return slope(index - 1) }
        let (before, after) = (slope(index - 1), slope(index))
        let sum = before + after
        let product = before * after
        let safe = sum.replacing(with: 1, where: product .<= 0)
        return (2 * product / safe).replacing(with: 0, where: product .<= 0)
    }

    private func slope(_ i: Int) -> SIMD8<Double> {
        (keys[i + 1].stance.lanes - keys[i].stance.lanes) / (keys[i + 1].time - keys[i].time)
    }
}
