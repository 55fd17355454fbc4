/// What a live camera needs of the machine: devices that come and go, a clock, and one descriptor to wait on.
///
/// The second half of the seam: a scripted host plays hotplug and time. Used by one thread.
package protocol CameraHost: AnyObject {
    /// Polls readable when `takeWakeUp` has something to say.
    var descriptor: Int32 { get }

    /// Nanoseconds of CLOCK_MONOTONIC.
    func now() -> Int64

    /// The video nodes that are there now.
    func scan() -> [CameraNode]

    /// Opens a video node, not blocking.
    func open(_ path: String) throws(SystemErrno) -> any VideoDevice

    /// Wakes when the device has something to say, from now on; at most one device is watched.
    func watch(_ device: any VideoDevice) throws(SystemErrno)

    /// Undoes `watch`, before the device's stream stops: a stopped stream polls as broken.
    func unwatch(_ device: any VideoDevice)

    /// Wakes at a moment of CLOCK_MONOTONIC; replaces the moment set before.
    func wake(at moment: Int64) throws(CaptureError)

    /// Says what has happened since it was asked last. Never blocks.
    func takeWakeUp() throws(CaptureError) -> CameraWakeUp

    /// Resets the USB device that a node belongs to, where the machine's administrator granted that.
    func resetUSBDevice(of node: CameraNode) -> USBReset
}

/// What woke a live camera; several causes may come together.
package struct CameraWakeUp: Hashable, Sendable {
    /// The watched device has a buffer to dequeue (POLLIN).
    package var isReadable = false
    /// The watched device's stream reports an error (POLLERR).
    package var isBroken = false
    /// The watched device is gone (POLLHUP).
    package var isHungUp = false
    /// A video node came, went or changed its permissions.
    package var nodesChanged = false

    package init() {}

    /// Whether the watched device has something to say.
    package var concernsDevice: Bool { isReadable || isBroken || isHungUp }
}
