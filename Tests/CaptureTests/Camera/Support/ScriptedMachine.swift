import Capture
import Glibc

/// A machine of a script: a clock that only the test moves, and cameras that are plugged in and out.
final class ScriptedMachine: CameraHost {
    /// CLOCK_MONOTONIC, nanoseconds.
    var clock: Int64 = 1_000_000_000
    var cameras: [ScriptedCamera] = []
    var resetAnswer = USBReset.notGranted
    private(set) var resets: [Int64] = []
    /// When opening was tried, path and time.
    private(set) var openings: [(path: String, at: Int64)] = []
    /// What opening of a path fails with.
    var openFailures: [String: Int32] = [:]
    private(set) var alarm: Int64?
    private(set) var misuses: [String] = []
    var openDevices = 0
    var mappings = 0
    private var nodesChanged = false
    private weak var watched: ScriptedVideoDevice?
    private var nextDescriptor: Int32 = 100

    /// Whether nothing is left open, mapped or watched, and nothing was misused.
    var isClean: Bool { openDevices == 0 && mappings == 0 && watched == nil && misuses.isEmpty }

    func misuse(_ what: String) {
        misuses.append(what)
    }

    func isWatched(_ device: ScriptedVideoDevice) -> Bool { watched === device }

    func plugIn(_ camera: ScriptedCamera, hotplug: Bool = true) {
        camera.isGone = false
        cameras.append(camera)
        if hotplug { nodesChanged = true }
    }

    func unplug(_ camera: ScriptedCamera) {
        camera.isGone = true
        cameras.removeAll { $0 === camera }
        nodesChanged = true
    }

    /// Whether the descriptor polls readable.
    var isReadable: Bool { nodesChanged || alarm.map { $0 <= clock } ?? false || deviceWakes }

    private var deviceWakes: Bool { watched?.readiness.concernsDevice ?? false }
}

extension ScriptedMachine {
    var descriptor: Int32 { 99 }

    func now() -> Int64 { clock }

    func scan() -> [CameraNode] { cameras.map(\.node) }

    func open(_ path: String) throws(SystemErrno) -> any VideoDevice {
        openings.append((path, clock))
        if let code = openFailures[path] { throw SystemErrno(code: code) }
        guard let camera = cameras.first(where: { $0.node.path == path }) else { throw SystemErrno(code: ENOENT) }
        try camera.called("open")
        nextDescriptor += 1
        return ScriptedVideoDevice(camera, self, descriptor: nextDescriptor)
    }

    func watch(_ device: any VideoDevice) throws(SystemErrno) {
        if watched != nil { misuse("watched twice") }
        watched = device as? ScriptedVideoDevice
    }

    func unwatch(_ device: any VideoDevice) {
        watched = nil
    }

    func wake(at moment: Int64) throws(CaptureError) {
        alarm = moment
    }

    func takeWakeUp() throws(CaptureError) -> CameraWakeUp {
        var wakeUp = watched?.readiness ?? CameraWakeUp()
        wakeUp.nodesChanged = nodesChanged
        nodesChanged = false
        if let alarm, alarm <= clock { self.alarm = nil }
        return wakeUp
    }

    func resetUSBDevice(of node: CameraNode) -> USBReset {
        resets.append(clock)
        return resetAnswer
    }
}
