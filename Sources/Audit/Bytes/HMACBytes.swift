import Crypto
import Foundation

/// HMAC-SHA256 and HKDF over byte arrays.
package enum HMACBytes {
    /// 32 bytes.
    package static func of(_ message: [UInt8], key: SymmetricKey) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// Compares without telling where the difference is.
    package static func isValid(_ code: [UInt8], of message: [UInt8], key: SymmetricKey) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: key)
    }

    /// A key of 32 bytes for one use, by HKDF-SHA256 (RFC 5869).
    package static func derive(_ key: SymmetricKey, for use: String, salt: [UInt8] = []) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: salt, info: Array("lintel \(use)".utf8), outputByteCount: 32)
    }
}

extension FixedWidthInteger {
    /// Big-endian.
    package var bytes: [UInt8] {
        (0..<(Self.bitWidth / 8)).reversed().map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }

    /// - Parameter bytes: big-endian, exactly as many as the type has.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.bitWidth / 8 else { return nil }
        self = bytes.reduce(0) { ($0 << 8) | Self(truncatingIfNeeded: $1) }
    }
}
