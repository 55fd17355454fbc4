/// Decides what to do about a camera that is away, silent or failing: a state machine without a clock or a device.
///
/// - One attempt at a time. Attempts begin at least 0.25 s apart, then twice as long each time, and at most 5 s; the first
///   good frame, or a video node that comes or goes, starts that anew.
/// - A stream without a good frame for 3 frame times + 2 s is stalled. The remedies climb: start the stream again, open
///   the device again, reset the USB device and open it again. A good frame starts that anew. The USB device is reset at
///   most once a minute.
/// - A camera that is gone is opened again from scratch.
///
/// All moments are nanoseconds of CLOCK_MONOTONIC. Every method takes the present one.
package struct CameraRecovery: Hashable, Sendable {
    /// What to do next.
    package enum Step: Hashable, Sendable {
        /// Wait until `deadline`, or until something happens.
        case wait
        /// Close the camera if it is open, and open one: then tell `opened` or `openFailed`.
        case open
        /// Stop and start the stream: then tell `streamFailed` or `cameraGone` if that failed.
        case restartStream
        /// Close the camera and wait.
        case close
        /// Close the camera, reset its USB device: then tell `resetFinished`.
        case resetDevice
    }

    /// The next remedy for a stream that gives no frames.
    private enum Remedy: Hashable, Sendable {
        case restartStream
        case reopen
        case resetDevice
    }

    private enum Phase: Hashable, Sendable {
        case closed
        /// No good frame since `silentSince`; that is a stall from `silentSince + patience` on.
        case streaming(silentSince: Int64, patience: Int64)
    }

    private static let leastPause: Int64 = 250_000_000
    private static let mostPause: Int64 = 5_000_000_000
    private static let pauseBetweenResets: Int64 = 60_000_000_000

    private var phase = Phase.closed
    private var remedy = Remedy.restartStream
    /// The pause after the next attempt.
    private var pause = Self.leastPause
    private var lastAttempt: Int64?
    /// No attempt before this moment.
    private var nextAttempt = Int64.min
    private var lastReset: Int64?

    package init() {}

    /// When `next` has something to do, unless something happens before; at once where that is past.
    package var deadline: Int64 {
        switch phase {
        case .closed: nextAttempt
        case .streaming(let silentSince, let patience): silentSince &+ patience
        }
    }

    /// Nothing happened, or nothing that has a method of its own.
    package mutating func next(now: Int64) -> Step {
        guard now >= deadline else { return .wait }
        switch phase {
        case .streaming: return streamFailed(now: now)
        case .closed:
            beginAttempt(now: now)
            return remedy == .resetDevice && mayReset(now: now) ? reset(now: now) : .open
        }
    }

    /// How long a stream may be silent, nanoseconds: 3 frame times + 2 s.
    package static func patience(framesPerSecond: Double) -> Int64 {
        let frameTimes = 3 / max(framesPerSecond, 0.01)
        return Int64(frameTimes * 1e9) &+ 2_000_000_000
    }
}

/// What happened.
extension CameraRecovery {
    /// The camera's stream runs.
    package mutating func opened(framesPerSecond: Double, now: Int64) {
        phase = .streaming(silentSince: now, patience: Self.patience(framesPerSecond: framesPerSecond))
    }

    package mutating func openFailed(_ kind: CameraOpenFailure.Kind, now: Int64) {
        phase = .closed
        switch kind {
        case .failed: remedy = remedy == .restartStream ? .reopen : .resetDevice
        case .absent, .idle, .busy, .unusable: remedy = .restartStream
        }
    }

    /// A good frame came.
    package mutating func frameCame(now: Int64) {
        guard case .streaming(_, let patience) = phase else { return }
        phase = .streaming(silentSince: now, patience: patience)
        remedy = .restartStream
        startPausesAnew()
    }

    /// The stream stalled, or the driver reports that it failed.
    package mutating func streamFailed(now: Int64) -> Step {
        guard case .streaming(_, let patience) = phase else { return .wait }
        guard now >= nextAttempt else {
            // Too soon for the remedy that is due. A failed stream polls as broken all the time, so it is closed.
            phase = .closed
            if remedy == .restartStream { remedy = .reopen }
            return .close
        }
        beginAttempt(now: now)
        switch remedy {
        case .restartStream:
            remedy = .reopen
            phase = .streaming(silentSince: now, patience: patience)
            return .restartStream
        case .reopen:
            remedy = .resetDevice
            phase = .closed
            return .open
        case .resetDevice:
            phase = .closed
            return mayReset(now: now) ? reset(now: now) : .open
        }
    }

    /// The camera was unplugged, or its driver taken away.
    package mutating func cameraGone(now: Int64) -> Step {
        phase = .closed
        remedy = .restartStream
        return .close
    }

    /// A video node came, went, or got other permissions.
    package mutating func nodesChanged(now: Int64) {
        startPausesAnew()
    }

    /// The USB device was reset, or could not be.
    package mutating func resetFinished(_ reset: USBReset, now: Int64) {
        // A device that was reset is enumerated anew, which takes a moment. Otherwise opening follows at once.
        nextAttempt = reset == .done ? now &+ Self.leastPause : now
    }

    private mutating func beginAttempt(now: Int64) {
        lastAttempt = now
        nextAttempt = now &+ pause
        pause = min(pause * 2, Self.mostPause)
    }

    private mutating func startPausesAnew() {
        pause = Self.leastPause
        if let lastAttempt { nextAttempt = min(nextAttempt, lastAttempt &+ Self.leastPause) }
    }

    private func mayReset(now: Int64) -> Bool {
        guard let lastReset else { return true }
        return now &- lastReset >= Self.pauseBetweenResets
    }

    private mutating func reset(now: Int64) -> Step {
        lastReset = now
        phase = .closed
        return .resetDevice
    }
}
