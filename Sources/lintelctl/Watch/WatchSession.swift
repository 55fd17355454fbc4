import ArgumentParser
import Control
import Dispatch

/// A maintenance session from begin to end: the picture above, the events below.
struct WatchSession {
    let door: DoorOptions
    let reason: String
    let minutes: Int

    /// Runs until the session is over or somebody ends it.
    func run() throws(ExitCode) {
        try door.ask { (client) throws(ControlClientError) in
            let ends = try client.beginMaintenance(reason: reason, minutes: minutes)
            let screen = WatchScreen(title: title(ends: ends))
            let ending = EndSignals { screen.end() }
            defer { ending.cancel() }
            followEvents(on: screen)
            try show(&client, on: screen)
        }
    }

    private func title(ends: Int64) -> String {
        "Lintel: door \(door.door), maintenance session until \(Moment.text(ends)); Ctrl-C ends it"
    }

    private func show(_ client: inout ControlClient, on screen: WatchScreen) throws(ControlClientError) {
        do throws(ControlClientError) {
            let drawn = { (picture: LivePicture) in
                screen.draw(picture)
                return true
            }
            try client.view(quiet: { true }, drawn)
            screen.end()
        } catch {
            screen.end()
            // That is how a session ends.
            switch error {
            case .maintenanceOver(.time), .maintenanceOver(.end): StandardError.write("lintelctl: \(error.cause)\n")
            default: throw error
            }
        }
    }

    /// On a connection of its own; the picture goes on without it.
    private func followEvents(on screen: WatchScreen) {
        let (path, timeout) = (door.path, door.patience)
        DispatchQueue(label: "events").async {
            do throws(ControlClientError) {
                var client = try ControlClient(path: path, timeout: timeout)
                try EventStream(json: false).follow(&client) { screen.line($0) }
            } catch {
                screen.line("no more events: \(error.cause)")
            }
        }
    }
}
