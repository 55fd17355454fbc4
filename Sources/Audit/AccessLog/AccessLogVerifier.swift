import Crypto

/// Reads an access log from its oldest segment and finds every line that is not as it was written.
///
/// Numbers, hashes and checkpoints are followed through all segments. Checkpoints that were exported are compared with
/// what the chain came to there; with the first key, exported when the log began, every line's code is tried too.
/// It needs no key of the device, so a copy of the log can be checked anywhere.
public struct AccessLogVerifier {
    private let segments: AccessSegments
    /// The device's, or the one that an exported checkpoint names, or the one that the first checkpoint names.
    private var publicKey: [UInt8]?
    private var exported: [AccessCheckpoint]
    private var key: SymmetricKey?
    private var chain: AccessChain?
    private var report = AccessLogReport()

    /// - Parameter publicKey: the device's, where it is known.
    package init(
        _ segments: AccessSegments, publicKey: [UInt8]? = nil, exported: [AccessCheckpoint], key: SymmetricKey?
    ) {
        self.segments = segments
        self.publicKey = publicKey ?? exported.first?.publicKey
        self.exported = exported.sorted { $0.count < $1.count }
        self.key = key
    }

    /// Reads a log, or a copy of one.
    ///
    /// - Parameters:
    ///   - directory: of the log.
    ///   - exported: checkpoints that were kept elsewhere. Without one, whoever rewrote all of it is not found out.
    ///   - key: the first key, where it was kept elsewhere.
    /// - Throws: `system` where it can't be read.
    public static func verify(
        _ directory: String, exported: [AccessCheckpoint] = [], key: AccessKey? = nil
    ) throws(RecordsError) -> AccessLogReport {
        var verifier = AccessLogVerifier(
            AccessSegments(directory: directory), exported: exported, key: key?.symmetric)
        return try verifier.verify()
    }

    package mutating func verify() throws(RecordsError) -> AccessLogReport {
        for checkpoint in exported where !checkpoint.isSigned || checkpoint.publicKey != publicKey {
            note(checkpoint, "the checkpoint of \(checkpoint.count) was not signed by this device")
        }
        for name in try segments.names() { try read(name) }
        let count = chain?.count ?? 0
        for checkpoint in exported where checkpoint.count > count {
            note(checkpoint, "the log ends at \(count), before the checkpoint of \(checkpoint.count): it was cut")
        }
        if chain == nil, let first = exported.first { note(first, "no segment is left") }
        report.accesses = count - report.first + 1
        report.publicKey = publicKey
        report.head = chain?.head
        report.time = chain?.time
        return report
    }

    private mutating func read(_ name: String) throws(RecordsError) {
        report.segments += 1
        let (lines, _, isTorn) = try segments.lines(name)
        if lines.first.flatMap({ AccessCheckpoint(line: $0) }) == nil {
            note(name, 1, "it does not begin with a checkpoint")
        }
        for (index, line) in lines.enumerated() {
            if let checkpoint = AccessCheckpoint(line: line) {
                follow(checkpoint, name, index + 1)
            } else if let line = AccessLine(line) {
                follow(line, name, index + 1)
            } else {
                note(name, index + 1, "it is neither an access nor a checkpoint")
            }
        }
        if isTorn { note(name, lines.count + 1, "its last line has no end") }
    }

    private mutating func follow(_ checkpoint: AccessCheckpoint, _ name: String, _ line: Int) {
        publicKey = publicKey ?? checkpoint.publicKey
        if !checkpoint.isSigned || checkpoint.publicKey != publicKey {
            note(name, line, "the checkpoint was not signed by this device")
        }
        guard let known = chain else {
            chain = AccessChain(count: checkpoint.count, head: checkpoint.head, time: checkpoint.time)
            report.first = checkpoint.count + 1
            // The codes of what is no longer kept can't be followed.
            for _ in 0..<max(0, min(checkpoint.count, 100_000_000)) { key = key.map(AccessChain.next) }
            compare(name, line)
            return
        }
        if checkpoint.count != known.count || checkpoint.head != known.head {
            note(
                name, line,
                "the checkpoint says \(checkpoint.count) accesses, the chain comes to \(known.count) or another head")
        }
    }

    private mutating func follow(_ line: AccessLine, _ name: String, _ number: Int) {
        guard var known = chain else { return note(name, number, "no checkpoint stands before it") }
        if line.sequence != known.count + 1 {
            note(name, number, "it is number \(line.sequence), not \(known.count + 1): something was cut or put in")
        } else if !line.follows(known.head) {
            note(name, number, "it was changed, or something before it")
        } else if line.time < known.time {
            note(name, number, "it is earlier than the one before")
        }
        if let current = key {
            if !line.isCoded(by: current, after: known.head) { note(name, number, "its code is not the device's") }
            key = AccessChain.next(current)
        }
        known.count = line.sequence
        known.head = line.head
        known.time = line.time
        chain = known
        compare(name, number)
    }

    /// Compares the chain with what was exported of this place.
    private mutating func compare(_ name: String, _ line: Int) {
        guard let chain else { return }
        for checkpoint in exported where checkpoint.count == chain.count {
            report.checkpoints += 1
            if checkpoint.head != chain.head { note(name, line, "it is not what the exported checkpoint of it says") }
        }
    }

    private mutating func note(_ segment: String, _ line: Int?, _ cause: String) {
        report.problems.append(AccessLogReport.Problem(segment: segment, line: line, cause: cause, exported: nil))
    }

    private mutating func note(_ checkpoint: AccessCheckpoint, _ cause: String) {
        report.problems.append(
            AccessLogReport.Problem(segment: "exported", line: nil, cause: cause, exported: checkpoint.count))
    }
}
