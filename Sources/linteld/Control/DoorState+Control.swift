import Audit
import Control
import Journal
import Records
import Settings

extension DoorState {
    /// What the control socket tells of the door.
    ///
    /// - Parameters:
    ///   - settings: those that are running.
    ///   - logLinesLost: lines dropped since the start.
    package func told(_ settings: Settings, logLinesLost: UInt64) -> ControlState {
        let facts = DoorFacts(
            camera: camera, frames: scene?.camera, reference: scene?.reference, late: late.map(\.rawValue),
            records: records.facts, isClockSynchronized: isClockSynchronized)
        return ControlState(
            conditions: facts.conditions(settings), lastFrame: totals.lastFrame, frames: totals.frames,
            entries: totals.entries, logLinesLost: logLinesLost)
    }
}

extension RecordsState {
    var facts: RecordsFacts { RecordsFacts(recording: recordingFact, purge: purgeFact, lag: lag) }

    private var recordingFact: RecordsFacts.Recording {
        if let heldFor { return .stopped("the disk has not answered for \(heldFor / 60) min") }
        return switch recording {
        case .off: .off
        case .opening: .stopped("the store is being opened, and what is overdue destroyed")
        case .recording: .recording
        case .stopped(let error): .stopped("\(error.what): \(error.cause). \(error.remedy)")
        case .refused(let error): .refused("\(error.what): \(error.cause). \(error.remedy)")
        }
    }

    private var purgeFact: RecordsFacts.Purge {
        switch purge {
        case .none: .none
        case .current: .current
        case .late(_, nil): .late
        case .late(_, let error?), .failing(let error): .failing("\(error.what): \(error.cause). \(error.remedy)")
        }
    }
}
