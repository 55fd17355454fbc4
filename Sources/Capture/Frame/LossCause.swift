/// Why a frame never reached the screening stage.
public enum LossCause: String, CaseIterable, Sendable {
    /// The ring was full: the newest frame was dropped.
    case ringFull = "ring_full"
    /// The driver marked the buffer as damaged.
    case error
    /// The buffer held fewer bytes than a frame.
    case short
    /// The source's numbering or time stamps skipped.
    case gap
}
