/// Why nobody could be measured, in a form that a person can act on. The raw value is the code in logs and output.
public enum UndecidedReason: String, CaseIterable, Hashable, Sendable {
    /// Come closer.
    case tooFar = "too-far"
    /// Face the camera.
    case turnedAway = "turned-away"
    /// Stand still for a moment.
    case moving
    /// Take off glasses, hat or mask, or move the hair or the phone.
    case covered
    /// The face is still cold from outdoors: wait some minutes.
    case cold
    /// One at a time, please.
    case twoPeople = "two-people"
    /// The reference body is hidden or not believable: please wait.
    case referenceLost = "reference-lost"
    /// The camera corrects itself or warms up: please wait.
    case cameraSettling = "camera-settling"
    /// This camera can't measure temperatures.
    case noTemperature = "no-temperature"
}
