import CLinux
import Capture
import Glibc

/// Stream sockets in the file system: every call of socket(7) and unix(7) that this module makes.
enum SystemSocket {
    /// The longest path of a socket (unix(7)).
    static let longestPath = 107

    private static let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)

    // MARK: Listening

    /// Makes a socket file that clients can connect to at once.
    static func listen(at path: String) throws(SystemErrno) -> SystemDescriptor {
        let nonblocking = flags | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = SystemDescriptor(Int32(try SystemErrno.check { Int(socket(AF_UNIX, nonblocking, 0)) }))
        _ = try unsafe withAddress(path) { address, size in
            // The address outlives the call.
            unsafe Int(bind(descriptor.number, address, size))
        }
        // Who may do what is decided call by call. The path is lent to the call as a C string.
        _ = try SystemErrno.check { unsafe Int(chmod(path, 0o666)) }
        _ = try SystemErrno.check { Int(Glibc.listen(descriptor.number, 64)) }
        return descriptor
    }

    /// The next client; nil when there is none.
    static func accept(_ listener: SystemDescriptor) throws(SystemErrno) -> SystemDescriptor? {
        do throws(SystemErrno) {
            return SystemDescriptor(Int32(try SystemErrno.check { Int(lintel_accept(listener.number)) }))
        } catch {
            // One that is gone again is none.
            if error.mustWait || error.code == ECONNABORTED { return nil }
            throw error
        }
    }

    // MARK: Connecting

    /// Connects to a socket file; waits while its queue of clients is full, at most this long.
    static func connect(to path: String, within limit: Duration) throws(SystemErrno) -> SystemDescriptor {
        let descriptor = SystemDescriptor(Int32(try SystemErrno.check { Int(socket(AF_UNIX, flags, 0)) }))
        let (seconds, attoseconds) = limit.components
        var time = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
        // The structure outlives the call, which reads its size.
        _ = try SystemErrno.check {
            unsafe Int(
                setsockopt(
                    descriptor.number, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size)))
        }
        _ = try unsafe withAddress(path) { address, size in
            // As above.
            unsafe Int(Glibc.connect(descriptor.number, address, size))
        }
        return descriptor
    }

    /// Calls with the address of a path.
    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int
    ) throws(SystemErrno) -> Int {
        let bytes = Array(path.utf8)
        guard bytes.count <= longestPath, !bytes.isEmpty, !bytes.contains(0) else {
            throw SystemErrno(code: ENAMETOOLONG)
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // The path is shorter than the field, which is zero after it.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        return try SystemErrno.check {
            // The address outlives the call; sockaddr is its head by definition of socket(7).
            unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
    }

    // MARK: Bytes

    /// Receives without waiting; 0 when the other end sends no more.
    ///
    /// - Parameter most: bytes to receive at most, no more than the buffer has.
    static func receive(
        _ socket: SystemDescriptor, into buffer: inout [UInt8], most: Int
    ) throws(SystemErrno) -> Int {
        try SystemErrno.check {
            // The buffer outlives the call, which writes at most its count.
            unsafe buffer.withUnsafeMutableBytes {
                unsafe recv(socket.number, $0.baseAddress, min(most, $0.count), Int32(MSG_DONTWAIT))
            }
        }
    }

    /// Sends what there is room for without waiting.
    static func send(_ socket: SystemDescriptor, _ bytes: ArraySlice<UInt8>) throws(SystemErrno) -> Int {
        let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
        return try SystemErrno.check {
            // The bytes outlive the call, which reads at most their count.
            unsafe bytes.withUnsafeBytes { unsafe Glibc.send(socket.number, $0.baseAddress, $0.count, flags) }
        }
    }

    // MARK: Who is there

    /// The most groups that a process can have (NGROUPS_MAX).
    private static let mostGroups: UInt32 = 65_536

    /// User and groups of the process that connected.
    static func credentials(_ socket: SystemDescriptor) throws(SystemErrno) -> PeerCredentials {
        var (user, group): (UInt32, UInt32) = (0, 0)
        // Both live on the stack for the whole call.
        _ = try SystemErrno.check { unsafe Int(lintel_peer_credentials(socket.number, &user, &group)) }
        return PeerCredentials(user: user, groups: Set(try supplementaryGroups(socket) + [group]))
    }

    private static func supplementaryGroups(_ socket: SystemDescriptor) throws(SystemErrno) -> [UInt32] {
        var room: UInt32 = 32
        while true {
            var groups = [UInt32](repeating: 0, count: Int(room))
            var count = room
            do throws(SystemErrno) {
                // The list has as much room as the call is told.
                _ = try SystemErrno.check {
                    unsafe groups.withUnsafeMutableBufferPointer { list -> Int in
                        guard let first = list.baseAddress else { return 0 }
                        return unsafe Int(lintel_peer_groups(socket.number, first, &count))
                    }
                }
                return Array(groups.prefix(Int(count)))
            } catch {
                guard error.code == ERANGE, count > room, count <= mostGroups else { throw error }
                room = count
            }
        }
    }

    // MARK: Files

    /// What is at a path.
    struct FileIdentity: Hashable {
        let device: UInt
        let inode: UInt
        let isSocket: Bool
    }

    /// nil when there is nothing.
    static func file(at path: String) throws(SystemErrno) -> FileIdentity? {
        var status = stat()
        do throws(SystemErrno) {
            // The structure outlives the call; the path is lent to it as a C string.
            _ = try SystemErrno.check { unsafe Int(lstat(path, &status)) }
        } catch {
            if error.code == ENOENT { return nil }
            throw error
        }
        return FileIdentity(
            device: UInt(status.st_dev), inode: UInt(status.st_ino), isSocket: status.st_mode & S_IFMT == S_IFSOCK)
    }

    /// Puts a file in another one's place, at once.
    static func rename(_ path: String, to place: String) throws(SystemErrno) {
        // Both paths are lent to the call as C strings.
        _ = try SystemErrno.check { unsafe Int(Glibc.rename(path, place)) }
    }

    static func remove(_ path: String) {
        // The path is lent to the call as a C string; a file that is gone already is none to remove.
        _ = unsafe unlink(path)
    }
}
