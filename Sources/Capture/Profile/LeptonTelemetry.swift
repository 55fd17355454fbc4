/// The telemetry rows of a FLIR Lepton, as it appends them to its picture.
///
/// Packets A, B and C of 80 words each follow the picture: three rows at 80 pixels a row (Lepton 2), two at 160 with A and
/// B in the first (Lepton 3). Words are of 16 bits; values of 32 bits have their low word first. Layout: Lepton datasheet,
/// telemetry; groupgets/purethermal1-firmware, Inc/lepton.h.
public struct LeptonTelemetry: Hashable, Sendable {
    /// Milliseconds since power-up, at least 1.
    public var uptime: UInt32
    /// The uptime at which the last flat-field correction ended, milliseconds; not beyond `uptime`.
    public var lastCorrection: UInt32
    public var flatField: FlatFieldState
    public var tlinear: FrameTelemetry.TLinear
    /// Whether automatic contrast (AGC) is on.
    public var isContrastAutomatic: Bool
    public var frameCounter: UInt32

    public init(
        uptime: UInt32, lastCorrection: UInt32, flatField: FlatFieldState = .complete,
        tlinear: FrameTelemetry.TLinear = .hundredthKelvin, isContrastAutomatic: Bool = false, frameCounter: UInt32 = 0
    ) {
        self.uptime = uptime
        self.lastCorrection = lastCorrection
        self.flatField = flatField
        self.tlinear = tlinear
        self.isContrastAutomatic = isContrastAutomatic
        self.frameCounter = frameCounter
    }

    /// Bits 4 and 5 of the status word.
    public enum FlatFieldState: UInt32, CaseIterable, Hashable, Sendable {
        case never = 0
        /// About two seconds ahead.
        case imminent = 1
        case inProgress = 2
        case complete = 3
    }

    /// Words of the packets A, B and C.
    public static let wordCount = 240

    /// What the daemon goes by.
    public var frame: FrameTelemetry {
        FrameTelemetry(
            flatField: FlatFieldTelemetry(
                uptime: uptime, lastCorrection: lastCorrection,
                inProgress: flatField == .imminent || flatField == .inProgress),
            tlinear: tlinear, isContrastAutomatic: isContrastAutomatic, frameCounter: frameCounter)
    }

    // MARK: Words

    /// Reads the packets.
    ///
    /// - Parameter word: gives the word of an index below `wordCount`.
    /// - Returns: `nil` where the words can't be telemetry, such as picture rows of a camera that sends none: the uptime
    ///   is zero, the last correction is to come, or the TLinear words are no switches.
    public init?(word: (Int) -> UInt16) {
        func long(_ index: Int) -> UInt32 { UInt32(word(index)) | UInt32(word(index + 1)) << 16 }
        let enabled = word(Word.tlinearEnable)
        let fine = word(Word.tlinearResolution)
        guard enabled <= 1, fine <= 1 else { return nil }
        uptime = long(Word.uptime)
        lastCorrection = long(Word.lastCorrection)
        guard uptime > 0, lastCorrection <= uptime else { return nil }
        let status = long(Word.status)
        flatField = FlatFieldState(rawValue: status >> Status.flatFieldShift & 3) ?? .never
        isContrastAutomatic = status & Status.automaticContrast != 0
        tlinear = enabled == 0 ? .off : fine == 0 ? .tenthKelvin : .hundredthKelvin
        frameCounter = long(Word.frameCounter)
    }

    /// The packets as rows to append to a picture: the inverse of `init(word:)`, for programs that play a camera.
    ///
    /// - Parameter rowWidth: pixels of a row, 1 to 8192.
    /// - Returns: whole rows; what no packet fills is zero. At 80 three rows, at 160 two.
    public func rows(ofWidth rowWidth: Int) -> [UInt16] {
        let width = min(max(1, rowWidth), 8192)
        var words = [UInt16](repeating: 0, count: (Self.wordCount + width - 1) / width * width)
        func put(_ value: UInt32, at index: Int) {
            words[index] = UInt16(truncatingIfNeeded: value)
            words[index + 1] = UInt16(truncatingIfNeeded: value >> 16)
        }
        put(uptime, at: Word.uptime)
        put(
            flatField.rawValue << Status.flatFieldShift | (isContrastAutomatic ? Status.automaticContrast : 0),
            at: Word.status)
        put(frameCounter, at: Word.frameCounter)
        put(lastCorrection, at: Word.lastCorrection)
        words[Word.tlinearEnable] = tlinear == .off ? 0 : 1
        words[Word.tlinearResolution] = tlinear == .hundredthKelvin ? 1 : 0
        return words
    }

    /// Where the words stand, counted from packet A.
    private enum Word {
        static let uptime = 1
        static let status = 3
        static let frameCounter = 20
        static let lastCorrection = 30
        static let tlinearEnable = 160 + 48
        static let tlinearResolution = 160 + 49
    }

    private enum Status {
        static let flatFieldShift: UInt32 = 4
        static let automaticContrast: UInt32 = 1 << 12
    }
}
