/// One frame's reading of a face.
struct Sample: Sendable {
    /// The face above the reference body, K; or above 0 °C by the camera's own map without one.
    var kelvin = 0.0
    /// The size-of-source correction in it, K.
    var correction = 0.0
    /// Whether it was taken by the reference body; by the camera's own map otherwise.
    var byReference = false
    /// Standard uncertainty of the reference's mean at that frame, K.
    var referenceNoise = 0.0
}
