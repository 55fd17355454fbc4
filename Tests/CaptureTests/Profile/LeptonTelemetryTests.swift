import Capture
import Testing

@Suite("Telemetry rows of a Lepton")
struct LeptonTelemetryTests {
    /// Words by their documented places, built by hand: nothing of the encoder is used.
    private func words(status: UInt32, tlinear: (UInt16, UInt16)) -> [UInt16] {
        var words = [UInt16](repeating: 0, count: 240)
        words[0] = 0x000E
        // 3,723,004 ms, the low word first.
        words[1] = 0xCEFC
        words[2] = 0x0038
        words[3] = UInt16(truncatingIfNeeded: status)
        words[4] = UInt16(truncatingIfNeeded: status >> 16)
        words[20] = 0x0001
        words[21] = 0x0002
        // 3,600,000 ms.
        words[30] = 0xEE80
        words[31] = 0x0036
        words[160 + 48] = tlinear.0
        words[160 + 49] = tlinear.1
        return words
    }

    @Test("words are read from their documented places")
    func documented() throws {
        let words = words(status: 3 << 4, tlinear: (1, 1))
        let telemetry = try #require(LeptonTelemetry { words[$0] })
        #expect(telemetry.uptime == 3_723_004)
        #expect(telemetry.lastCorrection == 3_600_000)
        #expect(telemetry.frameCounter == 131_073)
        #expect(telemetry.flatField == .complete)
        #expect(telemetry.tlinear == .hundredthKelvin)
        #expect(!telemetry.isContrastAutomatic)
        #expect(!telemetry.frame.flatField.inProgress)
    }

    @Test(
        "a correction that is announced or runs is in progress",
        arguments: [(0, false), (1, true), (2, true), (3, false)] as [(UInt32, Bool)])
    func corrections(state: UInt32, inProgress: Bool) throws {
        let words = words(status: state << 4 | 1 << 3 | 1 << 20, tlinear: (1, 1))
        let telemetry = try #require(LeptonTelemetry { words[$0] })
        #expect(telemetry.frame.flatField.inProgress == inProgress)
        #expect(!telemetry.isContrastAutomatic)
    }

    @Test("the modes are told apart")
    func modes() throws {
        let modes: [((UInt16, UInt16), FrameTelemetry.TLinear)] = [
            ((0, 0), .off), ((0, 1), .off), ((1, 0), .tenthKelvin), ((1, 1), .hundredthKelvin),
        ]
        for (switches, expected) in modes {
            let words = words(status: 0, tlinear: switches)
            #expect(LeptonTelemetry { words[$0] }?.tlinear == expected)
        }
        let automatic = words(status: 1 << 12, tlinear: (1, 1))
        #expect(LeptonTelemetry { automatic[$0] }?.isContrastAutomatic == true)
    }

    @Test("what can't be telemetry is none: picture rows, an uptime of zero, a correction in the future")
    func noTelemetry() {
        #expect(LeptonTelemetry { _ in 29_500 } == nil)
        #expect(LeptonTelemetry { _ in 0 } == nil)
        #expect(LeptonTelemetry { _ in 0xFFFF } == nil)
        var late = words(status: 0, tlinear: (1, 1))
        late[31] = 0x0039
        #expect(LeptonTelemetry { late[$0] } == nil)
    }

    @Test("what is encoded is decoded again, at every width of a row")
    func roundTrip() throws {
        var random = SeededGenerator(state: 5)
        for _ in 0..<5_000 {
            let uptime = UInt32.random(in: 1...UInt32.max, using: &random)
            let telemetry = LeptonTelemetry(
                uptime: uptime, lastCorrection: UInt32.random(in: 0...uptime, using: &random),
                flatField: try #require(LeptonTelemetry.FlatFieldState.allCases.randomElement(using: &random)),
                tlinear: try #require(
                    [.off, .tenthKelvin, .hundredthKelvin].randomElement(using: &random) as FrameTelemetry.TLinear?),
                isContrastAutomatic: Bool.random(using: &random),
                frameCounter: UInt32.random(in: 0...UInt32.max, using: &random))
            let width = Int.random(in: 1...200, using: &random)
            let rows = telemetry.rows(ofWidth: width)
            try #require(rows.count.isMultiple(of: width) && rows.count < 240 + width)
            try #require(LeptonTelemetry { rows[$0] } == telemetry)
        }
        #expect(LeptonTelemetry(uptime: 1, lastCorrection: 0).rows(ofWidth: 160).count == 320)
        #expect(LeptonTelemetry(uptime: 1, lastCorrection: 0).rows(ofWidth: 80).count == 240)
    }

    @Test("random words are read or refused; what is read is encoded to the same meaning")
    func fuzz() throws {
        var random = SeededGenerator(state: 6)
        var read = 0
        for _ in 0..<20_000 {
            var words = (0..<240).map { _ in UInt16.random(in: 0...UInt16.max, using: &random) }
            if Bool.random(using: &random) {
                words[208] &= 1
                words[209] &= 1
                words[31] &= 0xFF
            }
            guard let telemetry = LeptonTelemetry(word: { words[$0] }) else { continue }
            read += 1
            let rows = telemetry.rows(ofWidth: 80)
            try #require(LeptonTelemetry { rows[$0] } == telemetry)
            try #require(telemetry.lastCorrection <= telemetry.uptime)
        }
        #expect(read > 5_000)
    }
}
