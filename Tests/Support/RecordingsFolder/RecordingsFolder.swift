import Foundation

/// The real recordings with their labels, which are not part of the project: in $LINTEL_RECORDINGS, else beside the package.
public enum RecordingsFolder {
    public static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["LINTEL_RECORDINGS"] { return URL(filePath: path) }
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/recordings")
    }()

    public static let labels = url.appending(path: "labels.json")

    /// Whether this machine has them.
    public static let isPresent = FileManager.default.fileExists(atPath: labels.path)
}
