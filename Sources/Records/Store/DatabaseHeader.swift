import Audit

/// Looks at the first page of a database before SQLite touches the file.
enum DatabaseHeader {
    /// - Parameters:
    ///   - newest: the latest version of the tables that this program knows.
    /// - Returns: whether a new database is to be made, because there is no file or an empty one.
    /// - Throws: `foreignDatabase` or `damagedDatabase`.
    static func check(_ path: String, newest: Int) throws(RecordsError) -> Bool {
        guard SystemFile.exists(path) else { return true }
        let header = try SystemFileReader.bytes(of: path, limit: 100)
        if header.isEmpty { return true }
        // https://www.sqlite.org/fileformat2.html, 1.3: the user version is at 60, the application id at 68.
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw damaged(path, "it is no SQLite database")
        }
        guard Int32(bytes: header[68..<72]) == RecordSchema.applicationID else {
            throw foreign(path, "it is a database of another program")
        }
        guard let version = Int32(bytes: header[60..<64]), (0...Int32(newest)).contains(version) else {
            throw later(path)
        }
        return false
    }

    static func damaged(_ path: String, _ cause: String) -> RecordsError {
        RecordsError(
            .damagedDatabase, what: path, cause: cause,
            remedy:
                "Nothing is recorded and the file is left as it is. Move it away to begin anew, and its key file with it."
        )
    }

    /// Its tables are of a version that this program does not know.
    static func later(_ path: String) -> RecordsError { foreign(path, "it was made by a later version of Lintel") }

    private static func foreign(_ path: String, _ cause: String) -> RecordsError {
        RecordsError(
            .foreignDatabase, what: path, cause: cause,
            remedy: "Nothing is recorded and the file is left as it is. Use the version that made it, or move it away.")
    }
}
