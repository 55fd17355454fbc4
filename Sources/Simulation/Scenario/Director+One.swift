import Glibc

extension Director {
    mutating func addPresenter(
        at time: Double = 0.6, height: Double? = nil, turnsBack: Bool = false,
        _ change: (inout Appearance) -> Void = { _ in }
    ) {
        var actor = person(height: height, change)
        _ = present(&actor, at: time, turnsBack: turnsBack)
        scene.actors.append(actor)
    }

    mutating func addLookAway() {
        var actor = person()
        let side: Double = random.chance(0.5) ? 1 : -1
        let (first, away) = (random.uniform(1.2...2.2), random.uniform(1...2))
        _ = present(
            &actor, at: 0.6,
            act: { walk, spot in
                walk.face(rise: spot.rise, stoop: spot.stoop, for: first)
                walk.face(yaw: side * 1.15, rise: spot.rise, stoop: spot.stoop, for: away)
            })
        scene.actors.append(actor)
    }

    mutating func addPhone() {
        var actor = person()
        let looking = random.uniform(3...5)
        _ = present(
            &actor, at: 0.6, for: 0,
            act: { walk, spot in walk.face(pitch: 0.9, rise: spot.rise, for: looking) }, onPhone: true)
        scene.actors.append(actor)
    }

    /// Comes in sideways from the near edge and never faces the camera.
    mutating func addTurned(_ yaw: Double) {
        var actor = person()
        let spot = self.spot(for: actor)
        let side = -onReferenceSide
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        var walk = Walk(at: 0.6, x: side * (edge * spot.z + 0.7), z: spot.z * 1.05, yaw: -side * .pi / 2)
        walk.go(x: spot.x, z: spot.z * 1.05, speed: 0.9)
        walk.turn(yaw: yaw, for: random.uniform(2...4))
        walk.go(x: side * (edge * spot.z + 0.8), z: spot.z * 1.1, speed: 1)
        actor.script = walk.script
        scene.actors.append(actor)
    }

    mutating func addLeaver(at time: Double) {
        var actor = person()
        let side = -onReferenceSide
        let z = random.uniform(0.75...0.95)
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        var walk = Walk(at: time, x: side * (edge * z + 0.5), z: z, yaw: -side * .pi / 2)
        walk.go(x: side * 0.12, z: z + 0.1, speed: random.uniform(0.8...1.2))
        leaveFar(&walk)
        actor.script = walk.script
        scene.actors.append(actor)
    }

    mutating func addPasser(at time: Double) {
        var actor = person()
        let side: Double = random.chance(0.5) ? 1 : -1
        let z = random.uniform(1.5...min(2.4, Double(scene.room.depth) - 0.6))
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        var walk = Walk(at: time, x: side * (edge * z + 0.6), z: z, yaw: -side * .pi / 2)
        walk.go(x: -side * (edge * z + 0.6), z: z + random.uniform(-0.2...0.2), speed: random.uniform(0.8...1.6))
        actor.script = walk.script
        scene.actors.append(actor)
    }
}
