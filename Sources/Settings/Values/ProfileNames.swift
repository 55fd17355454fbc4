/// The names that `camera.profile` takes beside "auto".
///
/// The profiles themselves are `CameraProfile.table` of the module Capture, which stands above this one; a test holds
/// the two equal.
public enum ProfileNames {
    /// In the order of the table.
    public static let all = [
        "lepton3-tlinear", "lepton2-tlinear", "infiray-64", "boson-tlinear", "amg88xx", "generic-y16",
        "generic-yuyv-split", "loopback-8bit",
    ]

    /// The ones that `[generic_camera]` describes.
    public static let generic = ["generic-y16", "generic-yuyv-split"]
}
