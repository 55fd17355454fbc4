import Audit
import Glibc

/// An open file: reads and writes at offsets, whole or not at all.
struct SystemFile: ~Copyable {
    private let descriptor: Int32
    private let path: String

    enum Access {
        /// Fails where it is missing.
        case existing
        /// Fails where it is there.
        case new
        /// Either.
        case any
    }

    /// Opens a file for reading and writing, mode 0600. A symbolic link is not followed.
    init(_ path: String, _ access: Access) throws(RecordsError) {
        let flags: Int32 =
            switch access {
            case .existing: O_RDWR
            case .new: O_RDWR | O_CREAT | O_EXCL
            case .any: O_RDWR | O_CREAT
            }
        // The path is copied by the call.
        let descriptor = unsafe open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        self.descriptor = descriptor
        self.path = path
    }

    /// Unlocked first: a process that was just forked off shares the open file, and its lock, until it runs its program.
    deinit {
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Bytes in the file.
    var size: Int64 {
        get throws(RecordsError) {
            let end = lseek(descriptor, 0, SEEK_END)
            guard end >= 0 else { throw Self.failure(path) }
            return Int64(end)
        }
    }

    /// Fills the memory from an offset.
    func read(_ bytes: borrowing SecretBytes, at offset: Int64) throws(RecordsError) {
        let done = unsafe bytes.withMemory { memory in
            Self.all(memory.count) { done in
                unsafe pread(
                    descriptor, memory.baseAddress.map { unsafe $0 + done }, memory.count - done,
                    Int(offset) + done)
            }
        }
        guard done == bytes.count else { throw Self.failure(path) }
    }

    /// Writes the memory at an offset.
    func write(_ bytes: borrowing SecretBytes, at offset: Int64) throws(RecordsError) {
        let done = unsafe bytes.withMemory { memory in
            Self.all(memory.count) { done in
                unsafe pwrite(
                    descriptor, memory.baseAddress.map { unsafe $0 + done }, memory.count - done,
                    Int(offset) + done)
            }
        }
        guard done == bytes.count else { throw Self.failure(path) }
    }

    /// Writes bytes that are no secret at the end.
    func append(_ bytes: [UInt8]) throws(RecordsError) {
        let end = try size
        // The array outlives the call, which reads no more than its count.
        let done = unsafe bytes.withUnsafeBytes { memory in
            Self.all(memory.count) { done in
                unsafe pwrite(
                    descriptor, memory.baseAddress.map { unsafe $0 + done }, memory.count - done, Int(end) + done)
            }
        }
        guard done == bytes.count else { throw Self.failure(path) }
    }

    /// Waits until the disk has what was written, and forgets what the page cache holds of it, so that the next read
    /// asks the disk.
    func synchronize() throws(RecordsError) {
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
    }

    /// Overwrites a part with zeros, in place, and waits for the disk.
    func zero(_ range: Range<Int64>) throws(RecordsError) {
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let count = Int(min(Int64(zeros.count), range.upperBound - offset))
            // The array outlives the call, which reads no more than `count` of it.
            let done = unsafe zeros.withUnsafeBytes { memory in
                Self.all(count) { done in
                    unsafe pwrite(
                        descriptor, memory.baseAddress.map { unsafe $0 + done }, count - done, Int(offset) + done)
                }
            }
            guard done == count else { throw Self.failure(path) }
            offset += Int64(count)
        }
        try synchronize()
    }

    /// Keeps every other opener of the file out of this call until the file is closed, however its process ends.
    ///
    /// - Returns: false where another opener keeps this one out.
    func lock() throws(RecordsError) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw Self.failure(path) }
        return false
    }

    /// Cuts the file.
    func truncate(to size: Int64) throws(RecordsError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw Self.failure(path) }
    }

    // MARK: By path

    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    static func remove(_ path: String) throws(RecordsError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure(path) }
    }

    static func makeDirectory(_ path: String) throws(RecordsError) {
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path) }
    }

    /// Waits until the disk knows the names in a directory.
    static func synchronize(directory: String) throws(RecordsError) {
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(directory) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(directory) }
    }

    /// Repeats a call that may do a part of its work; how much was done.
    private static func all(_ count: Int, _ call: (Int) -> Int) -> Int {
        var done = 0
        while done < count {
            let part = call(done)
            if part < 0, errno == EINTR { continue }
            guard part > 0 else { return done }
            done += part
        }
        return done
    }

    private static func failure(_ path: String) -> RecordsError {
        RecordsError(
            .system, what: path, cause: SystemErrno.last.text,
            remedy: "Check the disk, its free space and the rights of the state directory.")
    }
}
