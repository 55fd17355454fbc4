/// What single keys can't say: values that are allowed alone but not together.
enum CombinationRules {
    /// Reports every rule that the settings break.
    static func check(_ reader: inout SettingsReader) {
        NoticeRules.check(&reader)
        for rule in [simulatedDoor, regionWithoutReference, recordsNotKeptYet] {
            if let problem = rule(reader) { reader.report(problem) }
        }
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

    private static func regionWithoutReference(_ reader: SettingsReader) -> SettingsProblem? {
        guard reader.settings.reference.mode == .none, reader.settings.reference.region != .automatic else {
            return nil
        }
        return SettingsProblem(
            place: reader.place(of: "reference.region"), key: "reference.region", found: "a disc",
            allowed: "\"auto\" with reference.mode = \"none\"",
            remedy: "Remove the disc, or set reference.mode to \"required\" or \"optional\".")
    }

    /// Goes when the store of records comes.
    private static func recordsNotKeptYet(_ reader: SettingsReader) -> SettingsProblem? {
        guard reader.settings.records.mode == .consented else { return nil }
        return SettingsProblem(
            place: reader.place(of: "records.mode"), key: "records.mode", found: "\"consented\"",
            allowed: "\"off\" in this version",
            remedy: "This version keeps no records yet; use \"off\".")
    }
}
