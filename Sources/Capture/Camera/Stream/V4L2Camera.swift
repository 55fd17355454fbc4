import Glibc
import Settings

/// A camera whose stream runs: one owner, from the negotiated format to the teardown.
///
/// What a buffer or a failing call means is decided here (libcamera's contract for dequeued buffers); what to do about a
/// stream that fails, in `CameraRecovery`.
package struct V4L2Camera: ~Copyable {
    package let node: CameraNode
    package let profile: CameraProfile
    /// Nominal, from the driver; where that says nothing, what the profile's kind of camera usually has.
    package let framesPerSecond: Double
    /// Size of the decoded frames.
    package var frameSize: FrameSize { decoder.frameSize }
    /// What was done to the camera's mode when it was opened, and what could not be.
    package let notices: [CameraNotice]

    private var stream: VideoStream
    private let decoder: FrameDecoder
    /// The time stamp given last: no later one lies before it.
    private var lastTimestamp = Int64.min
    /// A buffer could not be given back to the driver.
    private var fault: StreamFault?

    /// Frames a second where the driver does not say: the slowest of the usual cameras.
    private static let usualRate = 9.0

    private init(
        _ stream: consuming VideoStream, _ decoder: FrameDecoder, node: CameraNode, profile: CameraProfile,
        framesPerSecond: Double, notices: [CameraNotice]
    ) {
        self.stream = stream
        self.decoder = decoder
        self.node = node
        self.profile = profile
        self.framesPerSecond = framesPerSecond
        self.notices = notices
    }

    /// Negotiates the format and starts the stream.
    ///
    /// - Parameters:
    ///   - stream: an opened device. It is given back when this throws.
    ///   - offer: what the device offers; must have a matching profile.
    package static func start(
        _ stream: consuming VideoStream, _ offer: CameraOffer
    ) throws(CameraOpenFailure) -> V4L2Camera {
        guard let match = offer.result.match else { throw offer.noProfile }
        let format = try negotiate(stream.device, match, offer)
        guard let decoder = decoder(match.profile, format) else { throw offer.unexpected(format, match) }
        var repair = ModeRepair(stream.device, match.profile)
        repair.run()
        let rate = rate(stream.device, format) ?? usualRate
        try stream.start(leastBytes: decoder.leastBytes)
        return V4L2Camera(
            stream, decoder, node: offer.node, profile: match.profile, framesPerSecond: rate, notices: repair.notices)
    }

    /// The device, to be watched while the stream runs.
    package var device: any VideoDevice { stream.device }

    /// Which camera, where and how, in words.
    package var name: String {
        "\(node.card) at \(node.path), \(profile.name), \(frameSize.words) at \(Int(framesPerSecond.rounded())) frames/s"
    }

    /// Whether the stream is known to have failed, although no call said so to the caller.
    package var hasFault: Bool { fault != nil }

    /// Stops and starts the stream. The driver counts its frames afresh.
    package mutating func restart() throws(SystemErrno) {
        fault = nil
        try stream.restart()
    }

    /// Runs a flat-field correction, where the camera has a control for it.
    package func correctFlatField() -> CameraNotice {
        ModeRepair(stream.device, profile).runFlatFieldCorrection()
    }
}

/// Negotiating.
extension V4L2Camera {
    /// Sets the format and verifies what the driver answered.
    private static func negotiate(
        _ device: any VideoDevice, _ match: ProfileMatch, _ offer: CameraOffer
    ) throws(CameraOpenFailure) -> VideoFormat {
        let answer: VideoFormat
        do throws(SystemErrno) {
            _ = try device.setFormat(match.profile.pixelFormat, match.wireSize)
            // Read back from the kernel: what counts is the format in force.
            answer = try device.currentFormat()
        } catch {
            // v4l2loopback lets a reader set a format only once a writer has.
            if error.code == EBUSY, offer.node.driver == CameraNode.loopbackDriver { throw offer.unfed }
            throw CameraOpenFailure(offer.node.path, "setting the format", error)
        }
        guard answer.pixelFormat == match.profile.pixelFormat, answer.size == match.wireSize else {
            throw offer.unexpected(answer, match)
        }
        return answer
    }

    /// The decoder of the format's frames; `nil` where lines or images are too short for the frame.
    private static func decoder(_ profile: CameraProfile, _ format: VideoFormat) -> FrameDecoder? {
        let rowBytes = format.size.width * profile.sample.bytes
        let bytesPerLine = format.bytesPerLine == 0 ? rowBytes : format.bytesPerLine
        guard let decoder = profile.decoder(wireSize: format.size, bytesPerLine: bytesPerLine),
            format.imageBytes >= decoder.leastBytes
        else { return nil }
        return decoder
    }

    private static func rate(_ device: any VideoDevice, _ format: VideoFormat) -> Double? {
        if let rate = (try? device.currentInterval())??.framesPerSecond { return rate }
        return (try? device.interval(at: 0, of: format.pixelFormat, size: format.size))??.framesPerSecond
    }
}

/// Frames.
extension V4L2Camera {
    /// What came of taking a frame.
    package enum Delivery {
        case frame(FrameHeader)
        case lost(LossCause)
        /// No buffer is done.
        case notReady
        case fault(StreamFault)
    }

    /// Takes one buffer from the driver, decodes it and gives it back.
    ///
    /// - A damaged buffer (V4L2_BUF_FLAG_ERROR) is lost: `error`. So is one whose number the stream does not know: it
    ///   can't be given back.
    /// - A buffer with fewer bytes than a frame is lost: `short`.
    /// - ENODEV: the camera is gone. Any other error but EAGAIN: the stream has failed and must be started again.
    ///
    /// - Parameters:
    ///   - pixels: at least `frameSize.pixelCount` counts.
    ///   - numbering: of the frames of all streams; every buffer gets a number.
    ///   - now: CLOCK_MONOTONIC; the time stamp of a frame whose own is of another clock, ahead of time or runs backwards.
    package mutating func dequeue(
        into pixels: inout MutableSpan<UInt16>, numbering: inout FrameNumbering, now: Int64
    ) -> Delivery {
        if let fault { return .fault(fault) }
        let buffer: VideoBuffer
        do throws(SystemErrno) {
            buffer = try stream.device.dequeueBuffer()
        } catch {
            return error.code == EAGAIN ? .notReady : .fault(StreamFault(error))
        }
        let number = numbering.number(buffer.sequence)
        guard stream.owns(buffer.index) else { return .lost(.error) }
        defer { giveBack(buffer.index) }
        if buffer.isDamaged { return .lost(.error) }
        guard let telemetry = decode(buffer, into: &pixels) else { return .lost(.short) }
        let timestamp = timestamp(of: buffer, now: now)
        return .frame(FrameHeader(sequence: number, timestamp: timestamp, flatField: telemetry.flatField))
    }

    /// What a buffer held, if it was a frame.
    private struct Decoded {
        var flatField: FlatFieldTelemetry?
    }

    private func decode(_ buffer: VideoBuffer, into pixels: inout MutableSpan<UInt16>) -> Decoded? {
        guard buffer.bytesUsed >= decoder.leastBytes else { return nil }
        let decoder = decoder
        var decoded: Decoded?
        stream.device.withBytes(of: buffer.index, count: buffer.bytesUsed) { bytes in
            guard bytes.byteCount >= decoder.leastBytes else { return }
            decoded = Decoded(flatField: decoder.decode(bytes, into: &pixels)?.flatField)
        }
        return decoded
    }

    private mutating func giveBack(_ index: Int) {
        do throws(SystemErrno) {
            try stream.device.queueBuffer(index)
        } catch {
            fault = StreamFault(error)
        }
    }

    private mutating func timestamp(of buffer: VideoBuffer, now: Int64) -> Int64 {
        if let timestamp = buffer.timestamp, timestamp > 0, timestamp <= now, timestamp >= lastTimestamp {
            lastTimestamp = timestamp
        } else {
            lastTimestamp = max(now, lastTimestamp)
        }
        return lastTimestamp
    }
}
