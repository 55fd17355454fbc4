import ArgumentParser
import Capture

/// `lintel-testbed watermarks`: what to look for where no frame may be.
struct Watermarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print runs of 32 bytes of frames of a recording as a camera sends them, for seek.pl.",
        discussion: "A line is a name, such as frame-10-60, and 64 hexadecimal digits: 16 pixels of a row.")

    private static let frames = 12
    private static let rows = [40, 60, 80]
    private static let bytes = 32

    @Argument(help: "A CPTV recording.")
    var recording: String

    func run() throws {
        let recording = try PlayedRecording(path: recording)
        let step = max(1, recording.frames.count / Self.frames)
        for index in stride(from: 0, to: recording.frames.count, by: step) { print(index, recording.frames[index]) }
    }

    private func print(_ index: Int, _ frame: PlayedRecording.Frame) {
        let width = PlayedRecording.pictureSize.width
        for row in Self.rows {
            let start = (row * width + width / 2) * 2
            let digits = frame.bytes[start..<(start + Self.bytes)].map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0\(digits)" : digits
            }
            StandardStreams.writeLine("frame-\(index)-\(row) \(digits.joined())")
        }
    }
}
