import Audit
import CLinux
import Glibc

/// Reads the facts of a file system from statfs(2), sysfs and /proc/fs/ext4.
public enum SystemFileSystemProbe {
    @Sendable public static func facts(of path: String) throws(RecordsError) -> FileSystemFacts {
        var found = lintel_file_system()
        // The path is copied by the call, which fills in the value that it is lent.
        let status = unsafe lintel_file_system_of(path, &found)
        guard status == 0 else {
            throw RecordsError(
                .system, what: path, cause: SystemErrno(status).text,
                remedy: "Check the state directory and its rights.")
        }
        guard found.type == FileSystemFacts.ext4,
            let device = deviceName(found.major, found.minor)
        else { return FileSystemFacts(type: found.type) }
        let options = SystemFileReader.text(of: "/proc/fs/ext4/\(device)/options")
        return FileSystemFacts(type: found.type, device: device, options: options)
    }

    /// The last part of what /sys/dev/block/MAJOR:MINOR points to: "vda1", "dm-0".
    private static func deviceName(_ major: UInt32, _ minor: UInt32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        // The call writes no more than the buffer's count.
        let count = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
            guard let start = bytes.baseAddress else { return 0 }
            return unsafe readlink("/sys/dev/block/\(major):\(minor)", start, bytes.count)
        }
        guard count > 0, let text = String(validating: buffer[..<count], as: UTF8.self) else { return nil }
        return text.split(separator: "/").last.map(String.init)
    }
}
