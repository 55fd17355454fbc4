/// The directories that systemd made for the unit, as it says in the environment (systemd.exec(5)).
package struct ServiceDirectories: Hashable, Sendable {
    /// Gone when the unit stops, such as /run/lintel/main; none without systemd.
    package let runtime: String?
    /// Stays, such as /var/lib/lintel/main; none without systemd where the command line names none.
    package let state: String?

    /// - Parameters:
    ///   - runtime: `$RUNTIME_DIRECTORY`: paths between colons, of which the first is the door's.
    ///   - state: `$STATE_DIRECTORY`, likewise.
    package init(runtime: String?, state: String? = nil) {
        self.runtime = Self.first(runtime)
        self.state = Self.first(state)
    }

    /// - Parameter state: what the command line says; it wins over the environment.
    static func ofThisProcess(state: String?) -> ServiceDirectories {
        ServiceDirectories(
            runtime: SystemLinteld.environment("RUNTIME_DIRECTORY"),
            state: state ?? SystemLinteld.environment("STATE_DIRECTORY"))
    }

    private static func first(_ paths: String?) -> String? {
        paths?.split(separator: ":").first.map { String($0) }
    }

    /// The door's name: as its directories are called, `main` without systemd.
    package var door: String {
        runtime?.split(separator: "/").last.map { String($0) } ?? "main"
    }
}
