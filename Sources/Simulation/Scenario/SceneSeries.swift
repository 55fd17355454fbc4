import Settings

/// Scene after scene at one door: the room, the reference body and the camera stay, the people change.
struct SceneSeries: Sendable {
    private var random: RandomGenerator
    private var first: Scene

    /// What comes to a door in use; everything that happens to people rather than to the camera.
    private static let kinds: [ScenarioKind] = [
        .approachAndStop, .approachAndStop, .approachAndStop, .approachAndStop, .pair, .queue, .passBy, .turnBack,
        .lookAway, .glasses, .hat, .mask, .hood, .walkAway, .walkAway, .phone, .coldFace, .backOnly,
    ]

    /// - Parameter referenceTemperature: what the reference body is set to, °C; drawn from the seed when `nil`.
    init(seed: UInt64, sensor: SensorSettings, referenceTemperature: Double?) {
        random = RandomGenerator(seed: seed ^ 0x5E41_E500)
        first = Scene(.approachAndStop, seed: seed, sensor: sensor)
        if let referenceTemperature { first.reference?.temperature = referenceTemperature }
    }

    /// The scene that opens the series.
    var opening: Scene { first }

    mutating func next() -> Scene {
        let kind = Self.kinds[Int(random.next() % UInt64(Self.kinds.count))]
        var director = Director(
            kind, seed: random.next(), sensor: first.sensor, room: first.room, reference: first.reference)
        return director.direct()
    }
}
