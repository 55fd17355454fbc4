import Crypto
import Foundation

/// How many accesses were written and what their chain came to, signed by the device. Keep a copy elsewhere: nothing
/// before it can be changed or cut without showing.
public struct AccessCheckpoint: Hashable, Sendable {
    /// Accesses since the log began.
    public let count: Int64
    /// The head of the chain after them, 32 bytes.
    public let head: [UInt8]
    /// Trusted UTC milliseconds.
    public let time: Int64
    /// The device's public key, Ed25519.
    public let publicKey: [UInt8]
    let signature: [UInt8]

    package init(count: Int64, head: [UInt8], time: Int64, key: Curve25519.Signing.PrivateKey) throws(RecordsError) {
        self.count = count
        self.head = head
        self.time = time
        publicKey = Array(key.publicKey.rawRepresentation)
        let message = Self.message(count, head, time, publicKey)
        guard let signature = try? key.signature(for: message) else {
            throw RecordsError(
                .accessLog, what: "checkpoint", cause: "it can't be signed",
                remedy: "Report this: it is an error of the program.")
        }
        self.signature = Array(signature)
    }

    private init(count: Int64, head: [UInt8], time: Int64, publicKey: [UInt8], signature: [UInt8]) {
        self.count = count
        self.head = head
        self.time = time
        self.publicKey = publicKey
        self.signature = signature
    }

    /// Whether the key that it names signed it.
    public var isSigned: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: Self.message(count, head, time, publicKey))
    }

    /// One line of JSON: what is exported, and what stands in the log.
    public var line: String {
        CanonicalJSON.text([
            "type": .text("checkpoint"), "count": .number(count), "head": .text(Hex.text(head)), "t": .number(time),
            "public_key": .text(Hex.text(publicKey)), "signature": .text(Hex.text(signature)),
        ])
    }

    /// Reads exactly what `line` writes.
    public init?(line: String) {
        guard let read = try? JSONDecoder().decode(Fields.self, from: Data(line.utf8)),
            let head = Hex.bytes(read.head), let publicKey = Hex.bytes(read.publicKey),
            let signature = Hex.bytes(read.signature)
        else { return nil }
        self.init(count: read.count, head: head, time: read.t, publicKey: publicKey, signature: signature)
        guard self.line == line else { return nil }
    }

    private struct Fields: Decodable {
        let head, publicKey, signature: String
        let count, t: Int64

        enum CodingKeys: String, CodingKey {
            case publicKey = "public_key"
            case head, signature, count, t
        }
    }

    private static func message(_ count: Int64, _ head: [UInt8], _ time: Int64, _ publicKey: [UInt8]) -> [UInt8] {
        Array("lintel access checkpoint 1".utf8) + count.bytes + head + time.bytes + publicKey
    }
}
