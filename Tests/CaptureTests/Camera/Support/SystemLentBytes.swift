/// Lends the first bytes of an array, at most all of them.
func lend(_ bytes: [UInt8], count: Int, to body: (RawSpan) -> Void) {
    // A byte has no padding, and the array outlives the call.
    body(unsafe bytes.span.bytes.extracting(first: max(0, min(count, bytes.count))))
}
