import Audit
import Glibc
import Records
import RecordsFixture
import Settings
import Synchronization

/// A process that a test kills in a purge, or whose memory it reads after one.
///
/// Arguments: directory, step, wall (UTC ms), boottime (ns), and the receipt code of who withdraws, or "-". It opens the
/// store, purges or withdraws, and is killed by SIGKILL right after the step; with "withdraw" as step it lives. With the step "hold" it uses every key of
/// that receipt, lets all of them be destroyed, says "held" and waits for the end of its input. With "trap", "abort" or
/// "fault" it dies of that with every key just used and the code in its hands.
@main
enum PurgeVictim {
    private static let passed = Atomic<Int64>(0)

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let wall = Int64(arguments[3]), let boottime = Int64(arguments[4]) else { exit(64) }
        let step = PurgeStep(rawValue: arguments[2])
        var setup = RecordStoreSetup(
            directory: arguments[1], settings: .consentedDoor,
            clock: {
                let passed = passed.load(ordering: .relaxed)
                return ClockReading(
                    wall: wall + passed, boottime: boottime + passed * 1_000_000, bootID: 1, isSynchronized: true)
            },
            probe: { (_) throws(RecordsError) in
                FileSystemFacts(type: FileSystemFacts.ext4, device: "vda", options: "data=ordered\n")
            })
        setup.hook = { (reached) throws(RecordsError) in
            guard reached == step else { return }
            kill(getpid(), SIGKILL)
            pause()
        }
        guard let store = try RecordStore.open(setup) else { exit(65) }
        if let crash = Crash(rawValue: arguments[2]) {
            try use(store, code: arguments[5], then: crash)
        } else if arguments[2] == "hold" {
            try hold(store, code: arguments[5])
        } else if arguments[5] != "-" {
            try store.withdraw(SubjectReference(code: arguments[5]))
        }
        exit(0)
    }

    private static func hold(_ store: RecordStore, code: String) throws {
        try use(store, code: code)
        passed.store(14 * 86_400_000, ordering: .relaxed)
        try store.tick()
        try store.withdraw(SubjectReference(code: code))
        print("held")
        fflush(nil)
        while readLine() != nil {}
    }

    private enum Crash: String {
        case trap, abort, fault

        /// Ends the process, as an error of the program would.
        func happen(_ holding: Int) {
            switch self {
            // Overflows: `holding` is at least 1.
            case .trap: print(Int.max - 1 + holding + 1)
            case .abort: Glibc.abort()
            case .fault: raise(SIGSEGV)
            }
        }
    }

    private static func use(_ store: RecordStore, code: String, then crash: Crash) throws {
        try use(store, code: code)
        let reference = try SubjectReference(code: code)
        let entries = try store.entries(of: reference)
        crash.happen(entries.count)
        withExtendedLifetime(reference.code) {}
    }

    private static func use(_ store: RecordStore, code: String) throws {
        let reference = try SubjectReference(code: code)
        for _ in 0..<3 {
            _ = try store.append(
                EntryRecord(gate: "main", direction: .inwards, outcome: .admitted), under: reference)
        }
        guard try store.entries(of: reference).count >= 6 else { exit(66) }
    }
}
