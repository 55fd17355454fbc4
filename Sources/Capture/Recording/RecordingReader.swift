/// Reads a recording frame by frame on the recording's own clock, for whoever wants no waiting: `lintelctl replay`.
public struct RecordingReader: ~Copyable {
    /// What the frames look like. The radiometric mode is left to be recognised from the frames.
    public let format: FrameFormat
    public let header: CPTVHeader

    private let name: String
    private var recording: CPTVReader
    private var timeline: RecordingTimeline

    /// Frames a second of a recording that does not note its rate: the Lepton's.
    public static let defaultFramesPerSecond = 9.0

    /// Opens a recording.
    ///
    /// - Throws: `CaptureError` that names the file and the byte.
    public init(path: String) throws(CaptureError) {
        let recording: CPTVReader
        do {
            recording = try CPTVReader(path: path)
        } catch {
            throw CaptureError(recording: path, error)
        }
        self.init(recording, name: path)
    }

    /// Reads a recording that is open already.
    ///
    /// - Parameter name: what errors call it.
    public init(_ recording: consuming CPTVReader, name: String) {
        let noted = recording.header.framesPerSecond.flatMap { $0 > 0 ? Double($0) : nil }
        let rate = noted ?? Self.defaultFramesPerSecond
        header = recording.header
        format = FrameFormat(size: recording.header.size, framesPerSecond: rate, countsMap: nil)
        timeline = RecordingTimeline(framesPerSecond: rate)
        self.recording = recording
        self.name = name
    }

    /// Reads the next frame.
    ///
    /// - Parameter pixels: exactly `format.size.pixelCount` counts, row by row; written when a frame is returned.
    /// - Returns: the frame's header, its time stamp counted from the first frame; `nil` at the end.
    /// - Throws: `CaptureError` once the good frames of a damaged recording are read.
    public mutating func nextFrame(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> FrameHeader? {
        do {
            return try recording.nextFrame(into: &pixels).map { timeline.header(of: $0) }
        } catch {
            throw CaptureError(recording: name, error)
        }
    }
}

extension CaptureError {
    init(recording name: String, _ error: CPTVError) {
        let remedy =
            switch error.problem {
            case .unreadable: "Check the path and that the file may be read."
            case .notCPTV, .compression, .frameSize: "Give a CPTV recording of version 2."
            default: "The frames before this point are good; get an undamaged copy for the rest."
            }
        self.init(what: name, cause: error.description, remedy: remedy)
    }
}
