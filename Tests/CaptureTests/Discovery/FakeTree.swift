import Foundation

/// A directory that stands for the root of a machine, removed when it goes away.
final class FakeTree {
    private let folder: URL

    /// Where "/" is.
    var root: String { folder.path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "lintel-tree-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a file and the directories above it.
    func file(_ path: String, _ text: String) throws {
        try directory(above: path)
        try Data(text.utf8).write(to: folder.appending(path: path))
    }

    /// Makes a link to a path below the root.
    func link(_ path: String, to target: String) throws {
        try directory(above: path)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: path), withDestinationURL: folder.appending(path: target))
    }

    func directory(_ path: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: path), withIntermediateDirectories: true)
    }

    private func directory(above path: String) throws {
        try directory(path.split(separator: "/").dropLast().joined(separator: "/"))
    }
}
