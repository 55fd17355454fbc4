/// Counts in a frame's bytes, read one by one.
extension RawSpan {
    /// The two bytes from `offset` on as they stand in memory; zero beyond the end.
    func word(at offset: Int) -> UInt16 {
        guard offset >= 0, offset <= byteCount - 2 else { return 0 }
        // Both bytes lie inside the span, as was just checked, and every bit pattern is a UInt16.
        return unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
    }

    /// The byte at `offset`; zero beyond the end.
    func octet(at offset: Int) -> UInt8 {
        guard offset >= 0, offset < byteCount else { return 0 }
        // The byte lies inside the span, as was just checked, and every bit pattern is a UInt8.
        return unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
    }
}
