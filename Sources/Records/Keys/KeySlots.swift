import Audit
import Crypto

/// Keys in a file that is made once and overwritten in place: one key in each block of 4 KiB.
///
/// Destroying a key is overwriting its block with random bytes, waiting for the disk and reading the block back. The
/// file is never copied, renamed or shortened; where the file system writes elsewhere instead of in place, nothing
/// here destroys anything: ask `KeySlotPolicy` first.
///
/// Block 0 names the store that the keys belong to. A block holds a key when bytes 32...63 are
/// HMAC(key, "lintel key slot", store, number); everything else is random, so a torn write is no key.
public struct KeySlots: ~Copyable, Sendable {
    /// Bytes of a block.
    static let blockSize = 4096
    /// Bytes of a key.
    static let keySize = 32
    /// Slots that the file grows by: 4 MiB.
    static let growth = 1024
    /// 256 MiB of file.
    static let most = 65_536

    /// The store that these keys belong to.
    public let store: [UInt8]
    /// Slots in the file; they are numbered from 1.
    public private(set) var count: Int
    private let file: SystemFile
    private let path: String
    private let random: any RandomSource

    private static let magic = Array("lintel key slots 1".utf8)

    // MARK: Opening

    private init(
        file: consuming SystemFile, path: String, store: [UInt8], count: Int, random: any RandomSource
    ) {
        self.file = file
        self.path = path
        self.store = store
        self.count = count
        self.random = random
    }

    /// Makes a new file of random blocks.
    ///
    /// - Throws: where the file is there already, or the disk refuses.
    public static func create(
        _ path: String, slots: Int, random: any RandomSource
    ) throws(RecordsError) -> KeySlots {
        let file = try SystemFile(path, .new)
        var made = KeySlots(file: file, path: path, store: try random.bytes(16), count: 0, random: random)
        try made.grow(to: slots)
        // Last, so that a file with a header is whole.
        try made.writeHeader()
        return made
    }

    /// Opens a file that is there.
    ///
    /// - Throws: `keyFile` where it is not such a file.
    public static func open(_ path: String, random: any RandomSource) throws(RecordsError) -> KeySlots {
        let file = try SystemFile(path, .existing)
        let blocks = try file.size / Int64(blockSize)
        guard blocks >= 2 else { throw notSlots(path) }
        let header = try SecretBytes(count: blockSize)
        try file.read(header, at: 0)
        var bytes: [UInt8] = []
        for index in 0..<(magic.count + 16) { bytes.append(header[index]) }
        guard bytes.starts(with: magic) else { throw notSlots(path) }
        return KeySlots(
            file: file, path: path, store: Array(bytes.dropFirst(magic.count)),
            count: Int(min(blocks - 1, Int64(most))),
            random: random)
    }

    /// Takes the keys for one store alone, until this value is gone or its process is, however that ends.
    ///
    /// - Throws: where another store has them.
    func lock() throws(RecordsError) {
        guard try file.lock() else {
            throw RecordsError(
                .system, what: path, cause: "another process has these records open",
                remedy: "End it (`fuser -v \(path)`): only one may write to them.")
        }
    }

    private func writeHeader() throws(RecordsError) {
        var header = try random.secret(Self.blockSize)
        for (index, byte) in (Self.magic + store).enumerated() { header[index] = byte }
        try file.write(header, at: 0)
        try file.synchronize()
    }

    /// Appends random blocks; the blocks that are there stay where they are.
    mutating func grow(to slots: Int) throws(RecordsError) {
        guard slots <= Self.most else {
            throw RecordsError(
                .keyFile, what: path, cause: "all \(Self.most) key slots are in use",
                remedy: "Shorten the retention or the validity of consents.")
        }
        let step = 256
        while count < slots {
            let blocks = min(step, slots - count) + (count == 0 ? 1 : 0)
            let noise = try random.secret(blocks * Self.blockSize)
            try file.write(noise, at: count == 0 ? 0 : offset(count + 1))
            count += blocks - (count == 0 ? 1 : 0)
        }
        try file.synchronize()
    }

    // MARK: Keys

    /// Writes a new random key into a slot and reads it back.
    public func make(in slot: Int) throws(RecordsError) {
        try write(random.secret(Self.keySize), in: slot)
    }

    /// Puts a key into a slot, over what is there, and reads it back.
    func write(_ key: borrowing SecretBytes, in slot: Int) throws(RecordsError) {
        var block = try random.secret(Self.blockSize)
        let check = check(key.key, slot)
        for index in 0..<Self.keySize { block[index] = key[index] }
        for (index, byte) in check.enumerated() { block[Self.keySize + index] = byte }
        try overwrite(slot, with: block)
    }

    /// The key in a slot; nothing where there is none.
    func key(in slot: Int) throws(RecordsError) -> SymmetricKey? {
        guard slot >= 1, slot <= count else { return nil }
        let block = try SecretBytes(count: Self.blockSize)
        try file.read(block, at: offset(slot))
        let key = block.key(0..<Self.keySize)
        let expected = check(key, slot)
        for (index, byte) in expected.enumerated() where block[Self.keySize + index] != byte { return nil }
        return key
    }

    /// Whether what lies where the slot's key lay opens nothing that was sealed under it.
    func isGone(_ slot: Int, canary: [UInt8], bound: [UInt8]) throws(RecordsError) -> Bool {
        guard slot >= 1, slot <= count else { return true }
        let block = try SecretBytes(count: Self.blockSize)
        try file.read(block, at: offset(slot))
        let left = HMACBytes.derive(block.key(0..<Self.keySize), for: Canary.use)
        if try SecretBytes.opened(canary, key: left, bound: bound) != nil { return false }
        return try !isUsed(slot)
    }

    /// Whether a slot holds a key.
    public func isUsed(_ slot: Int) throws(RecordsError) -> Bool { try key(in: slot) != nil }

    /// The point of destruction: overwrites a slot with random bytes, waits for the disk and reads it back.
    ///
    /// - Throws: where the disk does not hold exactly the random bytes afterwards; the key must be taken as alive then.
    public func destroy(_ slot: Int) throws(RecordsError) {
        guard slot >= 1, slot <= count else { return }
        try overwrite(slot, with: random.secret(Self.blockSize))
    }

    private func overwrite(_ slot: Int, with block: borrowing SecretBytes) throws(RecordsError) {
        guard slot >= 1, slot <= count else {
            throw RecordsError(
                .keyFile, what: path, cause: "there is no slot \(slot)", remedy: "Restore nothing: begin a new store.")
        }
        try file.write(block, at: offset(slot))
        try file.synchronize()
        let found = try SecretBytes(count: Self.blockSize)
        try file.read(found, at: offset(slot))
        guard found.isEqual(to: block) else {
            throw RecordsError(
                .keyFile, what: path, cause: "slot \(slot) reads back other bytes than were written",
                remedy: "Replace the disk: it does not keep what it is given.")
        }
    }

    private func offset(_ slot: Int) -> Int64 { Int64(slot) * Int64(Self.blockSize) }

    private func check(_ key: SymmetricKey, _ slot: Int) -> [UInt8] {
        HMACBytes.of(Array("lintel key slot".utf8) + store + Int64(slot).bytes, key: key)
    }

    private static func notSlots(_ path: String) -> RecordsError {
        RecordsError(
            .keyFile, what: path, cause: "the file holds no key slots",
            remedy: "It is left as it is. Name another state directory, or remove the file to begin anew.")
    }
}
