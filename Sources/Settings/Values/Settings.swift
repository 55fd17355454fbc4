/// The validated configuration of one door. A value made by `init()` holds every default.
public struct Settings: Hashable, Sendable {
    public var camera = CameraSettings()
    public var simulation = SimulationSettings()
    public var reference = ReferenceSettings()
    public var screening = ScreeningSettings()
    public var gate = GateSettings()
    public var records = RecordsSettings()
    public var notice = NoticeSettings()
    public var audit = AuditSettings()
    public var clock = ClockSettings()
    public var control = ControlSettings()
    public var journal = JournalSettings()

    public init() {}
}
