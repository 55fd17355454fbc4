import CLinux
import Capture
import Foundation
import Glibc
import Settings
import Testing

@Suite("this machine as a live camera's host")
struct SystemCameraHostTests {
    @Test("the timer wakes at its moment and is silent afterwards")
    func timer() throws {
        let host = try SystemCameraHost()
        #expect(!pollsReadable(host.descriptor, timeout: 0))
        try host.wake(at: 1)
        #expect(pollsReadable(host.descriptor, timeout: 1_000))
        #expect(try host.takeWakeUp() == CameraWakeUp())
        #expect(!pollsReadable(host.descriptor, timeout: 0))
        try host.wake(at: host.now() + 3_600_000_000_000)
        #expect(!pollsReadable(host.descriptor, timeout: 10))
    }

    @Test("a device wakes while it is watched")
    func device() throws {
        let host = try SystemCameraHost()
        let event = eventfd(1, Int32(EFD_NONBLOCK))
        defer { _ = close(event) }
        let device = SteadyDevice(bytes: 2, descriptor: event)
        try host.watch(device)
        #expect(pollsReadable(host.descriptor, timeout: 1_000))
        let wakeUp = try host.takeWakeUp()
        #expect(wakeUp.isReadable && !wakeUp.isBroken && !wakeUp.isHungUp)
        silence(event)
        #expect(!pollsReadable(host.descriptor, timeout: 0))
        host.unwatch(device)
        #expect(throws: SystemErrno.self) { try host.watch(SteadyDevice(bytes: 2, descriptor: .max)) }
    }

    @Test("video nodes that come, go or get other permissions are told, other devices are not")
    func hotplug() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lintel-devices-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let host = try SystemCameraHost(devices: folder.path())
        func tells(_ change: () throws -> Void) throws -> Bool {
            try change()
            guard pollsReadable(host.descriptor, timeout: 1_000) else { return false }
            return try host.takeWakeUp().nodesChanged
        }
        let video = folder.appending(path: "video0")
        #expect(try tells { try Data().write(to: video) })
        #expect(
            try tells { try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: video.path()) })
        #expect(try tells { try FileManager.default.removeItem(at: video) })
        #expect(try !tells { try Data().write(to: folder.appending(path: "ttyACM0")) })
        #expect(!pollsReadable(host.descriptor, timeout: 0))
        // Many more messages than one reading takes.
        for number in 0..<400 { try Data().write(to: folder.appending(path: "other-\(number)")) }
        #expect(try tells { try Data().write(to: video) })
        while pollsReadable(host.descriptor, timeout: 0) { _ = try host.takeWakeUp() }
    }

    @Test("a node that is no USB device is not reset")
    func noUSBDevice() throws {
        let host = try SystemCameraHost()
        #expect(host.resetUSBDevice(of: CameraNode(path: "/dev/video-of-nobody")) == .notUSB)
    }

    @Test("what is no video device is refused with its error")
    func noVideoDevice() throws {
        let host = try SystemCameraHost()
        #expect(throws: SystemErrno(code: ENOTTY)) { try host.open("/dev/null") }
        #expect(throws: SystemErrno(code: ENOENT)) { try host.open("/dev/video-of-nobody") }
        #expect(throws: CaptureError.self) {
            try CameraOffer.ask(CameraNode(path: "/dev/null"), settings: CameraSettings())
        }
    }

    @Test("a live camera that is not there is looked for without a busy loop")
    func absent() throws {
        var settings = CameraSettings()
        settings.device = "/dev/video-of-nobody"
        let states = States()
        let camera = try LiveCamera(settings: settings, report: { states.enter($0) })
        var wakeUps = 0
        let end = FrameClock.monotonicNow() + 1_000_000_000
        while FrameClock.monotonicNow() < end {
            guard pollsReadable(camera.descriptor, timeout: 100) else { continue }
            var nothing = MutableSpan<UInt16>()
            guard case .notReady = try camera.dequeue(into: &nothing) else {
                Issue.record("something came of nothing")
                return
            }
            wakeUps += 1
        }
        // At 0, 0.25 and 0.75 s, and whenever a device node of this machine changes.
        #expect((3...20).contains(wakeUps))
        #expect(states.words == ["camera absent: /dev/video-of-nobody: there is no such device"])
    }
}
