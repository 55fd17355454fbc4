import Glibc

/// Reads sysfs: short texts, symbolic links and lists of names.
enum DeviceTree {
    /// The names in a directory, in no order; empty where it can't be read.
    static func names(in directory: String) -> [String] {
        // The path is lent to the call as a C string; the stream is closed below and nowhere else.
        guard let stream = unsafe opendir(directory) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        // The entry belongs to the stream until it is asked again; its name ends in NUL and is copied at once.
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
                unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The first line of a small file, without control characters; `nil` where it can't be read.
    static func text(_ path: String) -> String? {
        guard let file = try? FileDescriptor.open(reading: path) else { return nil }
        let number = file.number
        var bytes = [UInt8](repeating: 0, count: 4096)
        // The buffer is ours alone during the call, and no more than its length is asked for.
        let answer = SystemCapture.retrying {
            unsafe bytes.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
        }
        guard case .success(let count) = answer else { return nil }
        let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
            $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// The absolute path that a link leads to; `nil` where it leads nowhere.
    static func target(of path: String) -> String? {
        // realpath allocates the text that it returns; it is copied and freed here.
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
