/// What a source answered when it was asked for a frame.
public enum Dequeued: Sendable {
    /// The pixels were written; this is what travels with them.
    case frame(FrameHeader)
    /// A frame was lost at the source; its sequence number counts as used.
    case lost(LossCause)
    /// Nothing is ready yet: poll again.
    case notReady
    /// A recording is over.
    case ended
    /// Nothing was written; the source's `format` tells what the frames that follow look like: a camera was opened that
    /// differs from the one before. A camera that is opened again with an equal format only raises
    /// `FrameHeader.formatGeneration`.
    case formatChanged
}

/// Where frames come from: a V4L2 camera, a recording or the simulated camera.
///
/// A source is used by one thread. It says when to ask through a descriptor that polls readable, and it never blocks
/// in `dequeue`.
public protocol FrameSource {
    /// What the frames look like; `nil` while a live camera was not opened yet. Changes only when `dequeue` answers
    /// `.formatChanged`.
    var format: FrameFormat? { get }

    /// Polls readable (POLLIN) when `dequeue` has something to say.
    var descriptor: Int32 { get }

    /// Takes one frame.
    ///
    /// - Parameter pixels: exactly `format.size.pixelCount` counts, row by row, written on `.frame` only; none while there
    ///   is no format.
    mutating func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued
}
