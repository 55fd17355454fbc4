import Crypto
import Foundation

/// An access as it stands in the log: its number, its time, and the chain up to it.
package struct AccessLine: Hashable {
    package let sequence: Int64
    /// Trusted UTC milliseconds.
    package let time: Int64
    package let access: Access
    /// SHA-256 of the digest and the code: all that stands in this line and before it.
    package let head: [UInt8]
    /// HMAC of the digest under the key of this line, which was destroyed after it.
    package let code: [UInt8]

    package init(_ access: Access, _ sequence: Int64, at time: Int64, after head: [UInt8], key: SymmetricKey) {
        self.access = access
        self.sequence = sequence
        self.time = time
        let digest = Self.digest(access, sequence, time, after: head)
        code = HMACBytes.of(digest, key: key)
        self.head = Self.head(digest, code)
    }

    /// Whether this line stood after that head.
    package func follows(_ head: [UInt8]) -> Bool {
        self.head == Self.head(Self.digest(access, sequence, time, after: head), code)
    }

    /// Whether the code was made with this key.
    package func isCoded(by key: SymmetricKey, after head: [UInt8]) -> Bool {
        HMACBytes.isValid(code, of: Self.digest(access, sequence, time, after: head), key: key)
    }

    package var text: String {
        var fields = Self.fields(access, sequence, time)
        fields["head"] = .text(Hex.text(head))
        fields["code"] = .text(Hex.text(code))
        return CanonicalJSON.text(fields)
    }

    /// Reads exactly what `text` writes.
    package init?(_ text: String) {
        guard let read = try? JSONDecoder().decode(Fields.self, from: Data(text.utf8)),
            let origin = Access.Origin(rawValue: read.origin), let action = Access.Action(rawValue: read.action),
            let head = Hex.bytes(read.head), let code = Hex.bytes(read.code),
            let access = try? Access(
                user: read.user, origin: origin, action: action, record: read.record.flatMap { RecordID($0) },
                reason: read.reason.flatMap(Access.Reason.init))
        else { return nil }
        sequence = read.seq
        time = read.t
        self.access = access
        self.head = head
        self.code = code
        guard self.text == text else { return nil }
    }

    private struct Fields: Decodable {
        let seq, t: Int64
        let user, origin, action, head, code: String
        let record, reason: String?
    }

    private static func fields(_ access: Access, _ sequence: Int64, _ time: Int64) -> [String: CanonicalJSON] {
        var fields: [String: CanonicalJSON] = [
            "seq": .number(sequence), "t": .number(time), "user": .text(access.user),
            "origin": .text(access.origin.rawValue), "action": .text(access.action.rawValue),
        ]
        fields["record"] = access.record.map { .text($0.description) }
        fields["reason"] = access.reason.map { .text($0.rawValue) }
        return fields
    }

    /// SHA-256 of the head before and this access.
    private static func digest(_ access: Access, _ sequence: Int64, _ time: Int64, after head: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: head + Array(CanonicalJSON.text(fields(access, sequence, time)).utf8)))
    }

    private static func head(_ digest: [UInt8], _ code: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: digest + code))
    }
}
