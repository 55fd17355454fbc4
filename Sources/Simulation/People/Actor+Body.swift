extension Actor {
    /// The ellipsoids of the head, in the scene.
    func headParts(center: Vector, orientation: Orientation) -> [Part] {
        var parts: [Part] = []
        func add(_ offset: Vector, _ axes: Vector) {
            parts.append(
                Part(
                    shape: Ellipsoid(
                        center: center + orientation.place(offset * headScale), orientation: orientation,
                        semiAxes: axes * headScale),
                    surface: .head(offset: offset)))
        }
        let bulk: Float = look.hair == .bald ? 0.97 : 1
        add(Vector(0, 0.022, -0.012), Vector(0.077, 0.098, 0.1) * bulk)
        add(Vector(0, -0.045, 0.018), Vector(0.060, 0.075, 0.073))
        add(Vector(0, -0.024, 0.092), Vector(0.014, 0.027, 0.02))
        if look.headwear != .hood, look.hair != .long {
            add(Vector(0.077, -0.008, -0.008), Vector(0.01, 0.032, 0.018))
            add(Vector(-0.077, -0.008, -0.008), Vector(0.01, 0.032, 0.018))
        }
        if look.hair == .long { add(Vector(0, -0.075, -0.045), Vector(0.086, 0.13, 0.06)) }
        if look.headwear == .cap {
            parts.append(
                Part(
                    shape: Ellipsoid(
                        center: center + orientation.place(Vector(0, 0.05, 0.095) * headScale),
                        orientation: orientation,
                        semiAxes: Vector(0.07, 0.008, 0.06) * headScale),
                    surface: .cloth(upperCloth - 1)))
        }
        return parts
    }

    /// The whole person.
    func parts(_ stance: Stance, time: Double, room: Room) -> [Part] {
        let (center, orientation) = head(stance, time: time, room: room)
        var parts = headParts(center: center, orientation: orientation)
        let gait = self.gait(stance, time: time)
        let body = Orientation(yaw: Float(stance.bodyYaw))
        let k = height / 1.72
        let foot = Vector(Float(stance.x), -room.cameraHeight, Float(stance.z))
        let stoop = Float(stance.stoop)
        /// A place of the body: across, share of the height, forward; the stoop bends what is above the hips.
        func at(_ x: Float, _ share: Float, _ z: Float = 0) -> Vector {
            let bend = max(0, share - 0.5) / 0.38
            return foot
                + body.place(
                    Vector(x * k, share * height + gait.bob - stoop * bend, z * k + 0.3 * stoop * bend))
        }
        func lump(_ x: Float, _ share: Float, _ z: Float, _ axes: Vector, _ surface: Part.Surface) {
            parts.append(
                Part(shape: Ellipsoid(center: at(x, share, z), orientation: body, semiAxes: axes * k), surface: surface)
            )
        }
        func limb(_ a: Vector, _ b: Vector, _ radius: Float, _ surface: Part.Surface) {
            parts.append(Part(shape: Ellipsoid(from: a, to: b, radius: radius * k), surface: surface))
        }
        let upper = Part.Surface.cloth(upperCloth)
        let lower = Part.Surface.cloth(lowerCloth)
        let skinOnBody = look.headwear == .hood ? upper : Part.Surface.skin(Float(skin) - 0.7)
        let neckTop = center + orientation.place(Vector(0, -0.075, -0.03) * headScale)
        limb(at(0, openCollar ? 0.815 : 0.835), neckTop, 0.056, skinOnBody)
        lump(0, 0.825, 0, Vector(0.125 * girth, 0.07, 0.07), upper)
        lump(0, 0.77, 0, Vector(0.215 * girth, 0.08, 0.1), upper)
        lump(0, 0.68, 0.01, Vector(0.175 * girth, 0.21, 0.115 * girth), upper)
        lump(0, 0.57, 0.01, Vector(0.165 * girth, 0.18, 0.12 * girth), upper)
        lump(0, 0.49, 0, Vector(0.17 * girth, 0.13, 0.12 * girth), lower)
        for side: Float in [-1, 1] {
            let swing = gait.swing * side
            limb(at(0.09 * side, 0.47), at(0.09 * side, 0.25, 0.2 * swing), 0.078, lower)
            limb(at(0.09 * side, 0.26, 0.2 * swing), at(0.09 * side, 0.03, 0.3 * swing), 0.055, lower)
            let shoulder = at(0.18 * side * girth, 0.785)
            let elbow = at(0.225 * side * girth, 0.62, -0.12 * swing)
            let phone = Float(stance.phone)
            let hanging = at(0.25 * side * girth, 0.49, -0.24 * swing + 0.05)
            let wrist = hanging + (at(0.05 * side, 0.66, 0.28) - hanging) * phone
            limb(shoulder, elbow, 0.058, upper)
            limb(elbow, wrist, 0.042, bareArms ? .skin(Float(skin) - 2.2) : upper)
            limb(wrist, wrist + (wrist - elbow).normalized * 0.1, 0.035, .skin(Float(skin) - 2.5))
        }
        return parts
    }
}
