import Capture
import Glibc
import Testing

@Suite("a camera that answers anything")
struct RandomFaultTests {
    /// Some errors that a driver may leave, and some that none should.
    private static let errors = [
        EIO, ENODEV, EBUSY, EINVAL, EAGAIN, ENOMEM, EACCES, ENOTTY, EPIPE, ENXIO, EPERM, ENOENT, ENOSPC, ERANGE, 0, -1,
        .max,
    ]

    @Test(
        "ten thousand random outcomes of system calls end in defined states, leaking nothing",
        arguments: 0..<8 as Range<UInt64>)
    func randomOutcomes(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let rig = try CameraRig()
        let camera = ScriptedCamera.lepton3()
        rig.machine.plugIn(camera)
        while camera.oddAnswers < 10_000 {
            script(camera, rig.machine, &random)
            // Far more wake-ups than outcomes would be a loop that spins.
            #expect(try rig.run(seconds: Double.random(in: 0...1, using: &random), most: 2_000))
            try #require(rig.machine.mappings <= 32)
            try #require(rig.machine.openDevices <= 1)
        }
        #expect(rig.wakeUps < 200_000)
        #expect(rig.headers.allSatisfy { $0.timestamp > 0 && $0.timestamp <= rig.machine.clock })
        #expect(zip(rig.headers, rig.headers.dropFirst()).allSatisfy { $0.sequence < $1.sequence })
        // The script reached what it is there for.
        #expect(rig.headers.count > 1_000)
        for cause in [LossCause.error, .short] { #expect(rig.losses.filter { $0 == cause }.count > 100) }
        #expect(rig.machine.openings.count > 100)
        #expect(Set(rig.words.map { $0.prefix(12) }).count >= 5, "\(Set(rig.words.map { $0.prefix(12) }))")
        // Healed, it streams again.
        heal(camera)
        try rig.run(seconds: 15)
        #expect(rig.words.last?.hasPrefix("camera streaming") == true, "\(rig.words.suffix(3))")
        rig.drop()
        #expect(rig.machine.openDevices == 0)
        #expect(rig.machine.mappings == 0)
        #expect(rig.machine.misuses.filter { !$0.hasPrefix("closed w") }.isEmpty, "\(Set(rig.machine.misuses))")
    }

    /// Writes the next outcomes into the script.
    private func script(
        _ camera: ScriptedCamera, _ machine: ScriptedMachine, _ random: inout SeededGenerator
    ) {
        let count = Int.random(in: 1...12, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5:
            camera.deliveries += (0..<count).map { _ in delivery(&random) }
        case 5:
            camera.failures["*"] = (0..<count).map { _ in
                Bool.random(using: &random) ? 0 : Self.errors.randomElement(using: &random) ?? EIO
            }
        case 6:
            let answer = format(&random)
            camera.answer = Bool.random(using: &random) ? { ScriptedCamera.tight($0, $1) } : { _, _ in answer }
            camera.bufferLimit = [0, 1, 2, 4, 32].randomElement(using: &random) ?? 4
            camera.bufferBytes = [nil, nil, nil, 0, 1, 39_040, 1 << 20].randomElement(using: &random) ?? nil
        case 7:
            camera.pollsBroken = Int.random(in: 0..<4, using: &random) == 0
            camera.pollsHungUp = Int.random(in: 0..<4, using: &random) == 0
            camera.interval = VideoInterval(
                numerator: Int.random(in: -1...3, using: &random), denominator: Int.random(in: -1...60, using: &random))
        case 8:
            machine.unplug(camera)
            camera.node.path = "/dev/video\(Int.random(in: 0..<4, using: &random))"
            machine.plugIn(camera, hotplug: Bool.random(using: &random))
        default: heal(camera)
        }
    }

    private func delivery(_ random: inout SeededGenerator) -> ScriptedCamera.Delivery {
        if Int.random(in: 0..<4, using: &random) == 0 {
            return .failure(Self.errors.randomElement(using: &random) ?? EIO)
        }
        let odd = Int.random(in: 0..<3, using: &random) == 0
        let bytes = [0, 1, -1, 39_039, 39_040, 39_041, .max, .min].randomElement(using: &random)
        let index = [-1, 0, 3, 4, 31, 32, .max, .min].randomElement(using: &random)
        let stamp = [Int64.min, -1, 0, 1, 5_000_000_000, .max].randomElement(using: &random)
        return .buffer(
            sequence: UInt32.random(in: 0...(odd ? .max : 50), using: &random), bytes: odd ? bytes : nil,
            damaged: Int.random(in: 0..<5, using: &random) == 0, index: odd ? index : nil,
            timestamp: odd ? .some(stamp) : nil)
    }

    private func format(_ random: inout SeededGenerator) -> VideoFormat {
        let sides = [0, 1, 120, 122, 160, 8_192, 1 << 30, .max]
        return VideoFormat(
            pixelFormat: Bool.random(using: &random)
                ? .y16 : PixelFormat(code: .random(in: 0...(.max), using: &random)),
            size: FrameSize(
                width: Bool.random(using: &random) ? 160 : sides.randomElement(using: &random) ?? 0,
                height: Bool.random(using: &random) ? 122 : sides.randomElement(using: &random) ?? 0),
            bytesPerLine: [0, -1, 1, 319, 320, 321, 4_096, .max].randomElement(using: &random) ?? 0,
            imageBytes: [0, -1, 39_039, 39_040, 1 << 20].randomElement(using: &random) ?? 0)
    }

    private func heal(_ camera: ScriptedCamera) {
        camera.failures = [:]
        camera.deliveries = []
        camera.answer = { ScriptedCamera.tight($0, $1) }
        camera.bufferLimit = 32
        camera.bufferBytes = nil
        camera.pollsBroken = false
        camera.pollsHungUp = false
        camera.interval = VideoInterval(numerator: 1, denominator: 9)
        camera.runs = true
    }
}
