import Audit
import Crypto

/// Something sealed under an epoch's key, to try whether the key is gone.
enum Canary {
    static let use = "canary 1"

    static func seal(_ key: SymmetricKey, epoch: Int64, random: any RandomSource) throws(RecordsError) -> [UInt8] {
        try random.secret(16).sealed(
            key: HMACBytes.derive(key, for: use), nonce: random.bytes(12), bound: epoch.bytes)
    }
}
