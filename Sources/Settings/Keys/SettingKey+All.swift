extension SettingKey {
    /// Every key, in the order of the reference configuration.
    public static let all: [SettingKey] =
        [
            .text(
                "camera", "device", in: \.camera.device,
                allowed: "\"auto\", \"simulated\", a path or a camera's stable identity",
                "which camera watches the door"),
            .text(
                "camera", "profile", in: \.camera.profile, allowed: "\"auto\" or the name of a camera profile",
                "what the camera is"),
            .choice(
                "camera", "rotation", in: \.camera.rotation,
                "the clockwise turn, in degrees, that shows people upright"),

            .integer(
                "simulation", "seed", in: \.simulation.seed, 0...Int.max,
                "the same seed gives the same scene, frame by frame"),
            .integer(
                "simulation", "width", in: \.simulation.width, 32...1280, "pixels across, as the camera delivers them"),
            .integer(
                "simulation", "height", in: \.simulation.height, 24...1024, "pixels down, as the camera delivers them"),
            .number(
                "simulation", "frames_per_second", in: \.simulation.framesPerSecond, 1...60, "frames a second",
                "how often the camera delivers a frame"),

            .choice(
                "reference", "mode", in: \.reference.mode,
                "whether anybody is measured without a reference body in view"),
            .number(
                "reference", "temperature_c", in: \.reference.temperature, 30...45, "°C",
                "what the reference body is set to"),
            .number(
                "reference", "uncertainty_c", in: \.reference.uncertainty, 0.01...2, "°C",
                "the expanded uncertainty (k=2) of that temperature"),
            .region("reference", "region", in: \.reference.region, "where the reference body is in the picture"),

            .number(
                "screening", "elevated_skin_c", in: \.screening.elevatedSkin, 33...40, "°C",
                "skin at or above this is elevated"),
            .number(
                "screening", "relative_c", in: \.screening.relative, 0.2...3, "°C",
                "skin this far above the median of the people before is elevated"),
            .optionalNumber(
                "screening", "room_c", in: \.screening.room, 5...45, "°C", "the room's temperature, where it is known"),

            .choice("gate", "output", in: \.gate.output, "what works the door"),
            .choice("records", "mode", in: \.records.mode, "whether anything about a person is kept"),
        ] + recordKeys + [
            .choice("journal", "entries", in: \.journal.entries, "what the log says of entries")
        ]

    /// The names of the sections, in the order of the reference configuration.
    public static let sections: [String] = all.reduce(into: []) { sections, key in
        if sections.last != key.section { sections.append(key.section) }
    }

    /// The keys of one section.
    static func keys(of section: String) -> [SettingKey] { all.filter { $0.section == section } }
}
