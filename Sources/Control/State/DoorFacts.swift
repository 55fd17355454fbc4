import Capture
import Radiometry
import Screening
import Settings

/// What is known of a door, and makes the condition of each of its parts. Nothing in it is about a person.
public struct DoorFacts: Hashable, Sendable {
    public var camera: CameraState
    /// What the camera's frames are good for; none before the first.
    public var frames: CameraCondition?
    /// none before the first frame.
    public var reference: ReferenceState?
    /// Names of the stages that missed their deadline.
    public var late: [String]
    public var records: RecordsFacts
    /// Whether the system's clock is known to be right.
    public var isClockSynchronized: Bool

    public init(
        camera: CameraState, frames: CameraCondition? = nil, reference: ReferenceState? = nil, late: [String] = [],
        records: RecordsFacts = RecordsFacts(), isClockSynchronized: Bool = false
    ) {
        self.camera = camera
        self.frames = frames
        self.reference = reference
        self.late = late
        self.records = records
        self.isClockSynchronized = isClockSynchronized
    }

    /// The condition of every part.
    public func conditions(_ settings: Settings) -> Conditions {
        let camera = cameraCondition
        let reference = referenceCondition(settings.reference.mode)
        return Conditions(
            camera: camera, reference: reference, screening: screeningCondition(camera, reference, settings),
            gate: Self.gate(settings.gate.output), records: records.recordsCondition, purge: records.purgeCondition,
            clock: clockCondition)
    }
}

// MARK: Camera

extension DoorFacts {
    private var cameraCondition: Condition {
        switch camera {
        case .absent(let why): Condition(.fault, code: "absent", words: "absent: \(why)")
        case .opening: Condition(.attention, code: "opening", words: "opening")
        case .streaming(let name): Self.streaming(name, frames)
        case .stalled:
            Condition(.attention, code: "stalled", words: "stalled: no frame comes, its stream is started again")
        case .reopening(let why): Condition(.attention, code: "reopening", words: "reopening: \(why)")
        case .unusable(let error):
            Condition(.fault, code: "unusable", words: "unusable: \(error.what): \(error.cause). \(error.remedy)")
        }
    }

    private static func streaming(_ name: String, _ frames: CameraCondition?) -> Condition {
        guard let frames else {
            return Condition(.attention, code: "opening", words: "opening: no frame yet from \(name)")
        }
        let words = frames == .ready ? "ready: \(name)" : frames.words
        return Condition(level(frames), code: frames.rawValue, words: words)
    }

    private static func level(_ frames: CameraCondition) -> Condition.Level {
        switch frames {
        case .ready, .correcting: .good
        case .settling, .warmingUp, .countOnly: .attention
        case .frozen, .rawCounts, .tenthKelvin, .automaticContrast, .implausible: .fault
        }
    }
}

// MARK: Reference body and screening

extension DoorFacts {
    private func referenceCondition(_ mode: ReferenceSettings.Mode) -> Condition {
        switch reference ?? (mode == .none ? .none : .searching) {
        case .none: Condition(.off, code: "none", words: "none: readings carry the camera's own uncertainty")
        case .searching: Condition(.attention, code: "searching", words: "searching: not found in the picture yet")
        case .tracked: Condition(.good, code: "tracked", words: "tracked")
        case .lost:
            Condition(
                mode == .required ? .fault : .attention, code: "lost",
                words: "lost: hidden, moved or no longer believable")
        }
    }

    /// Running while somebody who comes can be measured.
    private func screeningCondition(_ camera: Condition, _ reference: Condition, _ settings: Settings) -> Condition {
        if !late.isEmpty {
            return Condition(
                .fault, code: "stuck", words: "stuck: \(late.joined(separator: " and ")) missed a deadline")
        }
        guard case .streaming = self.camera, frames == .ready || frames == .correcting else {
            return Self.paused("camera", camera)
        }
        if settings.reference.mode == .required, self.reference != .tracked {
            return Self.paused("reference body", reference)
        }
        return Condition(.good, code: "running", words: "running")
    }

    /// A part that is good or off can't pause anything; its level is then that of what is not as it should be.
    private static func paused(_ part: String, _ cause: Condition) -> Condition {
        let level: Condition.Level = cause.level == .fault ? .fault : .attention
        return Condition(level, code: "paused", words: "paused: \(part) \(cause.code), nobody is measured")
    }
}

// MARK: Gate and clock

extension DoorFacts {
    private static func gate(_ output: GateSettings.Output) -> Condition {
        switch output {
        case .none: Condition(.off, code: output.rawValue, words: "none: decisions are only reported")
        case .simulated: Condition(.good, code: output.rawValue, words: "simulated: an imagined door")
        }
    }

    private var clockCondition: Condition {
        isClockSynchronized
            ? Condition(.good, code: "synchronized", words: "synchronized")
            : Condition(.attention, code: "unproven", words: "unproven: not known to be right")
    }
}
