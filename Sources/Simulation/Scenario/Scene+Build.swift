import Settings

extension Scene {
    /// A scene of a kind.
    ///
    /// - Parameters:
    ///   - sensor: the camera.
    ///   - exactly: takes the camera as it is; otherwise its level and drift are drawn from the seed.
    public init(_ kind: ScenarioKind, seed: UInt64, sensor: SensorSettings = SensorSettings(), exactly: Bool = false) {
        var director = Director(kind, seed: seed, sensor: exactly ? sensor : sensor.varied(seed: seed))
        self = director.direct()
    }

    /// A scene of any kind.
    public static func random(seed: UInt64, sensor: SensorSettings = SensorSettings()) -> Scene {
        var random = RandomGenerator(seed: seed ^ 0x4B49_4E44)
        let kinds = ScenarioKind.allCases
        return Scene(kinds[Int(random.next() % UInt64(kinds.count))], seed: seed, sensor: sensor)
    }

    /// The linearity run: one person of a known skin temperature who comes, stands facing the camera and goes in.
    ///
    /// - Parameters:
    ///   - skin: of the inner canthi, °C.
    ///   - standing: seconds.
    ///   - appearance: uncovered unless told.
    public static func measurement(
        skin: Double, standing: Double = 4, seed: UInt64, sensor: SensorSettings = SensorSettings(),
        exactly: Bool = false, appearance: Appearance = Appearance()
    ) -> Scene {
        var director = Director(
            .approachAndStop, seed: seed, sensor: exactly ? sensor : sensor.varied(seed: seed))
        return director.directMeasurement(skin: skin, standing: standing, appearance: appearance)
    }
}

extension SensorSettings {
    /// The same camera with a level and a drift of its own.
    func varied(seed: UInt64) -> SensorSettings {
        var random = RandomGenerator(seed: seed ^ 0xCA3E_1A00)
        var copy = self
        copy.offset += random.uniform(-2...2)
        copy.drift = random.uniform(0.1...1)
        copy.driftPeriod = random.uniform(90...240)
        return copy
    }
}
