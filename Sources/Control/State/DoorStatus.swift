import Capture

/// The reply of io.lintel.Status.Get.
public struct DoorStatus: Hashable, Sendable {
    public var door: String
    public var version: String
    /// Milliseconds since the daemon started.
    public var uptime: Int64
    public var conditions: Conditions
    /// Milliseconds that the oldest thing kept is overdue to be destroyed; none where nothing is kept.
    public var purgeLag: Int64?
    /// Milliseconds since the last frame was screened; none before the first.
    public var frameAge: Int64?
    public var frames: FrameCounters
    public var entries: EntryTotals
    /// Milliseconds since the totals were true.
    public var entriesAge: Int64
    public var logLinesLost: UInt64
    public var clients: ClientCounts

    public init(
        door: String, version: String, uptime: Int64, conditions: Conditions, purgeLag: Int64? = nil,
        frameAge: Int64?, frames: FrameCounters,
        entries: EntryTotals, entriesAge: Int64, logLinesLost: UInt64, clients: ClientCounts
    ) {
        self.door = door
        self.version = version
        self.uptime = uptime
        self.conditions = conditions
        self.purgeLag = purgeLag
        self.frameAge = frameAge
        self.frames = frames
        self.entries = entries
        self.entriesAge = entriesAge
        self.logLinesLost = logLinesLost
        self.clients = clients
    }
}
