import Audit

/// What is sealed of an entry: always 64 bytes, so that the length says nothing.
///
/// Byte 0 is the form (1), 1 the items, 2 the direction, 3 the outcome, 4...11 the time (big-endian), 12...27 the
/// consent's id, 28 the length of the door's name, 29...44 that name; the rest is zero. What is not among the items is
/// zero.
struct EntryPayload: Hashable {
    static let size = 64

    let consent: RecordID
    let items: RecordItems
    let time: Int64?
    let gate: String?
    let direction: EntryRecord.Direction?
    let outcome: EntryRecord.Outcome?

    /// Takes exactly the items of an entry, nothing else.
    init(_ entry: EntryRecord, at time: Int64, items: RecordItems, consent: RecordID) {
        self.consent = consent
        self.items = items
        self.time = items.contains(.time) ? time : nil
        gate = items.contains(.gate) ? entry.gate : nil
        direction = items.contains(.direction) ? entry.direction : nil
        outcome = items.contains(.outcome) ? entry.outcome : nil
    }

    /// Writes it over zeros.
    func write(to bytes: inout SecretBytes) {
        bytes[0] = 1
        bytes[1] = UInt8(truncatingIfNeeded: items.rawValue)
        bytes[2] = direction?.rawValue ?? 0
        bytes[3] = outcome?.rawValue ?? 0
        for (index, byte) in (time ?? 0).bytes.enumerated() { bytes[4 + index] = byte }
        for (index, byte) in consent.bytes.enumerated() { bytes[12 + index] = byte }
        let name = Array((gate ?? "").utf8.prefix(16))
        bytes[28] = UInt8(name.count)
        for (index, byte) in name.enumerated() { bytes[29 + index] = byte }
    }

    /// Reads what `write` wrote; nothing where it is something else.
    init?(_ secret: borrowing SecretBytes) {
        guard secret.count == Self.size, secret[0] == 1 else { return nil }
        var bytes: [UInt8] = []
        for index in 0..<Self.size { bytes.append(secret[index]) }
        let items = RecordItems(rawValue: UInt16(bytes[1]))
        guard let consent = RecordID(bytes[12..<28]), bytes[28] <= 16 else { return nil }
        self.consent = consent
        self.items = items
        time = items.contains(.time) ? Int64(bytes: bytes[4..<12]) : nil
        gate = items.contains(.gate) ? String(validating: bytes[29..<(29 + Int(bytes[28]))], as: UTF8.self) : nil
        direction = items.contains(.direction) ? EntryRecord.Direction(rawValue: bytes[2]) : nil
        outcome = items.contains(.outcome) ? EntryRecord.Outcome(rawValue: bytes[3]) : nil
    }
}
