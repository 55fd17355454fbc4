extension FrameFormat {
    /// Two accounts of one power-up differ by no more than this, nanoseconds: the kernel's counts milliseconds.
    private static let samePowerUp: Int64 = 2_000_000_000

    /// The format of a camera that was opened.
    ///
    /// - Parameters:
    ///   - before: the format until now; a power-up that is the same but for rounding is taken from it, so that a camera
    ///     that was only opened again has an equal format.
    ///   - lookingSince: when the camera was first looked for, nanoseconds of CLOCK_MONOTONIC: its power-up where nothing
    ///     else tells.
    init(_ camera: borrowing V4L2Camera, since before: FrameFormat?, lookingSince: Int64) {
        var poweredSince: Int64? = camera.node.connectedSince ?? lookingSince
        if let moment = poweredSince, let known = before?.poweredSince,
            (-Self.samePowerUp...Self.samePowerUp).contains(moment &- known)
        {
            poweredSince = known
        }
        let profile = camera.profile
        self.init(
            size: camera.frameSize, framesPerSecond: camera.framesPerSecond, countsMap: profile.countsMap,
            canMeasure: profile.canMeasure, plausible: profile.plausible,
            // What makes up its frames has nothing to warm.
            warmUp: camera.node.isVirtual ? .zero : profile.warmUp, settle: profile.settle, poweredSince: poweredSince)
    }
}
