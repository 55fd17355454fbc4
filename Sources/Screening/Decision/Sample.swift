/// One frame's reading of a face.
public struct Sample: Sendable {
    /// The face above the reference body, K; or above 0 °C by the camera's own map without one.
    public var kelvin = 0.0
    /// The size-of-source correction in it, K.
    public var correction = 0.0
    /// Whether it was taken by the reference body; by the camera's own map otherwise.
    public var byReference = false
    /// Standard uncertainty of the reference's mean at that frame, K.
    public var referenceNoise = 0.0
    /// Width of the head, grid cells.
    public var width = 0
    /// Movement of the head since the frame before, head widths.
    public var movement = 0.0
    /// Whether dark glasses cover the eyes.
    public var areEyesCovered = false

    public init() {}
}
