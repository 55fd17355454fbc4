import CAllocationCount
import Capture
import Glibc
import Testing

@Suite("the dequeue contract of a V4L2 camera")
struct DequeueContractTests {
    /// A rig whose Lepton streams, not having given a frame yet.
    private func streaming(
        _ camera: ScriptedCamera = .lepton3(), profile: String = "auto"
    ) throws -> (rig: CameraRig, camera: ScriptedCamera) {
        let rig = try CameraRig(profile: profile)
        rig.machine.plugIn(camera)
        // So long that the next remedy may come at once.
        try rig.run(seconds: 0.5)
        try #require(rig.formats.count == 1)
        return (rig, camera)
    }

    /// Runs deliveries through a ring, as the capture loop does, and gives the account.
    private func account(_ deliveries: [ScriptedCamera.Delivery], capacity: Int = 64) throws -> FrameCounters {
        let (rig, camera) = try streaming()
        let ring = FrameRing(capacity: capacity, pixelCount: rig.pixels.count)
        let counters = ring.counters
        var producer = ring.producer
        var consumer = ring.consumer
        camera.deliveries = deliveries
        while !camera.deliveries.isEmpty {
            var answer = Dequeued.notReady
            _ = try producer.withNextSlot { _ in
                answer = try rig.dequeue()
                if case .frame(let header) = answer { return header }
                return nil
            }
            if case .lost(let cause) = answer { producer.lose(cause) }
        }
        while consumer.withNextFrame({ _, _ in }) != nil {}
        return counters.current
    }

    @Test("good frames are decoded, keep the driver's numbers and time stamps, and their buffers go back")
    func goodFrames() throws {
        let (rig, camera) = try streaming()
        camera.writesPixels = true
        for number in 0..<20 as Range<UInt32> {
            camera.deliveries = [.buffer(sequence: 7 + number)]
            rig.machine.clock += 111_000_000
            try rig.dequeue()
            #expect(rig.headers.last?.timestamp == rig.machine.clock)
            // Row 119, column 159 of the picture, below which are two rows of telemetry.
            #expect(rig.pixels.last == UInt16(truncatingIfNeeded: 119_159 + 7 + number))
        }
        #expect(rig.headers.map(\.sequence) == Array(7..<27))
        #expect(rig.losses.isEmpty)
        #expect(rig.machine.misuses.isEmpty)
    }

    @Test("a damaged buffer is lost as an error, a half-filled one as short, and both go back to the driver")
    func damagedAndShort() throws {
        let (rig, camera) = try streaming()
        for sequence in 0..<40 as Range<UInt32> {
            camera.deliveries = [
                sequence % 2 == 0
                    ? .buffer(sequence: sequence, damaged: true) : .buffer(sequence: sequence, bytes: 39_039)
            ]
            try rig.dequeue()
        }
        camera.deliveries = [.buffer(sequence: 40, bytes: 0), .buffer(sequence: 41, bytes: -5), .buffer(sequence: 42)]
        for _ in 0..<3 { try rig.dequeue() }
        #expect(rig.losses == (0..<40).map { $0 % 2 == 0 ? .error : .short } + [.short, .short])
        #expect(rig.headers.map(\.sequence) == [42])
        #expect(rig.machine.misuses.isEmpty)
    }

    @Test("a buffer said to hold more than it can is read to its end only")
    func overlong() throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [.buffer(sequence: 0, bytes: .max), .buffer(sequence: 1)]
        try rig.dequeue()
        try rig.dequeue()
        #expect(rig.headers.map(\.sequence) == [0, 1])
    }

    @Test("a buffer of an unknown number is lost and not given back; the stream goes on")
    func unknownIndex() throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [
            .buffer(sequence: 0, index: 4), .buffer(sequence: 1, index: -1), .buffer(sequence: 2, index: .max),
            .buffer(sequence: 3),
        ]
        for _ in 0..<4 { try rig.dequeue() }
        #expect(rig.losses == [.error, .error, .error])
        #expect(rig.headers.map(\.sequence) == [3])
        #expect(rig.machine.misuses.isEmpty)
    }

    @Test("every number is in one count: last - first + 1 = delivered + ring full + error + short + gap")
    func identity() throws {
        let counters = try account([
            .buffer(sequence: 10), .buffer(sequence: 11, damaged: true), .buffer(sequence: 15),
            .buffer(sequence: 16, bytes: 5), .buffer(sequence: 20, damaged: true), .buffer(sequence: 22),
        ])
        #expect(counters.numbered == 22 - 10 + 1)
        #expect(counters.delivered == 3)
        #expect(counters.error == 2)
        #expect(counters.short == 1)
        #expect(counters.gap == 3 + 3 + 1)
        #expect(counters.isBalanced)
    }

    @Test("the driver's number wraps around without a gap, and a gap across the wrap is counted")
    func wrap() throws {
        let counters = try account([
            .buffer(sequence: .max - 1), .buffer(sequence: .max), .buffer(sequence: 0), .buffer(sequence: 3),
        ])
        #expect(counters.numbered == 6)
        #expect(counters.gap == 2)
        #expect(counters.isBalanced)
    }

    @Test("a number that repeats or runs backwards is no gap and no underflow")
    func backwards() throws {
        let counters = try account([
            .buffer(sequence: 100), .buffer(sequence: 100), .buffer(sequence: 3), .buffer(sequence: 4),
        ])
        #expect(counters.numbered == 4)
        #expect(counters.gap == 0)
        #expect(counters.isBalanced)
    }

    @Test("after the stream was started again its first number is no gap")
    func restart() throws {
        let counters = try account([
            .buffer(sequence: 500), .failure(EIO), .buffer(sequence: 90), .buffer(sequence: 92), .failure(EIO),
        ])
        #expect(counters.numbered == 4)
        #expect(counters.gap == 1)
        #expect(counters.delivered == 3)
        #expect(counters.isBalanced)
    }

    @Test("a time stamp of another clock, of none, of the future or out of order gives way to the moment of dequeuing")
    func timestamps() throws {
        let (rig, camera) = try streaming()
        let start = rig.machine.clock
        let stamps: [Int64?] = [nil, 0, -1, .max, .min, start - 1, start + 1]
        for (index, stamp) in stamps.enumerated() {
            camera.deliveries = [.buffer(sequence: UInt32(index), timestamp: .some(stamp))]
            rig.machine.clock += 10
            try rig.dequeue()
            #expect(rig.headers.last?.timestamp == rig.machine.clock)
        }
        camera.deliveries = [.buffer(sequence: 99, timestamp: rig.machine.clock + 3)]
        rig.machine.clock += 10
        try rig.dequeue()
        #expect(rig.headers.last?.timestamp == rig.machine.clock - 7)
    }

    @Test("EAGAIN is no loss and no fault")
    func nothingReady() throws {
        let (rig, camera) = try streaming()
        camera.forgetCalls()
        camera.deliveries = [.failure(EAGAIN), .buffer(sequence: 0)]
        guard case .notReady = try rig.dequeue() else {
            Issue.record("EAGAIN was taken for something")
            return
        }
        try rig.dequeue()
        #expect(rig.headers.count == 1)
        #expect(rig.losses.isEmpty)
        #expect(camera.calls.isEmpty)
    }

    @Test("an error of the stream starts it again; the frames after it come", arguments: [EIO, EINVAL, EPIPE, ENOMEM])
    func streamError(code: Int32) throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [.buffer(sequence: 0), .failure(code), .buffer(sequence: 0)]
        camera.forgetCalls()
        try rig.run(seconds: 1)
        #expect(camera.calls.prefix(2) == ["stop", "start"])
        #expect(rig.headers.map(\.sequence) == [0, 1])
        #expect(rig.headers.map(\.formatGeneration) == [0, 0])
        #expect(rig.words.contains { $0.hasPrefix("camera reopening: the driver reports: ") })
        #expect(rig.machine.misuses.isEmpty)
    }

    @Test("a frame whose buffer can't be given back is delivered, and then the stream is started again")
    func cannotGiveBack() throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [.buffer(sequence: 0)]
        camera.failures = ["queue": [EIO]]
        camera.forgetCalls()
        try rig.run(seconds: 0.2)
        #expect(rig.headers.count == 1)
        #expect(camera.calls == ["stop", "start"])
    }

    @Test("a device that polls as broken is started again, though no call fails")
    func pollError() throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [.buffer(sequence: 0)]
        camera.pollsBroken = true
        camera.forgetCalls()
        try rig.dequeue()
        #expect(rig.headers.count == 1, "what is done is delivered first")
        try rig.dequeue()
        #expect(camera.calls == ["stop", "start"])
    }

    @Test("a device that hangs up is closed")
    func hangUp() throws {
        let (rig, camera) = try streaming()
        camera.pollsHungUp = true
        try rig.dequeue()
        #expect(rig.machine.isClean)
        #expect(rig.words.last?.hasPrefix("camera absent") == true)
    }

    @Test("ENODEV closes the device", arguments: [ENODEV, ENXIO])
    func gone(code: Int32) throws {
        let (rig, camera) = try streaming()
        camera.deliveries = [.failure(code)]
        camera.forgetCalls()
        try rig.dequeue()
        #expect(camera.calls == ["stop", "releaseBuffers"])
        #expect(rig.machine.isClean)
    }

    @Test(
        "taking a frame allocates nothing in steady state",
        .enabled(if: lintel_allocations_counted(), "a sanitizer replaces the allocator"))
    func allocations() throws {
        let (rig, _) = try streaming()
        let device = SteadyDevice(bytes: 160 * 122 * 2)
        let host = SteadyHost(device, node: ScriptedCamera.lepton3().node)
        let count = try host.allocations(ofFrames: 1_000)
        #expect(count == 0)
        rig.drop()
        #expect(rig.machine.isClean)
    }

    @Test("a call that a signal interrupts is made again, and its error is kept")
    func interrupted() throws {
        var turns = 0
        let answer = SystemCapture.retrying {
            turns += 1
            errno = EINTR
            return turns < 3 ? -1 : 7
        }
        #expect(try answer.get() == 7)
        #expect(turns == 3)
        let failure = SystemCapture.retrying {
            errno = EBUSY
            return -1
        }
        #expect(throws: SystemErrno(code: EBUSY)) { try failure.get() }
    }
}
