import Control

/// What this process can reach, found by looking and trying.
enum ProcessFacts {
    static func network() -> PrivacyReport.Network {
        let tried = SystemNetwork.families.map { (name: $0.name, isAllowed: SystemNetwork.canOpenSocket($0.number)) }
        return PrivacyReport.Network(
            allowedFamilies: tried.filter(\.isAllowed).map(\.name),
            refusedFamilies: tried.filter { !$0.isAllowed }.map(\.name),
            interfaces: interfaces(SystemLinteld.readSmallFile("/proc/self/net/dev")),
            foreignSockets: SystemNetwork.openSocketsOfOtherFamilies(),
            isFiltered: isFiltered(SystemLinteld.readSmallFile("/proc/self/status")))
    }

    /// The names before the colons of /proc/net/dev (proc(5)), after its two lines of headings.
    static func interfaces(_ table: String) -> [String] {
        table.split(separator: "\n").dropFirst(2).compactMap { line in
            line.split(separator: ":").first.map { String($0.drop { $0 == " " }) }
        }
    }

    /// Whether /proc/self/status says "Seccomp: 2", a filter (proc(5)).
    static func isFiltered(_ status: String) -> Bool {
        status.split(separator: "\n").contains { line in
            line.hasPrefix("Seccomp:") && line.split(whereSeparator: { $0 == "\t" || $0 == " " }).last == "2"
        }
    }
}
