/// What is wrong with a CPTV recording, and where.
public struct CPTVError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of damage.
    public enum Problem: Hashable, Sendable {
        /// The stream ends inside a section or before its end mark.
        case truncated
        /// The compressed data is damaged: not gzip, or a wrong checksum.
        case damagedCompression
        /// The file could not be read; the text is the system's reason.
        case unreadable(String)
        /// It does not start with `CPTV` and version 2.
        case notCPTV
        /// Something else where a section must start.
        case unexpectedSection(UInt8)
        /// A field that is needed is missing; its code.
        case missingField(Character)
        /// A field has a length that its code does not have.
        case fieldLength(Character, found: Int, expected: Int)
        /// The frame size is zero or beyond 1280x1024.
        case frameSize(width: UInt32, height: UInt32)
        /// A compression that is neither 0 nor 1.
        case compression(UInt8)
        /// A bit width that the compression does not have.
        case bitWidth(UInt8)
        /// The amount of frame data does not follow from frame size and bit width.
        case frameDataLength(found: UInt32, expected: Int)
        /// A pixel runs out of 16 bits.
        case pixelRange
        /// So many background frames in a row that this is no recording.
        case tooManyBackgroundFrames
    }

    public let problem: Problem
    /// Where the problem lies: bytes from the start of the decompressed stream.
    public let offset: UInt64

    public init(_ problem: Problem, offset: UInt64) {
        self.problem = problem
        self.offset = offset
    }

    public var description: String { "\(cause) at byte \(offset) of the decompressed stream" }

    private var cause: String {
        switch problem {
        case .truncated: "the recording ends too early,"
        case .damagedCompression: "the gzip stream is damaged"
        case .unreadable(let reason): "the file can't be read (\(reason))"
        case .notCPTV: "not a CPTV recording of version 2"
        case .unexpectedSection(let byte): "a section starts with \(byte) instead of H or F"
        case .missingField(let code): "the field \(code) is missing"
        case .fieldLength(let code, let found, let expected):
            "the field \(code) has \(found) bytes instead of \(expected)"
        case .frameSize(let width, let height): "frames of \(width)x\(height) are not between 1x1 and 1280x1024"
        case .compression(let scheme): "the compression \(scheme) is unknown"
        case .bitWidth(let width): "the bit width \(width) is not allowed"
        case .frameDataLength(let found, let expected): "a frame has \(found) bytes of data instead of \(expected)"
        case .pixelRange: "a pixel leaves the range of 16 bits"
        case .tooManyBackgroundFrames: "too many background frames in a row"
        }
    }
}
