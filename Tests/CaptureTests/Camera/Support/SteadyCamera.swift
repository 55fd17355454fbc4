import CAllocationCount
import Capture
import Settings

/// A device that always has a good frame and allocates nothing itself.
final class SteadyDevice: VideoDevice {
    let descriptor: Int32
    private let memory: [UInt8]
    private var sequence: UInt32 = 0
    private let size = FrameSize(width: 160, height: 122)
    var clock: Int64 = 1_000_000_000

    init(bytes: Int, descriptor: Int32 = 5) {
        self.descriptor = descriptor
        memory = [UInt8](repeating: 7, count: bytes)
    }

    func capabilities() throws(SystemErrno) -> VideoCapabilities {
        VideoCapabilities(driver: "uvcvideo", card: "Steady", captures: true, streams: true)
    }
    func pixelFormat(at index: Int) throws(SystemErrno) -> PixelFormat? { index == 0 ? .y16 : nil }
    func sizes(at index: Int, of pixelFormat: PixelFormat) throws(SystemErrno) -> OfferedSizes? {
        index == 0 ? .exactly(size) : nil
    }
    func interval(at index: Int, of: PixelFormat, size: FrameSize) throws(SystemErrno) -> VideoInterval? { nil }
    func currentFormat() throws(SystemErrno) -> VideoFormat { ScriptedCamera.tight(.y16, size) }
    func setFormat(_ pixelFormat: PixelFormat, _ size: FrameSize) throws(SystemErrno) -> VideoFormat {
        ScriptedCamera.tight(.y16, size)
    }
    func currentInterval() throws(SystemErrno) -> VideoInterval? { VideoInterval(numerator: 1, denominator: 9) }
    func requestBuffers(_ count: Int) throws(SystemErrno) -> Int { count }
    func mapBuffer(_ index: Int) throws(SystemErrno) -> Int { memory.count }
    func unmapBuffers() {}
    func queueBuffer(_ index: Int) throws(SystemErrno) {}
    func dequeueBuffer() throws(SystemErrno) -> VideoBuffer {
        sequence += 1
        // Now and then a buffer is damaged: that must cost nothing either. (Nothing is thrown here: Swift Testing's own
        // hook allocates whenever an error is.)
        return VideoBuffer(
            index: Int(sequence % 4), bytesUsed: memory.count, isDamaged: sequence % 7 == 0, sequence: sequence,
            timestamp: clock)
    }
    func withBytes(of index: Int, count: Int, _ body: (RawSpan) -> Void) {
        lend(memory, count: count, to: body)
    }
    func startStreaming() throws(SystemErrno) {}
    func stopStreaming() throws(SystemErrno) {}
    func readControl(unit: UInt8, selector: UInt8, into bytes: inout [UInt8]) throws(SystemErrno) {}
    func writeControl(unit: UInt8, selector: UInt8, _ bytes: [UInt8]) throws(SystemErrno) {}
    func close() {}
}

/// A host with one steady device, whose clock runs.
final class SteadyHost: CameraHost {
    let descriptor: Int32 = 6
    private let device: SteadyDevice
    private let node: CameraNode

    init(_ device: SteadyDevice, node: CameraNode) {
        self.device = device
        self.node = node
    }

    func now() -> Int64 { device.clock }
    func scan() -> [CameraNode] { [node] }
    func open(_ path: String) throws(SystemErrno) -> any VideoDevice { device }
    func watch(_ device: any VideoDevice) throws(SystemErrno) {}
    func unwatch(_ device: any VideoDevice) {}
    func wake(at moment: Int64) throws(CaptureError) {}
    func takeWakeUp() throws(CaptureError) -> CameraWakeUp {
        var wakeUp = CameraWakeUp()
        wakeUp.isReadable = true
        return wakeUp
    }
    func resetUSBDevice(of node: CameraNode) -> USBReset { .notUSB }

    /// Allocations made while that many frames were taken, after a warm-up.
    func allocations(ofFrames frames: Int) throws -> UInt64 {
        let camera = try LiveCamera(
            settings: CameraSettings(), commands: CameraCommands(), host: self, report: { _ in }, notice: { _ in })
        var pixels: [UInt16] = []
        var taken = 0
        var before: UInt64 = 0
        while taken < frames + 100 {
            device.clock += 111_000_000
            var span = pixels.mutableSpan
            switch try camera.dequeue(into: &span) {
            case .frame: taken += 1
            case .formatChanged:
                pixels = [UInt16](repeating: 0, count: camera.format?.size.pixelCount ?? 0)
            case .lost, .notReady: break
            case .ended: return .max
            }
            if taken == 100, before == 0 { before = lintel_allocations_on_this_thread() }
        }
        return lintel_allocations_on_this_thread() - before
    }
}
