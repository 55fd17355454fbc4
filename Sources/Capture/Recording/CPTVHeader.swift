/// The header of a CPTV recording, as far as it is used.
public struct CPTVHeader: Hashable, Sendable {
    /// Columns and rows, at most `maximumSize`.
    public var size: FrameSize
    /// Start of the recording, microseconds since 1970 UTC.
    public var start: UInt64
    /// How frames are stored.
    public var compression: CPTVCompression
    /// Nominal frames a second, when the recorder noted it.
    public var framesPerSecond: UInt8?
    /// Seconds recorded before the event that started the recording.
    public var previewSeconds: UInt8?
    /// Name of the recording device; empty when not noted. At most 255 bytes of UTF-8, as the other texts.
    public var device: String
    /// Camera model, for example `lepton3.5`.
    public var model: String
    /// Camera brand.
    public var brand: String
    /// Camera firmware.
    public var firmware: String

    /// The largest frame that is read or written.
    public static let maximumSize = FrameSize(width: 1280, height: 1024)

    public init(
        size: FrameSize, start: UInt64 = 0, compression: CPTVCompression = .differences, framesPerSecond: UInt8? = nil,
        device: String = "", model: String = "", brand: String = "", firmware: String = ""
    ) {
        self.size = size
        self.start = start
        self.compression = compression
        self.framesPerSecond = framesPerSecond
        self.previewSeconds = nil
        self.device = device
        self.model = model
        self.brand = brand
        self.firmware = firmware
    }
}

/// The two ways in which CPTV stores frames.
public enum CPTVCompression: UInt8, Hashable, Sendable {
    /// 16-bit counts, little-endian, row by row.
    case none = 0
    /// Differences of differences to the previous frame, in snake order, packed by bit width.
    case differences = 1
}
