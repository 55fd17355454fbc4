import Glibc

/// How a running stream failed.
package enum StreamFault: Error, Hashable, Sendable {
    /// The camera is gone.
    case gone
    /// The driver reports an error; the stream must be started again.
    case failed(SystemErrno)

    /// The device polls as broken (POLLERR), and no call says why.
    package static let broken = StreamFault.failed(SystemErrno(code: EIO))

    package init(_ failure: SystemErrno) {
        switch failure.code {
        case ENODEV, ENXIO: self = .gone
        default: self = .failed(failure)
        }
    }
}
