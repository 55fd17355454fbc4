import Crypto

extension SymmetricKey {
    /// Its bytes, for searching files.
    func copiedBytes() -> [UInt8] {
        // The bytes are copied while the key lends them.
        unsafe withUnsafeBytes { unsafe Array($0) }
    }
}
