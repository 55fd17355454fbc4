import Audit

/// Where random bytes come from: the kernel, or a seed in tests.
public protocol RandomSource: Sendable {
    /// Fills all of it.
    func fill(_ bytes: inout MutableSpan<UInt8>) throws(RecordsError)
}

extension RandomSource {
    /// Random bytes that are no secret: ids and nonces.
    func bytes(_ count: Int) throws(RecordsError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try fill(&span)
        return bytes
    }

    func secret(_ count: Int) throws(RecordsError) -> SecretBytes {
        var secret = try SecretBytes(count: count)
        try secret.fill { (span) throws(RecordsError) in try fill(&span) }
        return secret
    }
}
