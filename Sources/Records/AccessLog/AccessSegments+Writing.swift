import Audit

extension AccessSegments {
    /// Appends a line and waits for the disk; makes the file where it is missing.
    func append(_ line: String, to name: String) throws(RecordsError) {
        let isNew = !SystemFile.exists(path(name))
        let file = try SystemFile(path(name), .any)
        try file.append(Array(line.utf8) + [UInt8(ascii: "\n")])
        try file.synchronize()
        if isNew { try SystemFile.synchronize(directory: directory) }
    }

    func cut(_ name: String, to size: Int64) throws(RecordsError) {
        let file = try SystemFile(path(name), .existing)
        try file.truncate(to: size)
        try file.synchronize()
    }

    func remove(_ name: String) throws(RecordsError) {
        try SystemFile.remove(path(name))
        try SystemFile.synchronize(directory: directory)
    }
}
