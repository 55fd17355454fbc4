import Glibc

/// An open descriptor, closed with its last user.
final class SystemDescriptor: Sendable {
    let number: Int32

    /// Takes over a descriptor that nobody else closes.
    init(_ number: Int32) {
        self.number = number
    }

    deinit { _ = close(number) }
}
