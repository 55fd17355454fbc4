/// Memory and processor time of this process.
struct ProcessUse: Sendable {
    /// Resident memory in KiB; `nil` where /proc doesn't say.
    let residentKibibytes: Int?
    /// Processor seconds since the process started.
    let processorSeconds: Double

    static func now() -> ProcessUse {
        let status = SystemLinteld.readSmallFile("/proc/self/status")
        let resident = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }?
            .split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return ProcessUse(
            residentKibibytes: resident.flatMap { Int($0) }, processorSeconds: SystemLinteld.processorSeconds())
    }
}
