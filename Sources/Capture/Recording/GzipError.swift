/// Why a gzip stream could not be read or written.
enum GzipError: Error, Hashable, Sendable {
    /// It ends before its end mark.
    case truncated
    /// Its content or its checksum is wrong.
    case damaged
    /// The system could not read the file; the text says why.
    case unreadable(String)
    /// The system could not write the file; the text says why.
    case unwritable(String)
}
