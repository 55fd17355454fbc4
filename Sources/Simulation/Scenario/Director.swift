import Glibc

/// Casts people and tells them what to do in a scene of a given kind.
struct Director {
    var scene: Scene
    var random: RandomGenerator
    /// -1 when the reference body hangs on the left, 1 on the right.
    let onReferenceSide: Double

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
    mutating func person(
        skin: Double? = nil, height: Double? = nil, as given: Appearance? = nil,
        _ change: (inout Appearance) -> Void = { _ in }
    ) -> Actor {
        let drawn = Appearance.random(using: &random)
        var look = given ?? drawn
        change(&look)
        if look.headwear == .cap || look.headwear == .woolly { look.fringe = false }
        let temperature =
            skin ?? (random.chance(0.15) ? random.uniform(36.5...38.8) : random.uniform(34.6...36.0))
        return Actor(
            height: height ?? random.uniform(1.54...1.98), skin: temperature, look: look, room: scene.room,
            using: &random)
    }

    /// Comes in through the doorway.
    mutating func enterFar(at time: Double) -> Walk {
        let room = scene.room
        let side: Double = random.chance(0.5) ? 1 : -1
        var walk = Walk(
            at: time, x: Double(room.doorway) + side * 1.3, z: Double(room.depth) + 0.8, yaw: -side * 1.5)
        walk.go(x: Double(room.doorway) + random.uniform(-0.15...0.15), z: Double(room.depth) + 0.5, speed: 1.4)
        walk.go(x: Double(room.doorway) + random.uniform(-0.15...0.15), z: Double(room.depth) - 0.4, speed: 1.2)
        return walk
    }

    /// Goes past the camera at a side: a passage "in".
    mutating func leaveNear(_ walk: inout Walk, from spot: Spot) {
        let side = random.chance(0.3) ? onReferenceSide : -onReferenceSide
        let edge = Double(scene.view.width) / 2 / Double(scene.view.focal)
        walk.go(x: side * (edge * spot.z + 0.45), z: spot.z * 0.75, speed: random.uniform(0.8...1.2))
        walk.go(x: side * (edge * spot.z + 0.9), z: 0.2, speed: 1.2)
    }

    /// Goes out through the doorway.
    mutating func leaveFar(_ walk: inout Walk) {
        let room = scene.room
        let speed = random.uniform(1.0...1.4)
        walk.go(x: Double(room.doorway), z: Double(room.depth) - 0.2, speed: speed)
        walk.go(x: Double(room.doorway), z: Double(room.depth) + 0.6, speed: speed)
        walk.go(x: Double(room.doorway) + (random.chance(0.5) ? 1.4 : -1.4), z: Double(room.depth) + 0.9, speed: speed)
    }

    /// Comes to a spot, faces the camera as told and goes in.
    mutating func present(
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
}
