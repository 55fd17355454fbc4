import Crypto

/// Where a chain stands.
struct AccessChain: Hashable {
    var count: Int64 = 0
    var head = [UInt8](repeating: 0, count: 32)
    /// The time of the last line, UTC milliseconds.
    var time: Int64 = 0

    /// The key after one line; the one before can't be found from it.
    static func next(_ key: SymmetricKey) -> SymmetricKey { HMACBytes.derive(key, for: "access ratchet 1") }
}
