import Foundation
import Records

/// A directory that is gone with the value's last user.
final class TestDirectory: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The bytes of a file; none where it is missing.
    func bytes(_ name: String) -> Data { FileManager.default.contents(atPath: file(name)) ?? Data() }

    func write(_ data: Data, to name: String) throws { try data.write(to: URL(fileURLWithPath: file(name))) }

    /// Every file below it, by its path from here.
    var files: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }

    /// The files that hold these bytes anywhere.
    func holding(_ marker: some Collection<UInt8>) -> [String] {
        files.filter { bytes($0).range(of: Data(marker)) != nil }
    }
}
