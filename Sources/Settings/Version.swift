/// The version of Lintel, the same for every program of it.
public enum Version {
    /// As `--version` and the control socket tell it (semver.org).
    public static let number = "0.1.0"
}
