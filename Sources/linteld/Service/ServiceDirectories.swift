/// The directories that systemd made for the unit, as it says in the environment (systemd.exec(5)).
package struct ServiceDirectories: Hashable, Sendable {
    /// Gone when the unit stops, such as /run/lintel/main; none without systemd.
    package let runtime: String?

    /// - Parameter runtime: `$RUNTIME_DIRECTORY`: paths between colons, of which the first is the door's.
    package init(runtime: String?) {
        self.runtime = runtime?.split(separator: ":").first.map { String($0) }
    }

    static var ofThisProcess: ServiceDirectories {
        ServiceDirectories(runtime: SystemLinteld.environment("RUNTIME_DIRECTORY"))
    }

    /// The door's name: as its directories are called, `main` without systemd.
    package var door: String {
        runtime?.split(separator: "/").last.map { String($0) } ?? "main"
    }
}
