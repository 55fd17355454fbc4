extension Room {
    /// What stands in the room that is warm and not a person.
    enum WarmObject: CaseIterable, Sendable {
        case cup
        case trolley
        case lamp
        case radiator
        case sunlight
    }

    /// A room drawn by chance.
    ///
    /// - Parameter warmObjects: what to put into it; `nil` leaves that to chance.
    init(using random: inout RandomGenerator, warmObjects: Set<WarmObject>? = nil) {
        var chosen = Set<WarmObject>()
        for object in WarmObject.allCases where random.chance(0.3) { chosen.insert(object) }
        let objects = warmObjects ?? chosen
        temperature = random.uniform(18...24)
        let room = Float(temperature)
        cameraHeight = Float(random.uniform(1.48...1.6))
        depth = Float(random.uniform(2.8...4.2))
        halfWidth = Float(random.uniform(1.5...2.4))
        ceiling = Float(random.uniform(0.95...1.4))
        doorway = Float(random.uniform(-0.35...0.35))
        wallOffset = Float(random.uniform(-0.8...0.4))
        floorOffset = Float(random.uniform(-1.6...(-0.4)))
        ceilingOffset = Float(random.uniform(0...0.8))
        texture = Float(random.uniform(0.1...0.35))
        let floor = -cameraHeight
        var panels = [
            Panel(
                center: [doorway, floor + Self.doorwayHeight / 2],
                half: [Self.doorwayHalfWidth + 0.07, Self.doorwayHeight / 2 + 0.07], depth: depth - 0.01,
                temperature: room + Float(random.uniform(-0.2...0.9))),
            Panel(
                center: [doorway, floor + Self.doorwayHeight / 2],
                half: [Self.doorwayHalfWidth, Self.doorwayHeight / 2],
                depth: depth, temperature: room + Float(random.uniform(-2...0.5)), isOpening: true),
        ]
        if random.chance(0.5) {
            let side: Float = doorway > 0 ? -1 : 1
            panels.append(
                Panel(
                    center: [side * Float(random.uniform(0.9...1.3)), 0.3], half: [0.3, 0.45], depth: depth - 0.02,
                    temperature: room - Float(random.uniform(1.5...4)), rimDrop: -0.8))
        }
        if objects.contains(.lamp) {
            panels.append(
                Panel(
                    center: [Float(random.uniform(-0.7...0.7)), ceiling - 0.04],
                    half: [Float(random.uniform(0.1...0.5)), 0.035], depth: Float(random.uniform(2...2.6)),
                    temperature: room + Float(random.uniform(6...16)), rimDrop: 3))
        }
        if objects.contains(.radiator) {
            let side: Float = doorway > 0 ? -1 : 1
            panels.append(
                Panel(
                    center: [side * Float(random.uniform(0.8...1.1)), floor + 0.45], half: [0.35, 0.3],
                    depth: depth - 0.1, temperature: room + Float(random.uniform(8...22)), rimDrop: 2))
        }
        if objects.contains(.trolley) {
            let side: Float = random.chance(0.5) ? 1 : -1
            panels.append(
                Panel(
                    center: [side * Float(random.uniform(0.5...0.8)), floor + 0.6], half: [0.25, 0.42],
                    depth: Float(random.uniform(2.0...2.5)), temperature: room + Float(random.uniform(2...8)),
                    rimDrop: 1.5))
        }
        var bodies: [WarmBody] = []
        if objects.contains(.cup) {
            let side: Float = random.chance(0.5) ? 1 : -1
            bodies.append(
                WarmBody(
                    shape: Ellipsoid(
                        center: Vector(
                            side * Float(random.uniform(0.3...0.45)), -0.45, Float(random.uniform(1.2...1.5))),
                        orientation: Orientation(yaw: 0), semiAxes: Vector(0.04, 0.055, 0.04)),
                    temperature: Float(random.uniform(38...58))))
        }
        self.panels = panels
        self.bodies = bodies
        sunlight =
            objects.contains(.sunlight)
            ? (
                center: [Float(random.uniform(-0.6...0.6)), depth * 0.8], half: [0.35, 0.5],
                rise: Float(random.uniform(3...9))
            ) : nil
    }
}
