import ArgumentParser
import Capture
import Glibc

/// `lintel-testbed feed`: is the camera behind a v4l2loopback device.
struct Feed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play recordings into a v4l2loopback device as a FLIR Lepton 3 with telemetry.",
        discussion: """
            Sets the device's format, then obeys standard input, a command a line, until it ends: "play FILE" plays a \
            recording in real time after its first frame has stood still for 5.5 s, "cut SECONDS FILE" only the first \
            seconds of it, "still SECONDS" repeats the last frame. Without a command nothing is sent: the device stands still. Each command is answered by a line on \
            standard output when it is done.
            """)

    /// A camera that was just opened may measure nobody for five seconds. A frame that is repeated tells nothing new, so that
    /// a replay of the recording comes to the same without it.
    private static let leadIn = 5.5
    private static let period: Int64 = 1_000_000_000 / 9

    @Option(help: "The loopback device.")
    var device = "/dev/video0"

    func run() throws {
        let output = try VideoOutput(path: device, size: PlayedRecording.wireSize)
        StandardStreams.writeLine("ready")
        var last: PlayedRecording.Frame?
        while let line = readLine() {
            let frames = try Self.frames(for: line, last: last)
            try play(frames, to: output)
            last = frames.last
            StandardStreams.writeLine("done \(frames.count)")
        }
    }

    /// What a command has the camera send, with time stamps from its start on.
    private static func frames(
        for command: String, last: PlayedRecording.Frame?
    ) throws -> [PlayedRecording.Frame] {
        let words = command.split(separator: " ").map(String.init)
        switch (words.first, words.count) {
        case ("play", 2): return try frames(of: words[1], until: .infinity)
        case ("cut", 3): return try frames(of: words[2], until: number(words[1]))
        case ("still", 2):
            guard let last else { throw ValidationError("Nothing was played that could be repeated.") }
            return still(last.bytes, for: try number(words[1]))
        default: throw ValidationError("Unknown command: \(command)")
        }
    }

    private static func number(_ word: String) throws -> Double {
        guard let number = Double(word), (0...3_600).contains(number) else {
            throw ValidationError("Give seconds from 0 to 3600, not \(word).")
        }
        return number
    }

    /// The lead-in, then the recording's frames of the first seconds.
    private static func frames(of path: String, until seconds: Double) throws -> [PlayedRecording.Frame] {
        let recording = try PlayedRecording(path: path).frames
        guard let first = recording.first else { return [] }
        let start = Int64(leadIn * 1e9)
        return still(first.bytes, for: leadIn)
            + recording.filter { Double($0.timestamp) / 1e9 < seconds }
            .map { PlayedRecording.Frame(timestamp: start + $0.timestamp, bytes: $0.bytes) }
    }

    private static func still(_ bytes: [UInt8], for seconds: Double) -> [PlayedRecording.Frame] {
        stride(from: 0, to: Int64(seconds * 1e9), by: Int(period)).map {
            PlayedRecording.Frame(timestamp: $0, bytes: bytes)
        }
    }

    /// Sends each frame at its time from now on; a late one does not delay those after it.
    private func play(_ frames: [PlayedRecording.Frame], to output: borrowing VideoOutput) throws {
        let start = FrameClock.monotonicNow()
        for frame in frames {
            let wait = start + frame.timestamp - FrameClock.monotonicNow()
            if wait > 0 { usleep(UInt32(clamping: wait / 1_000)) }
            try output.send(frame.bytes)
        }
    }
}
