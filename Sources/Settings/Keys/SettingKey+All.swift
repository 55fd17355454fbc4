extension SettingKey {
    /// Every key, in the order of the reference configuration.
    ///
    /// A reload applies what the frames to come can be judged by; camera, gate and records are opened at the start. The keys of
    /// one section are of one kind, so that what a reload leaves in use keeps to the `CombinationRules`.
    public static let all: [SettingKey] = doorKeys + recordKeys + talkKeys

    private static let doorKeys: [SettingKey] = [
        .device(
            "camera", "device", in: \.camera.device, words: ["auto", "simulated"], "which camera watches the door"),
        .word("camera", "profile", in: \.camera.profile, of: ["auto"] + ProfileNames.all, "what the camera is"),
        .choice(
            "camera", "rotation", in: \.camera.rotation,
            "the clockwise turn, in degrees, that shows people upright"),

        .number(
            "generic_camera", "kelvin_per_count", in: \.camera.generic.kelvinPerCount, 0.0001...10, "K",
            "one count more is this much warmer"),
        .number(
            "generic_camera", "kelvin_at_zero", in: \.camera.generic.kelvinAtZero, -1000...1000, "K",
            "the temperature of zero counts"),
        .choice(
            "generic_camera", "byte_order", in: \.camera.generic.byteOrder, "which byte of a count comes first"),
        .integer(
            "generic_camera", "split_row", in: \.camera.generic.splitRow, 0...8192,
            "the first row that holds counts; 0 is half of the height"),
        .crop(
            "generic_camera", "crop", in: \.camera.generic.crop, "columns and rows at the sides that are no picture"),

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
            "reference", "mode", in: \.reference.mode, "whether anybody is measured without a reference body in view"
        ).applyingOnReload(),
        .number(
            "reference", "temperature_c", in: \.reference.temperature, 30...45, "°C",
            "what the reference body is set to"
        ).applyingOnReload(),
        .number(
            "reference", "uncertainty_c", in: \.reference.uncertainty, 0.01...2, "°C",
            "the expanded uncertainty (k=2) of that temperature"
        ).applyingOnReload(),
        .region("reference", "region", in: \.reference.region, "where the reference body is in the picture")
            .applyingOnReload(),

        .number(
            "screening", "elevated_skin_c", in: \.screening.elevatedSkin, 33...40, "°C",
            "skin at or above this is elevated"
        ).applyingOnReload(),
        .number(
            "screening", "relative_c", in: \.screening.relative, 0.2...3, "°C",
            "skin this far above the median of the people before is elevated"
        ).applyingOnReload(),
        .optionalNumber(
            "screening", "room_c", in: \.screening.room, 5...45, "°C", "the room's temperature, where it is known"
        ).applyingOnReload(),

        .choice("gate", "output", in: \.gate.output, "what works the door"),
        .choice("records", "mode", in: \.records.mode, "whether anything about a person is kept"),
    ]

    /// What the daemon says, and to whom.
    private static let talkKeys: [SettingKey] = [
        .socket("control", "socket", in: \.control.socket, "where the control socket is"),
        .group("control", "viewer_group", in: \.control.viewerGroup, "is told how the door does"),
        .group("control", "operator_group", in: \.control.operatorGroup, "is told of screenings too"),
        .group(
            "control", "privacy_group", in: \.control.privacyGroup, "answers what people ask about their records"),
        .group(
            "control", "bridge_group", in: \.control.bridgeGroup, "a program that passes states and counts on"),

        .choice("journal", "entries", in: \.journal.entries, "what the log says of entries").applyingOnReload(),
    ]

    /// The names of the sections, in the order of the reference configuration.
    public static let sections: [String] = all.reduce(into: []) { sections, key in
        if sections.last != key.section { sections.append(key.section) }
    }

    /// The keys of one section.
    static func keys(of section: String) -> [SettingKey] { all.filter { $0.section == section } }
}
