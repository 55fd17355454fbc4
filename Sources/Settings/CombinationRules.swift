/// What single keys can't say: values that are allowed alone but not together.
enum CombinationRules {
    /// Reports every rule that the settings break.
    static func check(_ reader: inout SettingsReader) {
        NoticeRules.check(&reader)
        for rule in [simulatedDoor, splitRowOfOtherProfile, regionWithoutReference, bridgeIsApart] {
            if let problem = rule(reader) { reader.report(problem) }
        }
        for problem in genericKeysOfOtherProfile(reader) { reader.report(problem) }
    }

    /// Nobody real stands before an imagined or recorded camera, so its decisions must not work a real door.
    private static func simulatedDoor(_ reader: SettingsReader) -> SettingsProblem? {
        let settings = reader.settings
        guard !settings.camera.isLive, settings.gate.output.worksRealDoor else { return nil }
        return SettingsProblem(
            place: reader.place(of: "gate.output"), key: "gate.output",
            found: ConfigurationValue.quoted(settings.gate.output.rawValue),
            allowed: "\"none\" or \"simulated\" with camera.device = "
                + ConfigurationValue.quoted(settings.camera.device),
            remedy: "Use a real camera, or leave the door alone.")
    }

    /// A key that nothing reads is a mistake about what the camera is.
    private static func genericKeysOfOtherProfile(_ reader: SettingsReader) -> [SettingsProblem] {
        guard !ProfileNames.generic.contains(reader.settings.camera.profile) else { return [] }
        let defaults = Settings()
        return SettingKey.keys(of: "generic_camera").compactMap { key in
            guard let value = key.value(in: reader.settings), value != key.value(in: defaults) else { return nil }
            return SettingsProblem(
                place: reader.place(of: key.path), key: key.path, found: value,
                allowed: "this key with camera.profile = "
                    + SettingKey.alternatives(ProfileNames.generic.map(ConfigurationValue.quoted)),
                remedy: "Set camera.profile to the one that fits, or remove the key.")
        }
    }

    private static func splitRowOfOtherProfile(_ reader: SettingsReader) -> SettingsProblem? {
        let camera = reader.settings.camera
        guard camera.profile == "generic-y16", camera.generic.splitRow != 0 else { return nil }
        return SettingsProblem(
            place: reader.place(of: "generic_camera.split_row"), key: "generic_camera.split_row",
            found: String(camera.generic.splitRow), allowed: "0 with camera.profile = \"generic-y16\"",
            remedy: "Use crop to drop rows, or set camera.profile to \"generic-yuyv-split\".")
    }

    private static func regionWithoutReference(_ reader: SettingsReader) -> SettingsProblem? {
        guard reader.settings.reference.mode == .none, reader.settings.reference.region != .automatic else {
            return nil
        }
        return SettingsProblem(
            place: reader.place(of: "reference.region"), key: "reference.region", found: "a disc",
            allowed: "\"auto\" with reference.mode = \"none\"",
            remedy: "Remove the disc, or set reference.mode to \"required\" or \"optional\".")
    }

    /// Whoever is a bridge is told nothing about a person, so a group that is both takes what the other role gives.
    private static func bridgeIsApart(_ reader: SettingsReader) -> SettingsProblem? {
        let control = reader.settings.control
        guard control.bridgeGroup == control.operatorGroup else { return nil }
        return SettingsProblem(
            place: reader.place(of: "control.bridge_group"), key: "control.bridge_group",
            found: ConfigurationValue.quoted(control.bridgeGroup), allowed: "another group than control.operator_group",
            remedy: "A bridge is told nothing about a person; give it a group of its own.")
    }
}
