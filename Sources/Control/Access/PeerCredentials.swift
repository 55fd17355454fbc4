/// User and groups of a process, as the kernel has them.
package struct PeerCredentials: Hashable, Sendable {
    package let user: UInt32
    /// The primary group and the supplementary ones.
    package let groups: Set<UInt32>

    package init(user: UInt32, groups: Set<UInt32>) {
        self.user = user
        self.groups = groups
    }
}
