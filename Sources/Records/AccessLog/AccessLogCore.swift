import Audit
import Crypto

/// An access log in one hand. `AccessLog` lends it to one caller at a time.
struct AccessLogCore: ~Copyable, Sendable {
    private let segments: AccessSegments
    private let slots: KeySlots
    private let readClock: @Sendable () -> ClockReading
    /// Milliseconds that a segment is kept.
    private let keep: Int64
    private var chain: AccessChain
    private var clock: TrustedClock
    /// The key of the first line, in the process that began the log.
    private(set) var firstKey: SymmetricKey?
    /// The last one that was signed since the log was opened.
    private var lastCheckpoint: AccessCheckpoint?

    private static let chainSlot = 1
    private static let signingSlot = 2

    private init(
        segments: AccessSegments, slots: consuming KeySlots, clock: @escaping @Sendable () -> ClockReading, keep: Int64,
        chain: AccessChain
    ) {
        self.segments = segments
        self.slots = slots
        readClock = clock
        self.keep = keep
        self.chain = chain
        let floor = chain.time > 0 ? ClockFloor(now: chain.time, uptime: 0) : nil
        self.clock = TrustedClock(restoring: nil, floor: floor, at: clock())
    }

    // MARK: Opening

    static func open(
        _ directory: String, keep: Int64, random: any RandomSource, clock: @escaping @Sendable () -> ClockReading
    ) throws(RecordsError) -> AccessLogCore {
        try SystemFile.makeDirectory(directory)
        let (segments, keyPath) = (AccessSegments(directory: directory), "\(directory)/access.keys")
        let names = try segments.names()
        guard SystemFile.exists(keyPath) || names.isEmpty else {
            throw damaged(directory, "its key file is missing")
        }
        let slots =
            SystemFile.exists(keyPath)
            ? try KeySlots.open(keyPath, random: random) : try KeySlots.create(keyPath, slots: 2, random: random)
        let (chain, tear) = try end(of: segments, names)
        var core = AccessLogCore(segments: segments, slots: slots, clock: clock, keep: keep, chain: chain)
        try core.begin(isEmpty: names.isEmpty)
        try core.ratchetAfterCrash(names)
        if let tear { try core.repair(tear) }
        return core
    }

    /// Where the chain ends, and the segment whose last line is torn.
    private static func end(
        of segments: AccessSegments, _ names: [String]
    ) throws(RecordsError) -> (AccessChain, (name: String, size: Int64)?) {
        var tear: (name: String, size: Int64)?
        for name in names.reversed() {
            let (lines, whole, isTorn) = try segments.lines(name)
            if isTorn { tear = (name, whole) }
            guard let last = lines.last else { continue }
            if let line = AccessLine(last) {
                return (AccessChain(count: line.sequence, head: line.head, time: line.time), tear)
            }
            guard let checkpoint = AccessCheckpoint(line: last) else {
                throw damaged(segments.path(name), "its last line is neither an access nor a checkpoint")
            }
            return (AccessChain(count: checkpoint.count, head: checkpoint.head, time: checkpoint.time), tear)
        }
        return (AccessChain(), tear)
    }

    /// Makes keys and the first segment, in an order in which a crash is told from a loss.
    private mutating func begin(isEmpty: Bool) throws(RecordsError) {
        let hasKey = try slots.isUsed(Self.chainSlot)
        guard !hasKey else {
            if isEmpty { throw Self.damaged(segments.directory, "its segments are missing") }
            return
        }
        guard chain.count == 0 else { throw Self.damaged(segments.directory, "its key is missing") }
        if try !slots.isUsed(Self.signingSlot) { try slots.make(in: Self.signingSlot) }
        clock.advance(to: readClock())
        if isEmpty {
            try segments.append(try makeCheckpoint().line, to: AccessSegments.name(at: clock.now))
        }
        try slots.make(in: Self.chainSlot)
        firstKey = try slots.key(in: Self.chainSlot)
    }

    private mutating func repair(_ tear: (name: String, size: Int64)) throws(RecordsError) {
        try segments.cut(tear.name, to: tear.size)
        if tear.size == 0 { try segments.append(try makeCheckpoint().line, to: tear.name) }
        try append(Access(user: "lintel", origin: .daemon, action: .repair))
    }

    /// A crash between a line and the destruction of its key: the key is still there, and goes now.
    private mutating func ratchetAfterCrash(_ names: [String]) throws(RecordsError) {
        guard let name = names.last, let key = try slots.key(in: Self.chainSlot) else { return }
        var head: [UInt8]?
        var isCoded = false
        for text in try segments.lines(name).lines {
            if let checkpoint = AccessCheckpoint(line: text) {
                head = checkpoint.head
            } else if let line = AccessLine(text) {
                isCoded = head.map { line.isCoded(by: key, after: $0) } ?? false
                head = line.head
            }
        }
        if isCoded { try ratchet(key) }
    }

    // MARK: Writing

    mutating func append(_ access: Access) throws(RecordsError) {
        clock.advance(to: readClock())
        let name = try currentSegment()
        guard let key = try slots.key(in: Self.chainSlot) else {
            throw Self.damaged(segments.directory, "its key is missing")
        }
        let line = AccessLine(access, chain.count + 1, at: max(clock.now, chain.time), after: chain.head, key: key)
        try segments.append(line.text, to: name)
        chain = AccessChain(count: line.sequence, head: line.head, time: line.time)
        try ratchet(key)
    }

    private func ratchet(_ key: SymmetricKey) throws(RecordsError) {
        try slots.write(SecretBytes.of(AccessChain.next(key)), in: Self.chainSlot)
    }

    /// The segment of now. A segment that another month ends is closed by a checkpoint, and the next begins with it.
    private func currentSegment() throws(RecordsError) -> String {
        let wanted = AccessSegments.name(at: clock.now)
        guard let last = try segments.names().last else {
            throw Self.damaged(segments.directory, "its segments are missing")
        }
        // Names of segments never go back, as the trusted time does not.
        guard let end = AccessSegments.end(of: last), clock.now >= end else { return last }
        let checkpoint = try makeCheckpoint().line
        try segments.append(checkpoint, to: last)
        try segments.append(checkpoint, to: wanted)
        return wanted
    }

    mutating func checkpoint() throws(RecordsError) -> AccessCheckpoint {
        clock.advance(to: readClock())
        let name = try currentSegment()
        let checkpoint = try makeCheckpoint()
        try segments.append(checkpoint.line, to: name)
        lastCheckpoint = checkpoint
        return checkpoint
    }

    var position: AccessPosition {
        AccessPosition(count: chain.count, head: chain.head, lastCheckpoint: lastCheckpoint)
    }

    private func makeCheckpoint() throws(RecordsError) -> AccessCheckpoint {
        try AccessCheckpoint(count: chain.count, head: chain.head, time: max(clock.now, chain.time), key: signingKey())
    }

    private func signingKey() throws(RecordsError) -> Curve25519.Signing.PrivateKey {
        guard let seed = try slots.key(in: Self.signingSlot),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { throw Self.damaged(segments.directory, "its signing key is missing") }
        return key
    }

    // MARK: Keeping and checking

    /// Deletes whole segments that are older than they are kept; only by a clock that is confirmed.
    ///
    /// - Returns: how many.
    mutating func purge() throws(RecordsError) -> Int {
        clock.advance(to: readClock())
        guard clock.isSynchronized else { return 0 }
        // The last segment stays: the chain goes on from it.
        let old = try segments.names().dropLast().filter { name in
            AccessSegments.end(of: name).map { $0.saturated(adding: keep) <= clock.now } ?? false
        }
        for name in old { try segments.remove(name) }
        return old.count
    }

    func verify(_ exported: [AccessCheckpoint], _ key: SymmetricKey?) throws(RecordsError) -> AccessLogReport {
        let publicKey = Array(try signingKey().publicKey.rawRepresentation)
        var verifier = AccessLogVerifier(segments, publicKey: publicKey, exported: exported, key: key)
        return try verifier.verify()
    }

    /// Gives the first key away, once.
    mutating func takeFirstKey() -> SymmetricKey? {
        defer { firstKey = nil }
        return firstKey
    }

    private static func damaged(_ path: String, _ cause: String) -> RecordsError {
        RecordsError(
            .accessLog, what: path, cause: "the access log is damaged: \(cause)",
            remedy: "It is left as it is. Keep it as evidence, and name another state directory.")
    }
}
