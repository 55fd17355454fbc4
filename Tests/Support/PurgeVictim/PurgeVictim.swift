import Glibc
import Records
import RecordsFixture
import Settings

/// Opens a store, purges or withdraws, and is killed by SIGKILL right after one step of it.
///
/// Arguments: directory, step, wall (UTC ms), boottime (ns), and the receipt code of who withdraws, or "-".
@main
enum PurgeVictim {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let step = PurgeStep(rawValue: arguments[2]), let wall = Int64(arguments[3]),
            let boottime = Int64(arguments[4])
        else { exit(64) }
        let reading = ClockReading(wall: wall, boottime: boottime, bootID: 1, isSynchronized: true)
        var setup = RecordStoreSetup(
            directory: arguments[1], settings: .consentedDoor, clock: { reading },
            probe: { (_) throws(RecordsError) in
                FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "data=ordered\n")
            })
        setup.hook = { (reached) throws(RecordsError) in
            guard reached == step else { return }
            kill(getpid(), SIGKILL)
            pause()
        }
        guard let store = try RecordStore.open(setup) else { exit(65) }
        if arguments[5] != "-" { try store.withdraw(SubjectReference(code: arguments[5])) }
        exit(0)
    }
}
