import CLinux
import Glibc

/// This machine, as a live camera needs it: an epoll descriptor over the device, a timer and inotify on /dev.
///
/// Invariant of the unsafe uses: every structure or buffer handed to a call lives on the stack or in a local array for
/// the whole call, and its length is what the call is told.
package final class SystemCameraHost: CameraHost {
    private let wakeUps: FileDescriptor
    private let timer: FileDescriptor
    private let hotplug: FileDescriptor

    private static let limits = "Raise the limit of open files for this process."

    /// - Parameter devices: the folder of device nodes, to be watched.
    /// - Throws: `CaptureError` when the system has no descriptor left.
    package init(devices: String = "/dev") throws(CaptureError) {
        let number = try SystemCapture.check("camera wake-up descriptor", remedy: Self.limits) {
            Int(epoll_create1(Int32(EPOLL_CLOEXEC)))
        }
        let wakeUps = FileDescriptor(owning: Int32(truncatingIfNeeded: number))
        let timer = try SystemCapture.makeTimer()
        try Self.check(Self.add(timer.number, LINTEL_WATCH_TIMER, to: wakeUps))
        let hotplug = try Self.makeHotplug(devices)
        try Self.check(Self.add(hotplug.number, LINTEL_WATCH_HOTPLUG, to: wakeUps))
        self.wakeUps = wakeUps
        self.timer = timer
        self.hotplug = hotplug
    }

    package var descriptor: Int32 { wakeUps.number }

    package func now() -> Int64 { SystemCapture.monotonicNow() }

    package func scan() -> [CameraNode] { CameraList.nodes() }

    package func open(_ path: String) throws(SystemErrno) -> any VideoDevice { try SystemVideoDevice(opening: path) }

    package func resetUSBDevice(of node: CameraNode) -> USBReset { SystemUSB.reset(deviceOf: node) }
}

/// Waiting.
extension SystemCameraHost {
    package func watch(_ device: any VideoDevice) throws(SystemErrno) {
        _ = try Self.add(device.descriptor, LINTEL_WATCH_DEVICE, to: wakeUps).get()
    }

    package func unwatch(_ device: any VideoDevice) {
        let (set, number) = (wakeUps.number, device.descriptor)
        _ = SystemCapture.retrying { Int(lintel_watch_remove(set, number)) }
    }

    package func wake(at moment: Int64) throws(CaptureError) { try SystemCapture.arm(timer, at: moment) }

    package func takeWakeUp() throws(CaptureError) -> CameraWakeUp {
        var events = lintel_watch_events()
        let set = wakeUps.number
        _ = try SystemCapture.check("waiting for the camera", remedy: Self.limits) {
            unsafe Int(lintel_watch_take(set, &events))
        }
        if events.timer != 0 { _ = SystemCapture.takeTick(timer) }
        var wakeUp = CameraWakeUp()
        wakeUp.isReadable = events.device & EPOLLIN.rawValue != 0
        wakeUp.isBroken = events.device & EPOLLERR.rawValue != 0
        wakeUp.isHungUp = events.device & EPOLLHUP.rawValue != 0
        wakeUp.nodesChanged = events.hotplug != 0 && takeHotplug()
        return wakeUp
    }

    private static func add(
        _ number: Int32, _ subject: lintel_watch_subject, to set: borrowing FileDescriptor
    ) -> Result<Int, SystemErrno> {
        let set = set.number
        return SystemCapture.retrying { Int(lintel_watch_add(set, number, Int32(subject.rawValue))) }
    }

    private static func check(_ answer: Result<Int, SystemErrno>) throws(CaptureError) {
        if case .failure(let failure) = answer {
            throw CaptureError(what: "camera wake-up descriptor", cause: failure.text, remedy: limits)
        }
    }
}

/// Hotplug. Under PrivateNetwork no udev message arrives, but devtmpfs shows nodes that come and go.
extension SystemCameraHost {
    /// Gives a descriptor that is never readable where inotify is used up: then cameras are found by the timer alone.
    private static func makeHotplug(_ devices: String) throws(CaptureError) -> FileDescriptor {
        let flags = Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)
        if case .success(let number) = SystemCapture.retrying({ Int(inotify_init1(flags)) }) {
            let hotplug = FileDescriptor(owning: Int32(truncatingIfNeeded: number))
            if watch(devices, with: hotplug) { return hotplug }
        }
        return try SystemCapture.makeEvent(initial: 0)
    }

    private static func watch(_ devices: String, with hotplug: borrowing FileDescriptor) -> Bool {
        // A node first comes without the permissions that udev gives it: IN_ATTRIB tells of those.
        let events = UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_MOVED_TO)
        let number = hotplug.number
        // The path is lent to the call as a C string for as long as it runs.
        if case .success = SystemCapture.retrying({ unsafe Int(inotify_add_watch(number, devices, events)) }) {
            return true
        }
        return false
    }

    /// Takes all waiting messages; whether one may be about a video node.
    private func takeHotplug() -> Bool {
        let number = hotplug.number
        var bytes = [UInt8](repeating: 0, count: 4096)
        var concernsVideo = false
        // What is left beyond these turns makes the descriptor readable again.
        for _ in 0..<16 {
            let answer = SystemCapture.retrying {
                unsafe bytes.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, $0.count) }
            }
            guard case .success(let count) = answer, count > 0 else { break }
            if HotplugMessages.concernVideo(bytes[..<count]) { concernsVideo = true }
        }
        return concernsVideo
    }
}
