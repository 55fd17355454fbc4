/// Where keys can be destroyed by overwriting them in place.
///
/// Measured: on ext4 with data=ordered none of 20 overwritten keys was left in the raw image, with data=journal all 20
/// were. Copy-on-write and log-structured file systems (btrfs, zfs, f2fs, overlay) never overwrite in place.
public enum KeySlotPolicy: Hashable, Sendable {
    case allowed
    /// Why not, as a cause in words.
    case refused(String)

    public static func judge(_ facts: FileSystemFacts) -> KeySlotPolicy {
        guard facts.type == FileSystemFacts.ext4 else {
            return .refused("\(facts.name) does not overwrite in place, so a key can't be destroyed on it")
        }
        guard let options = facts.options else {
            return .refused("the options of this ext4 can't be read, so nobody knows how it writes data")
        }
        let data = options.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("data=") }
        switch data.last {
        case "data=ordered", "data=writeback": return .allowed
        case .some(let other): return .refused("ext4 with \(other) keeps copies of overwritten keys in its journal")
        case nil: return .refused("this ext4 does not say how it writes data")
        }
    }
}

extension FileSystemFacts {
    /// What it is called, or its number.
    public var name: String {
        switch type {
        case Self.ext4: "ext4"
        case 0x9123_683E: "btrfs"
        case 0xF2F5_2010: "f2fs"
        case 0x2FC1_2FC1: "zfs"
        case 0x794C_7630: "overlay"
        case 0x5846_5342: "xfs"
        case 0x0102_1994: "tmpfs"
        case 0x6969: "nfs"
        case 0x4D44: "vfat"
        default: "the file system of type 0x\(String(type, radix: 16))"
        }
    }
}
