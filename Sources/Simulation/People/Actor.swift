import Glibc

/// A person of the scene: a body, a look, a temperature and a script.
struct Actor: Sendable {
    /// Metres.
    let height: Float
    /// Against a standard head.
    let headScale: Float
    /// Against the usual build.
    let girth: Float
    let skin: Double
    let look: Appearance
    let face: FaceMap
    /// Apparent temperature of the clothes, °C, above and below the belt.
    let upperCloth: Float
    let lowerCloth: Float
    let bareArms: Bool
    let openCollar: Bool
    /// Where in the step it starts, radians.
    let gaitPhase: Float
    /// The cloth's pattern.
    let pattern: Float
    var script: Script

    /// A person drawn by chance.
    init(height: Double, skin: Double, look: Appearance, room: Room, using random: inout RandomGenerator) {
        self.height = Float(height)
        self.skin = skin
        self.look = look
        headScale = Float(random.uniform(0.96...1.05)) * Float(0.82 + 0.18 * min(1.1, height / 1.7))
        girth = Float(random.uniform(0.88...1.2))
        face = FaceMap(skin: skin, room: room.temperature, appearance: look, using: &random)
        let room = Float(room.temperature)
        upperCloth = room + (Float(skin) - room) * Float(random.uniform(0.32...0.62))
        lowerCloth = room + (Float(skin) - room) * Float(random.uniform(0.3...0.5))
        bareArms = random.chance(0.3)
        openCollar = random.chance(0.5)
        gaitPhase = Float(random.uniform(0...6))
        pattern = Float(random.uniform(0...6))
        script = Script()
    }

    /// The head in the scene at a stance.
    func head(_ stance: Stance, time: Double, room: Room) -> (center: Vector, orientation: Orientation) {
        let gait = self.gait(stance, time: time)
        let forward = Orientation(yaw: Float(stance.bodyYaw)).forward
        let neck =
            Vector(
                Float(stance.x), -room.cameraHeight + height - 0.212 * headScale - Float(stance.stoop) + gait.bob,
                Float(stance.z)) + forward * (0.03 + 0.3 * Float(stance.stoop))
        let orientation = Orientation(yaw: Float(stance.headYaw), pitch: Float(stance.headPitch))
        return (neck + orientation.up * (0.092 * headScale) + orientation.forward * (0.015 * headScale), orientation)
    }

    /// How the walk moves the body: how much higher it is, and the swing of the legs from -1 to 1.
    func gait(_ stance: Stance, time: Double) -> (bob: Float, swing: Float) {
        let now = script.stance(at: time) ?? stance
        guard let before = script.stance(at: time - 0.1) else { return (0, 0) }
        let speed = Float(
            ((now.x - before.x) * (now.x - before.x) + (now.z - before.z) * (now.z - before.z)).squareRoot() * 10)
        let strength = min(1, speed / 1.0)
        let phase = gaitPhase + Float(time) * 2 * .pi * 0.95
        return (0.018 * strength * cos(2 * phase), strength * sin(phase))
    }
}
