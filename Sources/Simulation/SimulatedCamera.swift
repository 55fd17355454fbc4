import Capture
import Settings

/// The simulated camera as a source of frames: in real time for the daemon, as fast as they are taken for tests.
public struct SimulatedCamera: FrameSource {
    /// What renders the frames; it knows the truth about the frame just delivered.
    public private(set) var simulator: CameraSimulator
    private let clock: FrameClock
    /// The daemon's clock when the simulator's stood at zero; 0 when frames do not come in real time.
    private let origin: Int64
    private var isOver = false

    /// A door to which people keep coming.
    ///
    /// - Parameter referenceTemperature: what the reference body is set to, °C; drawn from the seed when `nil`.
    /// - Throws: `CaptureError` when the system has no descriptor left.
    public init(
        settings: SimulationSettings, rotation: Rotation, referenceTemperature: Double? = nil,
        pace: FramePace = .realTime
    ) throws(CaptureError) {
        let simulator = CameraSimulator(
            settings: settings, rotation: rotation, referenceTemperature: referenceTemperature)
        try self.init(simulator, pace: pace)
    }

    /// One scene; the source ends with it.
    public init(scene: Scene, pace: FramePace = .asFastAsPossible) throws(CaptureError) {
        try self.init(CameraSimulator(scene: scene), pace: pace)
    }

    private init(_ simulator: CameraSimulator, pace: FramePace) throws(CaptureError) {
        self.simulator = simulator
        clock = try FrameClock(pace: pace)
        origin = pace == .realTime ? FrameClock.monotonicNow() : 0
        try scheduleNext()
    }

    public var format: FrameFormat? { simulator.format }

    public var descriptor: Int32 { clock.descriptor }

    public mutating func dequeue(into pixels: inout MutableSpan<UInt16>) throws(CaptureError) -> Dequeued {
        guard clock.isDue() else { return .notReady }
        guard !isOver, var header = simulator.renderNext(into: &pixels) else { return .ended }
        header.timestamp &+= origin
        try scheduleNext()
        return .frame(header)
    }

    /// The end of a scene is due at once.
    private mutating func scheduleNext() throws(CaptureError) {
        let next = simulator.nextTimestamp()
        isOver = next == nil
        try clock.schedule(at: origin &+ (next ?? 0))
    }
}
