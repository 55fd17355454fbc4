import Audit
import Capture
import Records
import Settings

/// What the records of a door are made of.
package struct RecordsSetup: Sendable {
    /// The state directory; none where systemd made none and none was named.
    package var directory: String?
    /// The door's name, as entries bear it.
    package var door: String
    package var settings: Settings
    /// What configuration is in force, for the privacy report.
    package var configuration: ConfigurationFile
    /// Makes what reads the clocks that records die by.
    package var clock: ClockMaker
    /// The clock of the door's events: CLOCK_MONOTONIC nanoseconds.
    package var monotonic: @Sendable () -> Int64 = FrameClock.monotonicNow
    package var random: any RandomSource = SystemRandom()
    package var probe: FileSystemProbe = SystemFileSystemProbe.facts
    /// Called after each step of a purge.
    package var hook: PurgeHook = { (_) throws(RecordsError) in }

    package typealias ClockMaker = @Sendable () throws(RecordsError) -> @Sendable () -> ClockReading

    package init(directory: String?, door: String, settings: Settings, configuration: ConfigurationFile) {
        self.directory = directory
        self.door = door
        self.settings = settings
        self.configuration = configuration
        let path = settings.clock.synchronizedPath
        clock = { () throws(RecordsError) in
            let clock = try SystemClock(synchronizedPath: path)
            return { clock.reading() }
        }
    }

    var isConsented: Bool { settings.records.mode == .consented }

    /// - Parameter clock: what reads the clocks.
    func store(in directory: String, clock: @escaping @Sendable () -> ClockReading) -> RecordStoreSetup {
        var setup = RecordStoreSetup(
            directory: directory, settings: settings, clock: clock, random: random, probe: probe)
        setup.hook = hook
        return setup
    }
}

/// The file that a configuration was read from.
package struct ConfigurationFile: Hashable, Sendable {
    package var path: String
    /// SHA-256 of its bytes as they were read, 64 hexadecimal digits; none where it could not be read again.
    package var hash: String?

    package init(path: String, hash: String?) {
        self.path = path
        self.hash = hash
    }
}
