import Capture
import Testing

@Suite("camera recovery, as a state machine")
struct CameraRecoveryTests {
    private let second: Int64 = 1_000_000_000

    @Test("the first attempt is made at once, the next ones ever later, at most 5 s apart")
    func pauses() {
        var recovery = CameraRecovery()
        var now: Int64 = 7 * second
        var attempts: [Int64] = []
        for _ in 0..<12 {
            now = max(now, recovery.deadline)
            #expect(recovery.next(now: now) == .open)
            attempts.append(now)
            recovery.openFailed(.absent, now: now)
        }
        let pauses = zip(attempts.dropFirst(), attempts).map { Double($0 - $1) / 1e9 }
        #expect(attempts[0] == 7 * second)
        #expect(pauses == [0.25, 0.5, 1, 2, 4, 5, 5, 5, 5, 5, 5])
    }

    @Test("a good frame starts the pauses anew")
    func frameResets() {
        var recovery = CameraRecovery()
        var now = second
        for _ in 0..<8 {
            now = max(now, recovery.deadline)
            _ = recovery.next(now: now)
            recovery.openFailed(.busy, now: now)
        }
        now = recovery.deadline
        #expect(recovery.next(now: now) == .open)
        recovery.opened(framesPerSecond: 9, now: now)
        recovery.frameCame(now: now + second)
        #expect(recovery.cameraGone(now: now + 2 * second) == .close)
        #expect(recovery.next(now: now + 2 * second) == .open)
        recovery.openFailed(.absent, now: now + 2 * second)
        #expect(recovery.deadline == now + 2 * second + second / 4)
    }

    @Test("a stream is stalled after 3 frame times and 2 s without a good frame", arguments: [1.0, 8.7, 25, 60])
    func patience(rate: Double) {
        var recovery = CameraRecovery()
        _ = recovery.next(now: second)
        recovery.opened(framesPerSecond: rate, now: 10 * second)
        recovery.frameCame(now: 20 * second)
        let limit = 20 * second + Int64(3 / rate * 1e9) + 2 * second
        #expect(abs(recovery.deadline - limit) <= 1)
        #expect(recovery.next(now: recovery.deadline - 1) == .wait)
        #expect(recovery.next(now: recovery.deadline) == .restartStream)
    }

    @Test("the remedies against silence climb, the USB device is reset at most once a minute")
    func remedies() {
        var recovery = CameraRecovery()
        var now = second
        #expect(recovery.next(now: now) == .open)
        var steps: [CameraRecovery.Step] = []
        var resets: [Int64] = []
        recovery.opened(framesPerSecond: 9, now: now)
        while now < 200 * second {
            now = max(now + 1, recovery.deadline)
            let step = recovery.next(now: now)
            if step != .close { steps.append(step) }
            switch step {
            case .open: recovery.opened(framesPerSecond: 9, now: now)
            case .resetDevice:
                resets.append(now)
                recovery.resetFinished(.done, now: now)
            case .restartStream, .close, .wait: break
            }
        }
        #expect(steps.prefix(4) == [.restartStream, .open, .resetDevice, .open])
        #expect(!steps.dropFirst().contains(.restartStream))
        #expect(resets.count == 4)
        #expect(zip(resets.dropFirst(), resets).allSatisfy { $0 - $1 >= 60 * second })
    }

    @Test("a stream that fails at once whenever it is started is not started in a loop")
    func failingStream() {
        var recovery = CameraRecovery()
        var now = second
        var attempts = 0
        while now < 60 * second {
            now = max(now + 1, recovery.deadline)
            switch recovery.next(now: now) {
            case .open:
                attempts += 1
                recovery.opened(framesPerSecond: 9, now: now)
                while recovery.streamFailed(now: now) == .restartStream { attempts += 1 }
            case .resetDevice: recovery.resetFinished(.notGranted, now: now)
            case .restartStream, .close, .wait: break
            }
        }
        #expect((12...30).contains(attempts), "\(attempts) attempts in a minute")
    }

    @Test("a video node that comes or goes is looked at within 0.25 s")
    func hotplug() {
        var recovery = CameraRecovery()
        var now = second
        for _ in 0..<10 {
            now = max(now, recovery.deadline)
            _ = recovery.next(now: now)
            recovery.openFailed(.absent, now: now)
        }
        recovery.nodesChanged(now: now + 1)
        #expect(recovery.deadline == now + second / 4)
        recovery.nodesChanged(now: now + 3 * second)
        #expect(recovery.next(now: now + 3 * second) == .open)
    }

    @Test("a failing driver is helped by stronger means, a busy or absent camera is not")
    func failedOpenings() {
        for (kind, isHelped) in [
            (CameraOpenFailure.Kind.failed, true), (.busy, false), (.absent, false), (.unusable, false), (.idle, false),
        ] {
            var recovery = CameraRecovery()
            var now = second
            var steps: Set<CameraRecovery.Step> = []
            for _ in 0..<6 {
                now = max(now, recovery.deadline)
                let step = recovery.next(now: now)
                steps.insert(step)
                if step == .open { recovery.openFailed(kind, now: now) }
                if step == .resetDevice { recovery.resetFinished(.notGranted, now: now) }
            }
            #expect(steps.contains(.resetDevice) == isHelped, "\(kind)")
        }
    }

    @Test("whatever happens, attempts are at most 5 s apart, and more than 0.25 s but for a skipped reset")
    func anything() {
        var random = SeededGenerator(state: 11)
        var recovery = CameraRecovery()
        var now = second
        var isOpen = false
        var lastAttempt = Int64.min / 2
        var skipped = false
        for _ in 0..<100_000 {
            now += Int64.random(in: 0...(second / 2), using: &random)
            var step = CameraRecovery.Step.wait
            switch Int.random(in: 0..<8, using: &random) {
            case 0 where isOpen: recovery.frameCame(now: now)
            case 1 where isOpen: step = recovery.streamFailed(now: now)
            case 2 where isOpen: step = recovery.cameraGone(now: now)
            case 3: recovery.nodesChanged(now: now)
            default: step = recovery.next(now: now)
            }
            switch step {
            case .wait: continue
            case .close: isOpen = false
            case .restartStream:
                #expect(isOpen)
                #expect(now - lastAttempt >= second / 4)
                lastAttempt = now
            case .resetDevice:
                isOpen = false
                skipped = Bool.random(using: &random)
                recovery.resetFinished(skipped ? .notGranted : .done, now: now)
                lastAttempt = now
            case .open:
                #expect(skipped || now - lastAttempt >= second / 4)
                skipped = false
                lastAttempt = now
                isOpen = Bool.random(using: &random)
                if isOpen {
                    recovery.opened(framesPerSecond: Double.random(in: 1...60, using: &random), now: now)
                } else {
                    let kinds: [CameraOpenFailure.Kind] = [.absent, .idle, .busy, .failed, .unusable]
                    recovery.openFailed(kinds.randomElement(using: &random) ?? .absent, now: now)
                }
            }
            if !isOpen { #expect(recovery.deadline <= now + 5 * second) }
        }
    }
}
