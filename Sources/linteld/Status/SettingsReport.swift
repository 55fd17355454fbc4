import Journal
import Logging
import Settings

/// Logs what is wrong with a configuration.
enum SettingsReport {
    /// One line a problem, with file, line and key as fields too.
    static func log(_ error: SettingsError, to logger: Logger) {
        for problem in error.problems {
            logger.report(.settingsError, "\(problem.line)", metadata: fields(problem))
        }
    }

    private static func fields(_ problem: SettingsProblem) -> Logger.Metadata {
        var fields: Logger.Metadata = [:]
        if let key = problem.key { fields["key"] = "\(key)" }
        if case .file(let name, let line, _) = problem.place {
            fields["file"] = "\(name)"
            if let line { fields["line"] = "\(line)" }
        }
        return fields
    }
}
