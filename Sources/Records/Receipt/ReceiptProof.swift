import Audit
import Crypto

/// The device's code over a receipt: HMAC-SHA256 over the text of the receipt without the field "proof".
enum ReceiptProof {
    /// - Parameters:
    ///   - text: the receipt without it.
    ///   - key: the key of consent events.
    static func field(of text: String, key: SymmetricKey) -> CanonicalJSON {
        .object([
            "algorithm": .text("HMAC-SHA256"), "over": .text("this receipt without \"proof\""),
            "code": .text(Hex.text(HMACBytes.of(Array(text.utf8), key: derived(key)))),
        ])
    }

    /// Whether this is, sign by sign, a receipt that was written with the key.
    static func isAuthentic(_ receipt: String, key: SymmetricKey) -> Bool {
        let parts = receipt.split(separator: /"proof":\{[^{}]*\},/, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let text = parts.joined()
        let proof = CanonicalJSON.text(["proof": field(of: text, key: key)])
        // Compared as a whole: a receipt with another proof, or with the right one elsewhere, is another text.
        let expected = parts[0] + proof.dropFirst().dropLast() + "," + parts[1]
        return areEqual(Array(receipt.utf8), Array(expected.utf8))
    }

    /// Takes the same time wherever they differ.
    private static func areEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derived(_ key: SymmetricKey) -> SymmetricKey { HMACBytes.derive(key, for: "receipt 1") }
}
