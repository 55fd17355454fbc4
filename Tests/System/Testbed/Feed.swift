import ArgumentParser
import Capture
import Glibc

/// `lintel-testbed feed`: is the camera behind a v4l2loopback device.
struct Feed: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Play recordings into a v4l2loopback device as a FLIR Lepton 3 with telemetry.",
        discussion: """
            Sets the device's format, then obeys standard input, a command a line, until it ends: "play FILE" plays a \
            recording in real time, "still SECONDS" repeats its last frame. Without a command nothing is sent: the \
            device stands still. Each command is answered by a line on standard output when it is done.
            """)

    @Option(help: "The loopback device.")
    var device = "/dev/video0"

    func run() throws {
        let output = try VideoOutput(path: device, size: PlayedRecording.wireSize)
        StandardOutput.writeLine("ready")
        var last: PlayedRecording.Frame?
        while let line = readLine() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            switch (words.first, words.last) {
            case ("play", let path?):
                let recording = try PlayedRecording(path: path)
                try play(recording.frames, to: output)
                last = recording.frames.last
                StandardOutput.writeLine("played \(recording.frames.count)")
            case ("still", let seconds?):
                guard let last, let seconds = Int(seconds), (1...3_600).contains(seconds) else {
                    throw ValidationError("still needs seconds from 1 to 3600 and a recording played before.")
                }
                let count = seconds * 9
                try play(
                    (0..<count).map {
                        PlayedRecording.Frame(timestamp: Int64($0) * 1_000_000_000 / 9, bytes: last.bytes)
                    }, to: output)
                StandardOutput.writeLine("repeated \(count)")
            default: throw ValidationError("unknown command: \(line)")
            }
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
