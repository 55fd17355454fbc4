import Capture
import Settings

/// A live camera on a scripted machine, driven as the capture loop drives it, with its account of frames.
final class CameraRig {
    let machine = ScriptedMachine()
    let commands = CameraCommands()
    private(set) var states: [CameraState] = []
    private(set) var notices: [CameraNotice] = []
    /// The frames and losses so far.
    private(set) var headers: [FrameHeader] = []
    private(set) var losses: [LossCause] = []
    /// The formats that the camera changed to.
    private(set) var formats: [FrameFormat] = []
    private(set) var pixels: [UInt16] = []
    private(set) var wakeUps = 0
    private var camera: LiveCamera?

    init(device: String = "auto", profile: String = "auto") throws {
        var settings = CameraSettings()
        settings.device = device
        settings.profile = profile
        camera = try LiveCamera(
            settings: settings, commands: commands, host: machine, report: { [unowned self] in states.append($0) },
            notice: { [unowned self] in notices.append($0) })
    }

    /// Lets the camera go.
    func drop() {
        camera = nil
    }

    /// The ring that the camera writes to is of no format.
    func forgetPixels() {
        pixels = []
    }

    var format: FrameFormat? { camera?.format }

    /// Answers one wake-up.
    @discardableResult
    func dequeue() throws -> Dequeued {
        guard let camera else { return .ended }
        wakeUps += 1
        let answer = try Self.dequeue(camera, into: &pixels)
        switch answer {
        case .frame(let header): headers.append(header)
        case .lost(let cause): losses.append(cause)
        case .formatChanged:
            guard let format = camera.format else { break }
            formats.append(format)
            pixels = [UInt16](repeating: 0, count: format.size.pixelCount)
        case .notReady, .ended: break
        }
        return answer
    }

    private static func dequeue(_ camera: LiveCamera, into pixels: inout [UInt16]) throws -> Dequeued {
        var span = pixels.mutableSpan
        return try camera.dequeue(into: &span)
    }

    /// Lets time pass; answers every wake-up at its moment, at most `most` of them.
    ///
    /// - Parameter frameTime: nanoseconds between the frames of cameras that run; they have one whenever asked, so the
    ///   rig asks only so often.
    /// - Returns: whether the wake-ups were no more than `most`: false is a loop that spins.
    @discardableResult
    func run(seconds: Double, most: Int = 10_000, frameTime: Int64 = 111_000_000) throws -> Bool {
        let end = machine.clock + Int64(seconds * 1e9)
        var answered = 0
        while answered < most {
            if machine.isReadable {
                answered += 1
                let answer = try dequeue()
                // The next buffer of a camera that runs comes a frame time later.
                switch answer {
                case .frame, .lost: machine.clock = min(end, machine.clock + frameTime)
                case .notReady, .formatChanged, .ended: break
                }
                if machine.clock >= end, !isDue { return true }
                continue
            }
            guard let alarm = machine.alarm, alarm <= end else {
                machine.clock = end
                return true
            }
            machine.clock = max(machine.clock, alarm)
        }
        return false
    }

    private var isDue: Bool { machine.alarm.map { $0 <= machine.clock } ?? false }

    /// The words of the states so far.
    var words: [String] { states.map(\.words) }
}
