/// What happens in a scene.
public enum ScenarioKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Somebody comes, stops, faces the camera and goes in.
    case approachAndStop = "approach-and-stop"
    /// Somebody crosses the view in the background, in profile.
    case passBy = "pass-by"
    /// Somebody comes near, turns round and goes back.
    case turnBack = "turn-back"
    /// Two people come side by side, one a little later than the other.
    case pair
    /// Three people, each waiting behind the one before.
    case queue
    /// Somebody faces the camera, looks away and faces it again.
    case lookAway = "look-away"
    /// Somebody looks down at a phone the whole time.
    case phone
    /// Somebody stands with the back to the camera.
    case backOnly = "back-only"
    /// Somebody stops near the camera but only ever shows a profile.
    case profileOnly = "profile-only"
    /// Somebody leaves the building: away from the camera.
    case walkAway = "walk-away"
    case glasses
    case hat
    case hood
    case mask
    /// Just in from the cold.
    case coldFace = "cold-face"
    /// Nobody; every kind of warm object.
    case emptyWithWarmObjects = "empty-with-warm-objects"
    /// The camera corrects itself while somebody presents.
    case flatFieldDuringPresentation = "flat-field-during-presentation"
    /// The reference body is hidden while somebody presents.
    case referenceHidden = "reference-hidden"
    /// Several people one after the other, of any sort.
    case mixed
}
