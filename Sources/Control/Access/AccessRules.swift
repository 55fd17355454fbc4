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

    /// The role that a method needs; none where everybody may call it.
    static func roleNeeded(_ method: QualifiedName) -> Role? {
        method.interface == "org.varlink.service" ? nil : .viewer
    }
}
