/// What is said when a camera's offer does not lead to a stream.
extension CameraOffer {
    /// No profile fits: names what is offered and why each profile was refused.
    package var noProfile: CameraOpenFailure {
        guard !formats.isEmpty else { return unfed }
        let refusals = result.refusals.map { "\($0.profile): \($0.reason)" }.joined(separator: "; ")
        return CameraOpenFailure(
            .unusable,
            CaptureError(
                what: "\(node.path) (\(node.card))",
                cause: "it offers \(words); no profile fits: \(refusals)",
                remedy: "Name a profile in camera.profile; `lintelctl cameras` shows which fit."))
    }

    /// Nothing feeds a loopback device yet.
    package var unfed: CameraOpenFailure {
        CameraOpenFailure(
            .idle,
            CaptureError(
                what: node.path, cause: "it has no format: nothing feeds it yet",
                remedy: "Start the program that feeds it."))
    }

    /// The driver set another format than was asked for, or contradicts itself.
    package func unexpected(_ answer: VideoFormat, _ match: ProfileMatch) -> CameraOpenFailure {
        let asked = "'\(match.profile.pixelFormat)' \(match.wireSize.words)"
        let answered = "'\(answer.pixelFormat)' \(answer.size.words)"
        return CameraOpenFailure(
            .unusable,
            CaptureError(
                what: "\(node.path) (\(node.card))",
                cause: """
                    asked for \(asked), the driver answered \(answered) with \(answer.bytesPerLine) bytes a line and \
                    \(answer.imageBytes) bytes an image; it offers \(words)
                    """,
                remedy: "Choose another profile in camera.profile, or stop the program that holds the format."))
    }
}
