import Audit

/// What is known of the file system that a path is on.
public struct FileSystemFacts: Hashable, Sendable {
    /// The magic number of statfs(2).
    public var type: Int64
    /// The block device's name in /proc/fs/ext4, such as "vda1"; nothing where there is none.
    public var device: String?
    /// The text of /proc/fs/ext4/DEVICE/options; nothing where it can't be read.
    public var options: String?

    public init(type: Int64, device: String? = nil, options: String? = nil) {
        self.type = type
        self.device = device
        self.options = options
    }

    /// EXT4_SUPER_MAGIC; ext2 and ext3 share it, and are served by the driver of ext4.
    public static let ext4: Int64 = 0xEF53
}

/// Tells the facts of the file system of a path.
public typealias FileSystemProbe = @Sendable (String) throws(RecordsError) -> FileSystemFacts
