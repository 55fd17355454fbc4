import Settings

/// A V4L2 camera that may be unplugged, fall silent or fail, and comes back by itself.
///
/// It need not be there at the start: `format` is `nil` until it was opened for the first time. It is found again as
/// `camera.device` says ("auto", a path, a stable identity) though its number changed. A camera that comes back with an
/// equal format raises `FrameHeader.formatGeneration`; with another one `dequeue` answers `.formatChanged` first. Frame
/// numbers go on over every restart and reopening, so that the account of frames never breaks.
///
/// Nothing here waits: `descriptor` polls readable when a frame, a deadline or a video node came. What is to be done about
/// a camera in trouble is decided by `CameraRecovery`. Used by one thread.
public final class LiveCamera: FrameSource {
    public internal(set) var format: FrameFormat?

    let host: any CameraHost
    let finder: CameraFinder
    let settings: CameraSettings
    let commands: CameraCommands
    let report: (CameraState) -> Void
    let notice: (CameraNotice) -> Void
    /// When the camera was first looked for, nanoseconds of CLOCK_MONOTONIC.
    let lookingSince: Int64

    /// The camera while its stream runs; it is watched for as long as it is here.
    var camera: V4L2Camera?
    var recovery = CameraRecovery()
    var numbering = FrameNumbering()
    var formatGeneration: UInt32 = 0
    /// The node opened last, for the reset of its USB device.
    var node: CameraNode?
    var state: CameraState?
    var lastReset: USBReset?
    /// The answer before was a loss: a stream that loses every frame is as silent as one that gives none.
    var hasLost = false
    /// The moment that the host was last told to wake at.
    private var alarm: Int64?

    /// Takes a live camera of this machine. Opens nothing yet: that is the first `dequeue`'s business.
    ///
    /// - Parameters:
    ///   - report: called on the thread that dequeues, when the state changed. Must not block.
    ///   - notice: called there too, when something was done to the camera. Must not block.
    /// - Throws: `CaptureError` when the system has no descriptor left.
    public convenience init(
        settings: CameraSettings, commands: CameraCommands = CameraCommands(),
        report: @escaping @Sendable (CameraState) -> Void, notice: @escaping @Sendable (CameraNotice) -> Void = { _ in }
    ) throws(CaptureError) {
        try self.init(
            settings: settings, commands: commands, host: SystemCameraHost(), report: report, notice: notice)
    }

    /// Takes a live camera of any host.
    package init(
        settings: CameraSettings, commands: CameraCommands, host: any CameraHost,
        report: @escaping (CameraState) -> Void, notice: @escaping (CameraNotice) -> Void
    ) throws(CaptureError) {
        self.settings = settings
        self.commands = commands
        self.host = host
        self.report = report
        self.notice = notice
        finder = CameraFinder(settings)
        lookingSince = host.now()
        try setAlarm()
    }

    deinit {
        close()
    }

    public var descriptor: Int32 { host.descriptor }

    public func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        let wakeUp = try host.takeWakeUp()
        let now = host.now()
        if wakeUp.nodesChanged { recovery.nodesChanged(now: now) }
        if commands.takeFlatFieldCorrection() { correctFlatField() }
        let answer = takeFrame(wakeUp, into: &pixels, now: now) ?? perform(recovery.next(now: now), now: now)
        try setAlarm()
        return answer
    }

    /// Sets the host's alarm when the next deadline is earlier than it; a later one is looked at when the alarm comes, so
    /// that a frame costs no system call for it.
    private func setAlarm() throws(CaptureError) {
        let deadline = camera?.hasFault == true ? host.now() : max(1, recovery.deadline)
        if let alarm, alarm <= deadline, alarm > host.now() { return }
        try host.wake(at: deadline)
        alarm = deadline
    }

    func enter(_ next: CameraState) {
        guard next != state else { return }
        state = next
        report(next)
    }
}

/// Frames.
extension LiveCamera {
    /// Takes a frame if the device has something to say.
    ///
    /// - Returns: `nil` when it is the recovery's turn.
    private func takeFrame(_ wakeUp: CameraWakeUp, into pixels: inout MutableSpan<UInt16>, now: Int64) -> Dequeued? {
        guard let format, camera != nil else { return nil }
        if hasLost, now >= recovery.deadline { return nil }
        guard wakeUp.concernsDevice || camera?.hasFault == true else { return nil }
        // The loop's ring is of another format: it was not told yet.
        guard pixels.count == format.size.pixelCount else { return .formatChanged }
        let delivery = camera?.dequeue(into: &pixels, numbering: &numbering, now: now) ?? .notReady
        hasLost = false
        switch delivery {
        case .frame(var header):
            header.formatGeneration = formatGeneration
            frameCame(now: now)
            return .frame(header)
        case .lost(let cause):
            hasLost = true
            return .lost(cause)
        case .fault(let fault): return perform(step(for: fault, now: now), now: now)
        case .notReady:
            if wakeUp.isHungUp { return perform(step(for: .gone, now: now), now: now) }
            if wakeUp.isBroken { return perform(step(for: .broken, now: now), now: now) }
            return nil
        }
    }

    private func frameCame(now: Int64) {
        recovery.frameCame(now: now)
        if case .streaming = state { return }
        enterStreaming()
    }

    func enterStreaming() {
        guard let name = camera?.name else { return }
        enter(.streaming(name: name))
    }

    func step(for fault: StreamFault, now: Int64) -> CameraRecovery.Step {
        switch fault {
        case .gone:
            enter(.absent(why: finder.absence.sentence))
            return recovery.cameraGone(now: now)
        case .failed(let failure):
            enter(.reopening(why: "the driver reports: \(failure.text)"))
            return recovery.streamFailed(now: now)
        }
    }

    private func correctFlatField() {
        guard let note = camera?.correctFlatField() else { return }
        notice(note)
    }
}
