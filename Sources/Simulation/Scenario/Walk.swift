import Glibc

/// Writes a script step by step, as a director tells an actor.
struct Walk {
    private(set) var script = Script()
    private(set) var time: Double
    private var stance = Stance()

    init(at time: Double, x: Double, z: Double, yaw: Double = 0) {
        self.time = time
        stance.x = x
        stance.z = z
        stance.bodyYaw = yaw
        stance.headYaw = yaw
        script.add(time, stance)
    }

    /// Walks straight to a place, looking where the way leads.
    mutating func go(x: Double, z: Double, speed: Double) {
        let (dx, dz) = (x - stance.x, z - stance.z)
        let distance = (dx * dx + dz * dz).squareRoot()
        let duration = max(0.2, distance / speed)
        let heading = Self.near(atan2(dx, -dz), stance.bodyYaw)
        let turn = min(0.35, duration * 0.3)
        let share = turn / duration
        stance.x += dx * share
        stance.z += dz * share
        stance.bodyYaw = heading
        stance.headYaw = Self.near(heading, stance.headYaw)
        stance.headPitch = stance.phone > 0.5 ? stance.headPitch : 0.03
        stance.stoop = 0
        script.add(time + turn, stance)
        stance.x = x
        stance.z = z
        time += duration
        script.add(time, stance)
    }

    /// Stands still as before.
    mutating func stay(_ duration: Double) {
        time += duration
        script.add(time, stance)
    }

    /// Turns to face the camera and holds.
    ///
    /// - Parameters:
    ///   - yaw: how far past the camera the head is turned, radians.
    ///   - rise: the head's height above the camera, metres.
    mutating func face(yaw: Double = 0, pitch: Double = 0, rise: Double, stoop: Double = 0, for duration: Double) {
        let towards = -atan2(stance.x, stance.z)
        stance.bodyYaw = Self.near(towards + yaw * 0.5, stance.bodyYaw)
        stance.headYaw = Self.near(towards + yaw, stance.headYaw)
        stance.headPitch = pitch + atan2(rise - stoop, (stance.x * stance.x + stance.z * stance.z).squareRoot())
        stance.stoop = stoop
        settle(0.45, duration)
    }

    /// Turns body and head by an angle from facing the camera and holds.
    mutating func turn(yaw: Double, for duration: Double) {
        stance.bodyYaw = Self.near(yaw, stance.bodyYaw)
        stance.headYaw = Self.near(yaw, stance.headYaw)
        stance.headPitch = 0.05
        stance.stoop = 0
        settle(0.5, duration)
    }

    /// Looks down at a phone from now on.
    mutating func raisePhone() {
        stance.phone = 1
        stance.headPitch = 0.85
    }

    mutating func lowerPhone() {
        stance.phone = 0
        stance.headPitch = 0.03
    }

    private mutating func settle(_ change: Double, _ duration: Double) {
        script.add(time + change, stance)
        time += change + duration
        script.add(time, stance)
    }

    /// The angle equal to `angle` that is nearest to `other`.
    private static func near(_ angle: Double, _ other: Double) -> Double {
        angle + ((other - angle) / (2 * .pi)).rounded() * 2 * .pi
    }
}
