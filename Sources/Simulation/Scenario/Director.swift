import Glibc

/// Casts people and tells them what to do in a scene of a given kind.
struct Director {
    private(set) var scene: Scene
    private var random: RandomGenerator
    private let onReferenceSide: Double

    init(
        _ kind: ScenarioKind, seed: UInt64, sensor: SensorSettings, room fixedRoom: Room? = nil,
        reference: ReferenceBody? = nil
    ) {
        var random = RandomGenerator(seed: seed)
        let objects: Set<Room.WarmObject>? = kind == .emptyWithWarmObjects ? Set(Room.WarmObject.allCases) : nil
        var roomRandom = random.fork()
        let room = fixedRoom ?? Room(using: &roomRandom, warmObjects: objects)
        let left = roomRandom.chance(0.5)
        let body =
            reference
            ?? ReferenceBody(
                mount: ReferenceBody.Mount.allCases[Int(roomRandom.next() % 3)], onLeft: left,
                temperature: 36 + (roomRandom.uniform(-0.5...1) * 10).rounded() / 10,
                housingTemperature: room.temperature + roomRandom.uniform(1.5...4), view: sensor.view)
        onReferenceSide = body.center.x < 0 ? -1 : 1
        scene = Scene(kind: kind, seed: seed, duration: 8, sensor: sensor, room: room, reference: body)
        self.random = random
    }

    /// Somebody with a usual temperature.
    private mutating func person(
        skin: Double? = nil, height: Double? = nil, _ change: (inout Appearance) -> Void = { _ in }
    ) -> Actor {
        var look = Appearance.random(using: &random)
        change(&look)
        if look.headwear == .cap || look.headwear == .woolly { look.fringe = false }
        let temperature =
            skin ?? (random.chance(0.15) ? random.uniform(36.5...38.8) : random.uniform(34.6...36.0))
        return Actor(
            height: height ?? random.uniform(1.5...1.92), skin: temperature, look: look, room: scene.room,
            using: &random)
    }

    /// Where somebody stands to present: near enough, in the frame, clear of the housing.
    struct Spot {
        var x: Double
        var z: Double
        /// The head above the camera, metres.
        var rise: Double
        var stoop: Double
    }

    mutating func spot(for actor: Actor, lane: Double = 0, nearest: Double = 1.9) -> Spot {
        let view = scene.view
        let rise = Double(actor.height - 0.12 * actor.headScale - scene.room.cameraHeight)
        let focal = Double(view.focal)
        let smallest = Double(view.shortSide) / 5
        let headWidth = 0.152 * Double(actor.headScale)
        var width = smallest * random.uniform(min(1.3, nearest)...nearest)
        func room(_ width: Double) -> Double {
            // The head is 1.6 times as high as wide; keep it clear of the frame.
            (Double(view.height) / 2 - 0.95 * width - 2 * Double(view.scale)) * headWidth / width
        }
        while width > smallest * 1.22, abs(rise) > room(width) { width -= smallest * 0.04 }
        let stoop = max(0, min(0.32, rise - room(width)))
        let headDepth = focal * headWidth / width
        // The head is held before the feet, the more so when stooping.
        let z = headDepth + 0.05 + 0.3 * stoop
        let x = (clearOfHousing(width: width) + lane * width) * headDepth / focal
        return Spot(x: x, z: z, rise: rise, stoop: stoop)
    }

    /// Pixels to the right of the middle where a head of that width is beside the housing, with some chance.
    private mutating func clearOfHousing(width: Double) -> Double {
        let view = scene.view
        let edge = Double(view.width) / 2 - width * 0.62 - 2
        guard let reference = scene.reference else { return random.uniform(-0.5...0.5) * edge }
        let box = reference.housingBox(in: view)
        let middle = Double(view.centerX)
        if onReferenceSide < 0 {
            let low = min(edge, max(-edge, Double(box.x1) - middle + width * 0.6 + 2))
            return random.uniform(low...max(low, min(edge, low + 0.5 * width)))
        }
        let high = max(-edge, min(edge, Double(box.x0) - middle - width * 0.6 - 2))
        return random.uniform(min(high, max(-edge, high - 0.5 * width))...high)
    }

    /// Comes in through the doorway.
    private mutating func enterFar(at time: Double) -> Walk {
        let room = scene.room
        let side: Double = random.chance(0.5) ? 1 : -1
        var walk = Walk(
            at: time, x: Double(room.doorway) + side * 1.3, z: Double(room.depth) + 0.8, yaw: -side * 1.5)
        walk.go(x: Double(room.doorway) + random.uniform(-0.15...0.15), z: Double(room.depth) + 0.5, speed: 1.4)
        walk.go(x: Double(room.doorway) + random.uniform(-0.15...0.15), z: Double(room.depth) - 0.4, speed: 1.2)
        return walk
    }

    /// Goes past the camera at a side: a passage "in".
    private mutating func leaveNear(_ walk: inout Walk, from spot: Spot) {
        let side = -onReferenceSide
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        walk.go(x: side * (edge * spot.z + 0.45), z: spot.z * 0.75, speed: random.uniform(0.8...1.2))
        walk.go(x: side * (edge * spot.z + 0.9), z: 0.2, speed: 1.2)
    }

    /// Goes out through the doorway.
    private mutating func leaveFar(_ walk: inout Walk) {
        let room = scene.room
        let speed = random.uniform(1.0...1.4)
        walk.go(x: Double(room.doorway), z: Double(room.depth) - 0.2, speed: speed)
        walk.go(x: Double(room.doorway), z: Double(room.depth) + 0.6, speed: speed)
        walk.go(x: Double(room.doorway) + (random.chance(0.5) ? 1.4 : -1.4), z: Double(room.depth) + 0.9, speed: speed)
    }

    /// Comes to a spot, faces the camera as told and goes in.
    private mutating func present(
        _ actor: inout Actor, at time: Double, lane: Double = 0, for duration: Double? = nil,
        act: (inout Walk, Spot) -> Void = { _, _ in }, turnsBack: Bool = false, onPhone: Bool = false
    ) -> (from: Double, to: Double) {
        let spot = self.spot(for: actor, lane: lane)
        var walk = enterFar(at: time)
        if onPhone { walk.raisePhone() }
        walk.go(x: spot.x, z: spot.z, speed: random.uniform(0.8...1.3))
        let from = walk.time
        act(&walk, spot)
        let stay = duration ?? random.uniform(1.6...4)
        if stay > 0 {
            walk.face(
                yaw: random.uniform(-0.14...0.14), pitch: random.uniform(-0.08...0.1), rise: spot.rise,
                stoop: spot.stoop, for: stay)
        }
        let to = walk.time
        if turnsBack { leaveFar(&walk) } else { leaveNear(&walk, from: spot) }
        actor.script = walk.script
        return (from, to)
    }

    /// Fills the scene.
    mutating func direct() -> Scene {
        switch scene.kind {
        case .emptyWithWarmObjects: scene.duration = 10
        case .approachAndStop: addPresenter()
        case .glasses: addPresenter { $0.glasses = true }
        case .hat: addPresenter { $0.headwear = $0.beard ? .cap : .woolly }
        case .hood: addPresenter { $0.headwear = .hood }
        case .mask:
            addPresenter {
                $0.mask = true
                $0.beard = false
            }
        case .coldFace: addPresenter { $0.coldFace = true }
        case .turnBack: addPresenter(turnsBack: true)
        case .lookAway: addLookAway()
        case .phone: addPhone()
        case .backOnly: addTurned(.pi)
        case .profileOnly: addTurned(random.chance(0.5) ? .pi / 2 : -.pi / 2)
        case .walkAway: addLeaver(at: 0.6)
        case .passBy: addPasser(at: 0.6)
        case .pair: addPair()
        case .queue: addQueue()
        case .flatFieldDuringPresentation: addFlatField()
        case .referenceHidden: addHidden()
        case .mixed: addMixed()
        }
        if let end = scene.actors.map(\.script.end).max() { scene.duration = end + 1 }
        return scene
    }

    /// One person of a given temperature who comes, stands facing the camera and goes in.
    mutating func directMeasurement(skin: Double, standing: Double) -> Scene {
        var actor = person(skin: skin) { look in
            look = Appearance()
        }
        _ = present(&actor, at: 1, for: standing)
        scene.actors = [actor]
        scene.duration = actor.script.end + 1
        return scene
    }

    private mutating func addPresenter(
        at time: Double = 0.6, turnsBack: Bool = false, _ change: (inout Appearance) -> Void = { _ in }
    ) {
        var actor = person(change)
        _ = present(&actor, at: time, turnsBack: turnsBack)
        scene.actors.append(actor)
    }

    private mutating func addLookAway() {
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

    private mutating func addPhone() {
        var actor = person()
        let looking = random.uniform(3...5)
        _ = present(
            &actor, at: 0.6, for: 0,
            act: { walk, spot in walk.face(pitch: 0.9, rise: spot.rise, for: looking) }, onPhone: true)
        scene.actors.append(actor)
    }

    /// Comes in sideways from the near edge and never faces the camera.
    private mutating func addTurned(_ yaw: Double) {
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

    private mutating func addLeaver(at time: Double) {
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

    private mutating func addPasser(at time: Double) {
        var actor = person()
        let side: Double = random.chance(0.5) ? 1 : -1
        let z = random.uniform(1.5...min(2.4, Double(scene.room.depth) - 0.6))
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        var walk = Walk(at: time, x: side * (edge * z + 0.6), z: z, yaw: -side * .pi / 2)
        walk.go(x: -side * (edge * z + 0.6), z: z + random.uniform(-0.2...0.2), speed: random.uniform(0.8...1.6))
        actor.script = walk.script
        scene.actors.append(actor)
    }

    /// The second one stands a step behind and to the side until the first has gone.
    private mutating func addPair() {
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

    private mutating func addQueue() {
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

    private mutating func addFlatField() {
        var actor = person()
        let span = present(&actor, at: 0.6, for: random.uniform(9...11))
        scene.actors = [actor]
        scene.sensor.flatField.times = [span.from + random.uniform(0.8...1.6)]
        scene.sensor.flatField.telemetry = random.chance(0.5)
        scene.sensor.flatField.stopsFrames = random.chance(0.3)
    }

    private mutating func addHidden() {
        var actor = person()
        let span = present(&actor, at: 0.6, for: 3.5)
        scene.actors = [actor]
        scene.reference?.hidden = [(span.from - 0.3)...(span.to + 0.5)]
    }

    private mutating func addMixed() {
        var time = 0.6
        for _ in 0..<(2 + Int(random.next() % 2)) {
            let before = scene.actors.count
            switch random.uniform(0...1) {
            case ..<0.45:
                addPresenter(at: time)
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
