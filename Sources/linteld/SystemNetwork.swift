import CLinux
import Glibc

/// Asks the kernel what sockets this process may have and has.
enum SystemNetwork {
    /// The address families by which data could leave or come, with their numbers (socket(2), linux/socket.h).
    static let families: [(name: String, number: Int32)] = [
        ("AF_UNIX", AF_UNIX), ("AF_INET", AF_INET), ("AF_INET6", AF_INET6), ("AF_NETLINK", AF_NETLINK),
        ("AF_PACKET", AF_PACKET), ("AF_BLUETOOTH", AF_BLUETOOTH), ("AF_CAN", 29), ("AF_VSOCK", 40), ("AF_ALG", 38),
    ]

    /// The kernel gives out the lowest number that is free; this process has some dozens.
    private static let most = 65_536

    /// Tries it; a socket that the kernel gives is closed at once, and was never connected.
    static func canOpenSocket(_ family: Int32) -> Bool {
        let types = [SOCK_DGRAM, SOCK_STREAM, SOCK_RAW, SOCK_SEQPACKET].map { Int32($0.rawValue) }
        for type in types {
            let descriptor = socket(family, type | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { continue }
            close(descriptor)
            return true
        }
        return false
    }

    /// How many open descriptors are sockets of another family than AF_UNIX.
    static func openSocketsOfOtherFamilies() -> Int {
        (0..<Int32(clamping: min(most, sysconf(Int32(_SC_OPEN_MAX))))).reduce(0) { count, descriptor in
            let family = lintel_socket_family(descriptor)
            return count + (family >= 0 && family != AF_UNIX ? 1 : 0)
        }
    }
}
