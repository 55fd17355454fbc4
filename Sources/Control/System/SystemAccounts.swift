import Glibc

/// Users and groups of this machine.
enum SystemAccounts {
    /// The user that this process runs as.
    static var ownUser: UInt32 { geteuid() }

    /// The most that one entry of the group database may take; a group with thousands of members needs it.
    private static let largestEntry = 1 << 20

    /// The number of a group; nil when there is none of this name.
    @Sendable
    static func groupNumber(_ name: String) -> UInt32? {
        var size = 1024
        while size <= largestEntry {
            var entry = unsafe group()
            var buffer = [CChar](repeating: 0, count: size)
            // Entry, buffer and the name's C string outlive the call; only the number is taken from the entry.
            let (status, isFound) = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
                var found: UnsafeMutablePointer<group>?
                let status = unsafe getgrnam_r(name, &entry, buffer.baseAddress, buffer.count, &found)
                return unsafe (status, found != nil)
            }
            if status == 0 { return isFound ? unsafe entry.gr_gid : nil }
            guard status == ERANGE else { return nil }
            size *= 4
        }
        return nil
    }
}
