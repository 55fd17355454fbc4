/// Whoever is at the other end of a connection, as the kernel says, and what that means here.
struct Peer: Hashable, Sendable {
    let user: UInt32
    /// Root, or the daemon's own user: has every role.
    let isOwner: Bool
    let roles: Set<Role>

    func may(_ needed: Role) -> Bool { isOwner || roles.contains { $0.covers(needed) } }

    var disclosure: Disclosure {
        if isOwner { return .people }
        return roles.contains(.operator) && !roles.contains(.bridge) ? .people : .door
    }
}
