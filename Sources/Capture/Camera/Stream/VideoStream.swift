/// The owner of an opened device, its buffers and its stream. Whatever happens, letting it go gives everything back:
/// STREAMOFF, munmap, REQBUFS 0, close.
package struct VideoStream: ~Copyable {
    package let device: any VideoDevice
    /// The video node, for messages.
    package let path: String
    /// Buffers that are mapped; their numbers are those below.
    private var mapped = 0
    private var hasRequested = false
    private var isStreaming = false

    /// As many as a stream needs to lose nothing while one frame is read.
    package static let wantedBuffers = 4
    /// V4L2 itself knows no more (VIDEO_MAX_FRAME).
    private static let mostBuffers = 32

    /// Takes over an opened device.
    package init(owning device: any VideoDevice, path: String) {
        self.device = device
        self.path = path
    }

    deinit {
        // Best effort, in the order that the kernel asks for: of a device that is gone every call fails but the last.
        if isStreaming { try? device.stopStreaming() }
        device.unmapBuffers()
        if hasRequested { _ = try? device.requestBuffers(0) }
        device.close()
    }

    /// Makes and maps buffers, queues them all and starts the stream.
    ///
    /// - Parameter leastBytes: what every buffer must hold.
    package mutating func start(leastBytes: Int) throws(CameraOpenFailure) {
        try mapBuffers(leastBytes: leastBytes)
        do throws(SystemErrno) {
            try run()
        } catch {
            throw CameraOpenFailure(path, "starting the stream", error)
        }
    }

    /// Stops the stream and starts it again, with the same buffers.
    package mutating func restart() throws(SystemErrno) {
        // STREAMOFF takes every buffer back from the driver, also those it never filled.
        try device.stopStreaming()
        isStreaming = false
        try run()
    }

    /// Whether a buffer of this number is one of the stream's.
    package func owns(_ index: Int) -> Bool { index >= 0 && index < mapped }

    private mutating func run() throws(SystemErrno) {
        for index in 0..<mapped { try device.queueBuffer(index) }
        try device.startStreaming()
        isStreaming = true
    }

    private mutating func mapBuffers(leastBytes: Int) throws(CameraOpenFailure) {
        var made = 0
        do throws(SystemErrno) {
            // Even a failing request may have left buffers, which asking for none gives back.
            hasRequested = true
            made = min(try device.requestBuffers(Self.wantedBuffers), Self.mostBuffers)
        } catch {
            throw CameraOpenFailure(path, "making buffers", error)
        }
        guard made >= 2 else {
            throw CameraOpenFailure(
                .failed,
                CaptureError(
                    what: path, cause: "the driver made \(made) buffers, at least 2 are needed",
                    remedy: "Free memory, or choose a smaller frame size."))
        }
        for index in 0..<made {
            let length = try map(index)
            mapped = index + 1
            guard length >= leastBytes else {
                throw CameraOpenFailure(
                    .unusable,
                    CaptureError(
                        what: path, cause: "a buffer holds \(length) bytes, a frame needs \(leastBytes)",
                        remedy: "The driver contradicts itself: choose another profile or size."))
            }
        }
    }

    private func map(_ index: Int) throws(CameraOpenFailure) -> Int {
        do throws(SystemErrno) {
            return try device.mapBuffer(index)
        } catch {
            throw CameraOpenFailure(path, "mapping a buffer", error)
        }
    }
}
