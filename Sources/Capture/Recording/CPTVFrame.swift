/// What a CPTV recording notes about one frame.
public struct CPTVFrame: Hashable, Sendable {
    /// Camera uptime, milliseconds.
    public var uptime: UInt32
    /// Uptime at the last flat-field correction, milliseconds.
    public var lastCorrection: UInt32?
    /// Whether it is a background picture that was put in front, not a live frame.
    public var isBackground: Bool

    public init(uptime: UInt32, lastCorrection: UInt32? = nil, isBackground: Bool = false) {
        self.uptime = uptime
        self.lastCorrection = lastCorrection
        self.isBackground = isBackground
    }
}
