import Audit
import Crypto
import Foundation

// Cryptography on secret memory: swift-crypto reads it in place, nothing is copied into arrays.
extension SecretBytes {
    /// Sealed with ChaCha20-Poly1305 (RFC 8439): nonce, ciphertext, tag.
    func sealed(key: SymmetricKey, nonce: [UInt8], bound: [UInt8]) throws(RecordsError) -> [UInt8] {
        do {
            // The memory outlives the call, which reads no more than its count.
            return try unsafe withMemoryThrowing { memory in
                let box = try unsafe ChaChaPoly.seal(
                    UnsafeRawBufferPointer(memory), using: key, nonce: ChaChaPoly.Nonce(data: nonce),
                    authenticating: bound)
                return Array(box.combined)
            }
        } catch {
            throw Self.failure
        }
    }

    /// HMAC-SHA256 of it.
    func code(key: SymmetricKey) -> [UInt8] {
        unsafe withMemory { memory in
            Array(unsafe HMAC<SHA256>.authenticationCode(for: UnsafeRawBufferPointer(memory), using: key))
        }
    }

    /// A key as a secret of this kind.
    static func of(_ key: SymmetricKey) throws(RecordsError) -> SecretBytes {
        var secret = try SecretBytes(count: max(1, key.bitCount / 8))
        // The bytes are read while the key lends them.
        unsafe key.withUnsafeBytes { bytes in
            for index in 0..<bytes.count { secret[index] = unsafe bytes[index] }
        }
        return secret
    }

    /// Two keys as one secret, of which neither can be missing.
    static func joined(_ first: SymmetricKey, _ second: SymmetricKey) throws(RecordsError) -> SecretBytes {
        var joined = try SecretBytes(count: first.bitCount / 8 + second.bitCount / 8)
        var next = 0
        for key in [first, second] {
            // The bytes are read while the key lends them.
            unsafe key.withUnsafeBytes { bytes in
                for index in 0..<bytes.count {
                    joined[next] = unsafe bytes[index]
                    next += 1
                }
            }
        }
        return joined
    }

    /// What `sealed` sealed.
    ///
    /// - Returns: nothing where key or bound bytes are other ones.
    static func opened(_ sealed: [UInt8], key: SymmetricKey, bound: [UInt8]) throws(RecordsError) -> SecretBytes? {
        guard let box = try? ChaChaPoly.SealedBox(combined: sealed),
            var data = try? ChaChaPoly.open(box, using: key, authenticating: bound)
        else { return nil }
        let secret = try SecretBytes(copying: data.span)
        data.resetBytes(in: 0..<data.count)
        return secret
    }

    private func withMemoryThrowing<Result>(
        _ body: (UnsafeMutableRawBufferPointer) throws -> Result
    ) throws -> Result {
        var result: Swift.Result<Result, any Error>?
        unsafe withMemory { memory in result = Swift.Result { try unsafe body(memory) } }
        guard let result else { throw Self.failure }
        return try result.get()
    }

    private static var failure: RecordsError {
        RecordsError(
            .system, what: "encryption", cause: "the library refused",
            remedy: "Report this: it is an error of the program.")
    }
}
