extension Director {
    /// The second one stands a step behind and to the side until the first has gone.
    mutating func addPair() {
        var first = person()
        let (_, firstEnd) = present(&first, at: 0.6)
        var second = person()
        let spot = self.spot(for: second)
        var walk = enterFar(at: 1.5)
        walk.go(x: spot.x + onReferenceSide * 0.1, z: spot.z + 0.9, speed: 1)
        walk.stay(max(0.3, firstEnd + 1.0 - walk.time))
        walk.go(x: spot.x, z: spot.z, speed: 0.8)
        walk.face(rise: spot.rise, stoop: spot.stoop, for: random.uniform(1.8...3))
        leaveNear(&walk, from: spot)
        second.script = walk.script
        scene.actors = [first, second]
    }

    mutating func addQueue() {
        var free = 0.0
        for place in 0..<3 {
            var actor = person()
            let spot = self.spot(for: actor)
            var walk = enterFar(at: 0.6 + 1.6 * Double(place))
            if place > 0 {
                let behind = spot.z + 0.75
                walk.go(x: spot.x + 0.08, z: behind, speed: 1)
                walk.stay(max(0.2, free + 0.9 - walk.time))
            }
            walk.go(x: spot.x, z: spot.z, speed: 0.9)
            walk.face(rise: spot.rise, stoop: spot.stoop, for: random.uniform(1.6...2.6))
            free = walk.time
            leaveNear(&walk, from: spot)
            actor.script = walk.script
            scene.actors.append(actor)
        }
    }

    mutating func addFlatField() {
        var actor = person()
        let span = present(&actor, at: 0.6, for: random.uniform(9...11))
        scene.actors = [actor]
        scene.sensor.flatField.times = [span.from + random.uniform(0.8...1.6)]
        scene.sensor.flatField.telemetry = random.chance(0.5)
        scene.sensor.flatField.stopsFrames = random.chance(0.3)
    }

    mutating func addHidden() {
        var actor = person()
        let span = present(&actor, at: 0.6, for: 3.5)
        scene.actors = [actor]
        scene.reference?.hidden = [(span.from - 0.3)...(span.to + 0.5)]
    }

    mutating func addMixed() {
        var time = 0.6
        for _ in 0..<(2 + Int(random.next() % 2)) {
            let before = scene.actors.count
            switch random.uniform(0...1) {
            case ..<0.39:
                addPresenter(at: time)
            case ..<0.45:
                // A child, who may be too small for the camera to measure.
                addPresenter(at: time, height: random.uniform(1.2...1.45))
            case ..<0.55:
                addPresenter(at: time) { $0.glasses = true }
            case ..<0.65:
                addPresenter(at: time) { $0.headwear = .cap }
            case ..<0.75:
                addPresenter(at: time, turnsBack: true)
            case ..<0.87:
                addPasser(at: time)
            default:
                addLeaver(at: time)
            }
            time = scene.actors[before...].map(\.script.end).max().map { $0 + random.uniform(0.3...1.5) } ?? time
        }
    }
}
