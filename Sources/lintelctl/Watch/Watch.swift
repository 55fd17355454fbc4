import ArgumentParser
import Control

/// `lintelctl watch`: a live thermal picture of the door and what happens there.
struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Watch the door: a live thermal picture and the events, or the events alone.",
        discussion: """
            The picture is for who installs or mends the door. It needs the role operator and begins a maintenance \
            session: the daemon announces it in the journal with your user and the reason, and ends it after --minutes, \
            with Ctrl-C, or when this program ends. The picture is small, shows no temperature, and is never written; \
            somebody in it bears the number of a track, which says nothing about who it is.

            Events need no session: states of the door, counts and passages for every role, screenings for operators.

            Exit codes: 0 ended by you or by time, 64 no terminal to draw on, 69 the daemon is not running or ended, 75 \
            another session lasts, 76 the daemon is of another version, 77 this user may not.
            """)

    @OptionGroup var door: DoorOptions

    @Flag(help: "Show the events alone, one line each.")
    var events = false

    @Flag(help: "Print the events as JSON, one object a line, as io.lintel.Monitor defines them.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Why you look, for the journal: 1 to 80 characters; name nobody in it.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("How long the session lasts at most, 1 to 15.", valueName: "minutes"))
    var minutes = 5

    private var isWithoutPicture: Bool { events || json }

    func validate() throws {
        guard (1...MaintenanceSession.mostMinutes).contains(minutes) else {
            throw ValidationError("--minutes is a number from 1 to \(MaintenanceSession.mostMinutes).")
        }
        if isWithoutPicture {
            guard reason == nil else {
                throw ValidationError("--reason is for the picture: leave it out, or --events.")
            }
            return
        }
        guard let reason else {
            throw ValidationError("The journal tells why somebody looks: give --reason, or --events for no picture.")
        }
        guard (1...MaintenanceSession.longestReason).contains(reason.count) else {
            throw ValidationError("--reason has 1 to \(MaintenanceSession.longestReason) characters.")
        }
    }

    func run() throws {
        if isWithoutPicture {
            let stream = EventStream(json: json)
            try door.ask { (client) throws(ControlClientError) in
                try stream.follow(&client) { Terminal.put($0 + "\n") }
            }
        } else {
            try look(reason ?? "")
        }
    }

    private func look(_ reason: String) throws(ExitCode) {
        guard Terminal.isStandardOutput else {
            throw StandardError.end(
                "standard output is no terminal to draw a picture on\n  Run it in a terminal, or use --events.",
                ExitCode(64))
        }
        try WatchSession(door: door, reason: reason, minutes: minutes).run()
    }
}
