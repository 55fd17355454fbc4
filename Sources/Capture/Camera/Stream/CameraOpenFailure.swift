import Glibc

/// Why a camera could not be opened, and what follows from that.
package struct CameraOpenFailure: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// It is not there.
        case absent
        /// It is there but offers no format: a loopback device that nothing feeds yet.
        case idle
        /// Another program uses it.
        case busy
        /// The driver or the camera failed: stronger means may help.
        case failed
        /// It is no camera that this configuration can use; only a person can change that.
        case unusable
    }

    package let kind: Kind
    package let error: CaptureError

    package init(_ kind: Kind, _ error: CaptureError) {
        self.kind = kind
        self.error = error
    }

    /// What a system call's failure means.
    ///
    /// - Parameters:
    ///   - path: the video node.
    ///   - step: what was tried, such as "setting the format".
    package init(_ path: String, _ step: String, _ failure: SystemErrno) {
        switch failure.code {
        case ENODEV, ENXIO, ENOENT:
            self.init(
                .absent,
                CaptureError(
                    what: path, cause: "\(step): \(failure.text)", remedy: "Connect the camera."))
        case EBUSY:
            self.init(
                .busy,
                CaptureError(
                    what: path, cause: "\(step): another program uses the camera", remedy: "Stop the other program."))
        case EACCES, EPERM:
            self.init(
                .unusable,
                CaptureError(
                    what: path, cause: "\(step): \(failure.text)",
                    remedy: "Let the daemon's user read and write the device: it must be in the group video."))
        default:
            self.init(
                .failed,
                CaptureError(
                    what: path, cause: "\(step): \(failure.text)",
                    remedy: "Unplug the camera and plug it in again; look for the driver's messages in `journalctl -k`."
                ))
        }
    }
}
