import Settings

/// Which group has which role, and which method needs which.
struct AccessRules: Sendable {
    private let groups: [Role: String]
    private let ownUser: UInt32
    /// A group's number by its name; asked at every connection, so that a group that is made later counts at once.
    private let groupNumber: @Sendable (String) -> UInt32?

    init(
        _ settings: ControlSettings, ownUser: UInt32 = SystemAccounts.ownUser,
        groupNumber: @escaping @Sendable (String) -> UInt32? = SystemAccounts.groupNumber
    ) {
        groups = [
            .viewer: settings.viewerGroup, .operator: settings.operatorGroup,
            .privacyOfficer: settings.privacyGroup, .bridge: settings.bridgeGroup,
        ]
        self.ownUser = ownUser
        self.groupNumber = groupNumber
    }

    /// The group whose members have a role.
    func group(of role: Role) -> String { groups[role] ?? "" }

    func peer(_ credentials: PeerCredentials) -> Peer {
        let roles = Role.allCases.filter { role in
            groupNumber(group(of: role)).map { credentials.groups.contains($0) } ?? false
        }
        return Peer(
            user: credentials.user, isOwner: credentials.user == 0 || credentials.user == ownUser, roles: Set(roles))
    }

    /// Who may call a method.
    enum Need: Hashable, Sendable {
        case nothing
        /// One of these; none in the list is root's and the daemon's own user's alone.
        case oneOf([Role])
    }

    /// What a method needs. One that is not named here is for nobody but root.
    static func need(_ method: QualifiedName) -> Need {
        switch method.description {
        case "org.varlink.service.GetInfo", "org.varlink.service.GetInterfaceDescription": .nothing
        case "io.lintel.Status.Get", "io.lintel.Monitor.Monitor", "io.lintel.Consent.Notice": .oneOf([.viewer])
        case "io.lintel.Consent.Grant", "io.lintel.Consent.Refuse", "io.lintel.Consent.Present",
            "io.lintel.Maintenance.Begin", "io.lintel.Maintenance.End", "io.lintel.Maintenance.View":
            .oneOf([.operator])
        case "io.lintel.Consent.Show", "io.lintel.Consent.Renew", "io.lintel.Consent.Withdraw",
            "io.lintel.Consent.Receipt", "io.lintel.Privacy.Report":
            .oneOf([.operator, .privacyOfficer])
        case "io.lintel.Records.List", "io.lintel.Records.Show", "io.lintel.Records.Export", "io.lintel.Records.Erase",
            "io.lintel.Audit.Checkpoint", "io.lintel.Audit.Key":
            .oneOf([.privacyOfficer])
        default: .oneOf([])
        }
    }
}
