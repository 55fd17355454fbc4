import Foundation
import Records

/// A directory that is gone with the value's last user.
final class TestDirectory: Sendable {
    let path: String

    /// - Parameter inMemory: on tmpfs, where waiting for the disk costs nothing: for tests of many steps.
    init(inMemory: Bool = false) throws {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
        let parent = inMemory && hasMemory ? memory : FileManager.default.temporaryDirectory
        let url = parent.appendingPathComponent("lintel-records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The bytes of a file; none where it is missing.
    func bytes(_ name: String) -> Data { FileManager.default.contents(atPath: file(name)) ?? Data() }

    func write(_ data: Data, to name: String) throws { try data.write(to: URL(fileURLWithPath: file(name))) }

    /// The database with its log, as a copy would hold them.
    func copyOfDatabase() -> [String: Data] {
        Dictionary(uniqueKeysWithValues: files.filter { $0.hasPrefix("records.db") }.map { ($0, bytes($0)) })
    }

    /// Puts a copy in the place of the database.
    func restore(_ copy: [String: Data]) throws {
        for name in files where name.hasPrefix("records.db") { try FileManager.default.removeItem(atPath: file(name)) }
        // The index of the log is made anew from it.
        for (name, data) in copy where !name.hasSuffix("-shm") { try write(data, to: name) }
    }

    /// Every file below it, by its path from here.
    var files: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }

    /// The files that hold these bytes anywhere.
    func holding(_ marker: some Collection<UInt8>) -> [String] {
        files.filter { bytes($0).range(of: Data(marker)) != nil }
    }
}
