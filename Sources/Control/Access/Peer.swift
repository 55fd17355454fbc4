/// Whoever is at the other end of a connection, as the kernel says, and what that means here.
struct Peer: Hashable, Sendable {
    let user: UInt32
    /// Root, or the daemon's own user: has every role.
    let isOwner: Bool
    let roles: Set<Role>

    func may(_ need: AccessRules.Need) -> Bool {
        switch need {
        case .nothing: true
        case .oneOf(let needed): isOwner || needed.contains(where: has)
        }
    }

    /// Everybody who has a role is a viewer too, and whoever is a bridge is nothing more.
    private func has(_ needed: Role) -> Bool {
        if needed == .viewer { return !roles.isEmpty }
        return roles.contains(needed) && (needed == .bridge || !roles.contains(.bridge))
    }

    var disclosure: Disclosure {
        if isOwner { return .people }
        return roles.contains(.operator) && !roles.contains(.bridge) ? .people : .door
    }
}
