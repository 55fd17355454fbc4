import Crypto

/// Where a chain stands.
package struct AccessChain: Hashable {
    package var count: Int64
    package var head: [UInt8]
    /// The time of the last line, UTC milliseconds.
    package var time: Int64

    package init(count: Int64 = 0, head: [UInt8] = [UInt8](repeating: 0, count: 32), time: Int64 = 0) {
        self.count = count
        self.head = head
        self.time = time
    }

    /// The key after one line; the one before can't be found from it.
    package static func next(_ key: SymmetricKey) -> SymmetricKey { HMACBytes.derive(key, for: "access ratchet 1") }
}
