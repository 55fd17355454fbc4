import Control
import Foundation
import Settings

/// A control socket with a records desk, and lintelctl that asks it.
final class DeskDoor {
    let directory: TemporaryDirectory
    let desk: FakeDesk
    private let server: ControlServer

    init(_ respond: @escaping @Sendable (DeskRequest) -> Result<DeskAnswer, DeskFailure>) throws {
        directory = try TemporaryDirectory()
        desk = FakeDesk(respond)
        server = try ControlServer(
            path: directory.path("io.lintel"), door: "east", version: "1.2.3", settings: ControlSettings(),
            publisher: ControlPublisher(ControlState(conditions: .quiet)), desk: desk, report: { _ in })
    }

    convenience init(failing failure: DeskFailure) throws {
        try self.init { _ in .failure(failure) }
    }

    deinit { server.stop() }

    /// Runs `lintelctl` with these arguments, and the socket's path behind the two words of the command.
    func run(_ arguments: [String], input: String = "", terminal: FileHandle? = nil) throws -> Program.Outcome {
        try start(arguments, input: input, terminal: terminal).finish()
    }

    func start(_ arguments: [String], input: String = "", terminal: FileHandle? = nil) throws -> Program {
        try Program(
            "lintelctl", arguments + ["--socket", directory.path("io.lintel")], input: input, terminal: terminal)
    }

    /// Makes a file with this text.
    func file(_ name: String, _ text: String) throws -> String {
        let path = directory.path(name)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension Conditions {
    /// Of a door where nothing happens.
    static let quiet = Conditions(
        camera: .calm, reference: .calm, screening: .calm, gate: .calm, records: .calm, purge: .calm, clock: .calm)
}

extension Condition {
    static let calm = Condition(.good, code: "ready", words: "ready")
}
