import Capture
import Glibc

/// An opened `ScriptedCamera`. Keeps account of everything that must be given back, and writes down every misuse.
final class ScriptedVideoDevice: VideoDevice {
    let descriptor: Int32
    private let camera: ScriptedCamera
    private let machine: ScriptedMachine
    private var isOpen = true
    private var isStreaming = false
    private var made = 0
    private var memory: [Int: [UInt8]] = [:]
    private var queued: [Int] = []
    private var nextSequence: UInt32 = 0

    init(_ camera: ScriptedCamera, _ machine: ScriptedMachine, descriptor: Int32) {
        self.camera = camera
        self.machine = machine
        self.descriptor = descriptor
        machine.openDevices += 1
    }

    deinit {
        if isOpen { machine.misuse("a device was dropped open") }
    }

    /// What poll(2) says.
    var readiness: CameraWakeUp {
        var wakeUp = CameraWakeUp()
        // As videobuf2: broken while the stream does not run.
        wakeUp.isBroken = camera.pollsBroken || !isStreaming
        wakeUp.isHungUp = camera.pollsHungUp || camera.isGone
        let hasFrame = camera.runs && isStreaming && !queued.isEmpty
        wakeUp.isReadable = hasFrame || !camera.deliveries.isEmpty || camera.isGone
        return wakeUp
    }

    private func call(_ name: String) throws(SystemErrno) {
        if !isOpen { machine.misuse("\(name) of a closed device") }
        try camera.called(name)
    }

    func close() {
        guard isOpen else { return }
        if isStreaming, !camera.isGone { machine.misuse("closed while it streams") }
        if made > 0, !camera.isGone { machine.misuse("closed with buffers") }
        if machine.isWatched(self) { machine.misuse("closed while it is watched") }
        unmapBuffers()
        isOpen = false
        machine.openDevices -= 1
    }
}

/// What it offers.
extension ScriptedVideoDevice {
    func capabilities() throws(SystemErrno) -> VideoCapabilities {
        try call("capabilities")
        return camera.capabilities
    }

    func pixelFormat(at index: Int) throws(SystemErrno) -> PixelFormat? {
        try call("format")
        return camera.formats.indices.contains(index) ? camera.formats[index].pixelFormat : nil
    }

    func sizes(at index: Int, of pixelFormat: PixelFormat) throws(SystemErrno) -> OfferedSizes? {
        try call("sizes")
        let sizes = camera.formats.first { $0.pixelFormat == pixelFormat }?.sizes ?? []
        return sizes.indices.contains(index) ? sizes[index] : nil
    }

    func interval(at index: Int, of: PixelFormat, size: FrameSize) throws(SystemErrno) -> VideoInterval? {
        try call("interval")
        return index == 0 ? camera.interval : nil
    }

    func currentFormat() throws(SystemErrno) -> VideoFormat {
        try call("currentFormat")
        return camera.current
    }

    func setFormat(_ pixelFormat: PixelFormat, _ size: FrameSize) throws(SystemErrno) -> VideoFormat {
        try call("setFormat")
        if made > 0 { machine.misuse("format set while there are buffers") }
        camera.current = camera.answer(pixelFormat, size)
        return camera.current
    }

    func currentInterval() throws(SystemErrno) -> VideoInterval? {
        try call("currentInterval")
        return camera.interval
    }

    func readControl(unit: UInt8, selector: UInt8, into bytes: inout [UInt8]) throws(SystemErrno) {
        try call("readControl")
        guard let value = camera.controls[[unit, selector]] else { throw SystemErrno(code: ENOENT) }
        guard value.count == bytes.count else { throw SystemErrno(code: ENOBUFS) }
        bytes = value
    }

    func writeControl(unit: UInt8, selector: UInt8, _ bytes: [UInt8]) throws(SystemErrno) {
        try call("writeControl")
        guard let value = camera.controls[[unit, selector]] else { throw SystemErrno(code: ENOENT) }
        guard value.count == bytes.count else { throw SystemErrno(code: ENOBUFS) }
        camera.controls[[unit, selector]] = bytes
    }
}

/// Buffers and the stream.
extension ScriptedVideoDevice {
    func requestBuffers(_ count: Int) throws(SystemErrno) -> Int {
        if count == 0, !memory.isEmpty { machine.misuse("buffers given back while mapped") }
        try call(count == 0 ? "releaseBuffers" : "requestBuffers")
        made = min(count, camera.bufferLimit)
        return made
    }

    func mapBuffer(_ index: Int) throws(SystemErrno) -> Int {
        try call("map")
        guard index < made, memory[index] == nil else { throw SystemErrno(code: EINVAL) }
        let length = camera.bufferBytes ?? camera.current.imageBytes
        memory[index] = [UInt8](repeating: 0, count: length)
        machine.mappings += 1
        return length
    }

    func unmapBuffers() {
        machine.mappings -= memory.count
        memory = [:]
    }

    func queueBuffer(_ index: Int) throws(SystemErrno) {
        try call("queue")
        if index >= made || memory[index] == nil { machine.misuse("queued buffer \(index), which it does not have") }
        if queued.contains(index) { machine.misuse("queued buffer \(index) twice") }
        queued.append(index)
    }

    func startStreaming() throws(SystemErrno) {
        try call("start")
        isStreaming = true
        nextSequence = 0
    }

    func stopStreaming() throws(SystemErrno) {
        try call("stop")
        isStreaming = false
        queued = []
    }

    func dequeueBuffer() throws(SystemErrno) -> VideoBuffer {
        try call("dequeue")
        guard !camera.deliveries.isEmpty else {
            guard camera.runs, isStreaming, !queued.isEmpty else { throw SystemErrno(code: EAGAIN) }
            defer { nextSequence &+= 1 }
            var buffer = fill(queued.removeFirst(), nextSequence, bytes: camera.current.imageBytes)
            buffer.isDamaged = camera.damages
            return buffer
        }
        camera.oddAnswers += 1
        switch camera.deliveries.removeFirst() {
        case .failure(let code): throw SystemErrno(code: code)
        case .buffer(let sequence, let bytes, let damaged, let index, let timestamp):
            var buffer = fill(
                index ?? queued.first ?? 0, sequence, bytes: bytes ?? camera.current.imageBytes)
            queued.removeAll { $0 == buffer.index }
            buffer.isDamaged = damaged
            if let timestamp { buffer.timestamp = timestamp }
            return buffer
        }
    }

    /// Writes counts that tell their place: row × 1000 + column + sequence, the low byte first.
    private func fill(_ index: Int, _ sequence: UInt32, bytes: Int) -> VideoBuffer {
        let format = camera.current
        if camera.writesPixels, let count = memory[index]?.count {
            for row in 0..<format.size.height {
                for column in 0..<format.size.width {
                    let value = UInt16(truncatingIfNeeded: UInt32(row * 1000 + column) &+ sequence)
                    let offset = row * format.bytesPerLine + 2 * column
                    guard offset + 1 < count else { continue }
                    memory[index]?[offset] = UInt8(truncatingIfNeeded: value)
                    memory[index]?[offset + 1] = UInt8(truncatingIfNeeded: value >> 8)
                }
            }
        }
        return VideoBuffer(index: index, bytesUsed: bytes, sequence: sequence, timestamp: machine.clock)
    }

    func withBytes(of index: Int, count: Int, _ body: (RawSpan) -> Void) {
        guard let bytes = memory[index] else { return body(RawSpan()) }
        lend(bytes, count: count, to: body)
    }
}
