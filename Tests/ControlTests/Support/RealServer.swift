import Control
import Foundation
import Settings

/// A control socket as the daemon has it: the system's clocks, callers and groups.
final class RealServer {
    let directory: URL
    let path: String
    let publisher: ControlPublisher
    private let server: ControlServer

    init(_ settings: ControlSettings = ControlSettings()) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        path = directory.appendingPathComponent("io.lintel").path
        publisher = try ControlPublisher(.sample)
        server = try ControlServer(
            path: path, door: "main", version: "1.2.3", settings: settings, publisher: publisher,
            report: { _ in })
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(at: directory)
    }
}
