import Control
import Journal
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
            isClockSynchronized: isClockSynchronized)
        return ControlState(
            conditions: facts.conditions(settings), lastFrame: totals.lastFrame, frames: totals.frames,
            entries: totals.entries, logLinesLost: logLinesLost)
    }
}
