import Glibc

/// A socket of the internet that is never connected; closed with the value.
final class SystemInternetSocket {
    private let descriptor: Int32

    struct Refused: Error {}

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { throw Refused() }
    }

    deinit { close(descriptor) }
}
