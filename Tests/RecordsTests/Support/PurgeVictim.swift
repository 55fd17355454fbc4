import Foundation
import Records

/// The process that dies in the middle of its work, or is looked into: Tests/Support/PurgeVictim.
enum PurgeVictim {
    /// Beside the tests.
    static var program: URL {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("lintel-purge-victim")
    }

    /// What the unit sets: no backtrace, and what is freed is overwritten.
    static let unitEnvironment = [
        "SWIFT_BACKTRACE": "enable=no", "GLIBC_TUNABLES": "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0",
    ]

    /// - Parameter step: a purge's, or what else it knows.
    static func arguments(_ test: TestStore, _ step: String, code: String = "-") -> [String] {
        let reading = test.machine.reading
        return [test.directory.path, step, "\(reading.wall)", "\(reading.boottime)", code]
    }
}
