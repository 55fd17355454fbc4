import Settings

/// A door, the people who come to it and what their true temperatures are: everything but the camera's own faults.
public struct Scene: Sendable {
    /// What the scene is about.
    public let kind: ScenarioKind
    /// The same seed gives the same scene.
    public let seed: UInt64
    /// How long it lasts, seconds.
    public internal(set) var duration: Double
    /// The camera that looks at it, with its noise, drift and corrections.
    public var sensor: SensorSettings
    let room: Room
    var reference: ReferenceBody?
    var actors: [Actor] = []

    var view: View { sensor.view }

    /// A thing that hangs in front of the reference body, when one does.
    func occluder(at time: Double) -> Part? {
        guard let reference, reference.hidden.contains(where: { $0.contains(time) }) else { return nil }
        let shape = Ellipsoid(
            center: Vector(reference.center.x, reference.center.y, reference.depth - 0.05),
            orientation: Orientation(yaw: 0),
            semiAxes: Vector(reference.radius * 2.2, reference.radius * 2.6, 0.02))
        return Part(shape: shape, surface: .cloth(Float(room.temperature) + 5))
    }
}
