import Crypto

extension SymmetricKey {
    /// Lends its bytes as an array.
    package func withBytes<Result>(_ body: ([UInt8]) -> Result) -> Result {
        // The key lends its memory for this call; it is copied.
        unsafe withUnsafeBytes { memory in body(unsafe Array(memory)) }
    }
}
