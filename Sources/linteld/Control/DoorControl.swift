import Control
import Journal
import Logging
import Settings

/// The door's control socket, where there is one. The door does without when it can't be had.
struct DoorControl {
    /// Takes what is told; none where nobody can ask.
    let publisher: ControlPublisher?
    private let server: ControlServer?

    /// Opens the socket that the configuration and systemd name; logs why when that fails.
    ///
    /// - Parameters:
    ///   - state: what is told before the first `publish`.
    ///   - maintenance: announces maintenance sessions and makes their pictures.
    ///   - desk: who keeps the records; none where there is no place for any.
    init(
        _ settings: Settings, directories: ServiceDirectories, state: DoorState, desk: DoorRecords?,
        maintenance: DoorMaintenance, logger: Logger
    ) {
        guard let path = settings.control.socketPath(runtimeDirectory: directories.runtime) else {
            (publisher, server) = (nil, nil)
            return
        }
        do throws(ControlError) {
            let publisher = try ControlPublisher(state.told(settings, logLinesLost: 0))
            server = try ControlServer(
                path: path, door: directories.door, version: Version.number, settings: settings.control,
                publisher: publisher, desk: desk, maintenance: maintenance,
                report: { Self.log($0, "clients have to wait", to: logger) })
            self.publisher = publisher
        } catch {
            Self.log(error, "the door is watched without it", to: logger)
            (publisher, server) = (nil, nil)
        }
    }

    /// Tells how the door does; never waits.
    func publish(_ state: DoorState, settings: Settings, logLinesLost: UInt64) {
        guard let publisher else { return }
        publisher.publish(state.told(settings, logLinesLost: logLinesLost))
    }

    /// Ends every connection and removes the socket file.
    func stop() { server?.stop() }

    private static func log(_ error: ControlError, _ consequence: String, to logger: Logger) {
        logger.report(.fault, "\(error.what): \(error.cause); \(consequence). \(error.remedy)")
    }
}
