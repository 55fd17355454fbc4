import Settings

/// What is known of a kind of camera: how to recognise it, what its bytes are, and whether they measure temperature.
///
/// The profiles are a table (`CameraProfile.table`), not code: whatever differs between cameras is a value here.
public struct CameraProfile: Hashable, Sendable {
    /// The name for `camera.profile`.
    public let name: String
    /// The cameras in words.
    public let title: String
    /// USB devices that this profile matches under "auto".
    public let usb: [USBIdentity]
    /// Kernel drivers of cameras without a USB identity that it matches under "auto".
    public let drivers: [String]
    /// The format to negotiate.
    public let pixelFormat: PixelFormat
    /// How a count is written.
    public let sample: CountsSample
    /// Where the counts are in a frame, by its size; the preferred first.
    public let layouts: [WireLayout]
    /// The meaning of the counts; `nil` where they have none.
    public let countsMap: CountsMap?
    /// What the median of a scene may be, °C; a frame outside is in a wrong mode or shows no door. `nil`: unknown.
    public let plausible: ClosedRange<Double>?
    /// Whether temperature may be measured; otherwise people are counted and nobody is measured.
    public let canMeasure: Bool
    /// How long after its power-up the camera drifts too much to measure.
    public let warmUp: Duration
    /// How long after the start of a stream nobody is measured.
    public let settle: Duration
    /// The controls by which its mode can be repaired.
    public let controls: CameraControls
    /// Whether anybody ever ran this profile with such a camera.
    public let triedOnHardware: Bool

    init(
        name: String, title: String, usb: [USBIdentity] = [], drivers: [String] = [], pixelFormat: PixelFormat,
        sample: CountsSample = .word(.little), layouts: [WireLayout], countsMap: CountsMap?,
        plausible: ClosedRange<Double>? = Self.indoors, canMeasure: Bool = true,
        warmUp: Duration = Self.thermographWarmUp, settle: Duration = Self.settleWithoutTelemetry,
        controls: CameraControls = .none, triedOnHardware: Bool = false
    ) {
        self.name = name
        self.title = title
        self.usb = usb
        self.drivers = drivers
        self.pixelFormat = pixelFormat
        self.sample = sample
        self.layouts = layouts
        self.countsMap = countsMap
        self.plausible = plausible
        self.canMeasure = canMeasure
        self.warmUp = warmUp
        self.settle = settle
        self.controls = controls
        self.triedOnHardware = triedOnHardware
    }

    /// The sizes on the wire, the preferred first; empty for any.
    public var sizes: [FrameSize] { layouts.compactMap(\.size) }

    /// The decoder of frames of this size.
    ///
    /// - Parameters:
    ///   - wireSize: width and height as the driver answered them.
    ///   - bytesPerLine: bytes from one row to the next; more than the pixels need is padding.
    /// - Returns: `nil` where this is no size of the profile, nothing is left after cropping, or lines are too short.
    public func decoder(wireSize: FrameSize, bytesPerLine: Int) -> FrameDecoder? {
        for layout in layouts {
            if let decoder = FrameDecoder(
                layout: layout, sample: sample, wireSize: wireSize, bytesPerLine: bytesPerLine)
            {
                return decoder
            }
        }
        return nil
    }

    // MARK: Values that profiles share

    /// The median of an indoor scene, °C.
    static let indoors = 5.0...45.0
    /// A screening thermograph warms up for at least 30 minutes (ISO/TR 13154, as read in PMC8654479, table 1).
    static let thermographWarmUp = Duration.seconds(30 * 60)
    /// After a start the shutter closes and the picture drifts; without telemetry nothing tells when that is over.
    static let settleWithoutTelemetry = Duration.seconds(10)
    static let settleWithTelemetry = Duration.seconds(5)
}
