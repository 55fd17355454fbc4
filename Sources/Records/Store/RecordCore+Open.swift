import Audit
import GRDB
import Settings

extension RecordCore {
    /// Opens the store, or makes it: checks file system, files and keys, ends what a crash left, purges.
    ///
    /// - Returns: nothing where the mode is off and there is no store; no file is made then.
    /// - Throws: why nothing can be recorded. Files that are there are left as they are.
    static func open(_ setup: RecordStoreSetup) throws(RecordsError) -> RecordCore? {
        if setup.mode == .off, !SystemFile.exists(setup.databasePath) { return nil }
        try requireDestroyableKeys(setup)
        let isNew = !SystemFile.exists(setup.databasePath)
        let slots = try openSlots(setup, isNew: isNew)
        let database = try RecordDatabase(setup.databasePath, steps: setup.schema)
        let identity = try identity(of: database, slots)
        let notices = setup.mode == .off ? [] : try Notice.all(setup.notice)
        let (state, floor) = try database.run { (try ClockTable.state(in: $0), try ClockTable.floor(in: $0)) }
        var core = RecordCore(
            database: database, slots: slots, identity: identity, notices: notices, records: setup.mode == .consented,
            random: setup.random, readClock: setup.clock,
            purger: Purger(
                hook: setup.hook, ledgerKept: setup.ledgerKept * 1000, smallDatabase: setup.smallDatabase),
            clock: TrustedClock(restoring: state, floor: floor, at: setup.clock()))
        try core.destroyOrphans()
        try core.applyPolicy()
        core.runPurge(checksKeys: true)
        return core
    }

    private static func requireDestroyableKeys(_ setup: RecordStoreSetup) throws(RecordsError) {
        switch KeySlotPolicy.judge(try setup.probe(setup.directory)) {
        case .allowed: return
        case .refused(let reason):
            throw RecordsError(
                .fileSystem, what: setup.directory, cause: reason,
                remedy: "Put the state directory on ext4 mounted with data=ordered, or set records.mode to \"off\".")
        }
    }

    private static func openSlots(_ setup: RecordStoreSetup, isNew: Bool) throws(RecordsError) -> KeySlots {
        switch (isNew, SystemFile.exists(setup.keyPath)) {
        case (true, false):
            let slots = try KeySlots.create(setup.keyPath, slots: setup.slots, random: setup.random)
            try slots.lock()
            try SystemFile.synchronize(directory: setup.directory)
            return slots
        case (false, true):
            let slots = try KeySlots.open(setup.keyPath, random: setup.random)
            try slots.lock()
            return slots
        case (false, false):
            throw RecordsError(
                .keyFile, what: setup.keyPath, cause: "the key file of the database is missing",
                remedy: "Nothing in the database can be read without it. Move the database away to begin anew.")
        case (true, true):
            // A crash before the database was made leaves a file without keys; anything else is somebody's store.
            let slots = try KeySlots.open(setup.keyPath, random: setup.random)
            try slots.lock()
            for slot in 1...slots.count where try slots.isUsed(slot) {
                throw RecordsError(
                    .keyFile, what: setup.databasePath, cause: "the database of the key file is missing",
                    remedy: "Put it back, or remove the key file to begin anew.")
            }
            return slots
        }
    }

    /// Binds database and key file to each other, or checks that they are.
    private static func identity(
        of database: RecordDatabase, _ slots: borrowing KeySlots
    ) throws(RecordsError) -> StoreTable.Identity {
        if let identity = try database.run({ try StoreTable.identity(in: $0) }) {
            let hasIndexKey = try slots.isUsed(identity.indexSlot)
            let hasCodeKey = try slots.isUsed(identity.codeSlot)
            guard identity.store == slots.store, hasIndexKey, hasCodeKey else {
                throw RecordsError(
                    .keyFile, what: database.path, cause: "the key file belongs to another database, or is damaged",
                    remedy: "Both are left as they are. Put the right one back, or move both away to begin anew.")
            }
            return identity
        }
        let identity = StoreTable.Identity(store: slots.store, indexSlot: 1, codeSlot: 2)
        try slots.make(in: identity.indexSlot)
        try slots.make(in: identity.codeSlot)
        try database.transaction { try StoreTable.insert(identity, in: $0) }
        return identity
    }

    /// Destroys keys that no row needs: a crash came between a key and its row.
    private func destroyOrphans() throws(RecordsError) {
        let used = try database.run { try StoreTable.usedSlots(in: $0) }
        for slot in 1...slots.count where !used.contains(slot) {
            if try slots.isUsed(slot) { try slots.destroy(slot) }
        }
    }

    /// Writes the notices down, and lets a shorter retention reach what is stored. A longer one never does.
    private func applyPolicy() throws(RecordsError) {
        let (notices, clock) = (notices, clock)
        try database.transaction { database in
            for notice in notices { try NoticeTable.insert(notice, at: clock.now, in: database) }
            for declared in notices.first?.purposes ?? [] {
                try EpochTable.shorten(declared.purpose, to: declared.retention, in: database)
            }
            try ClockTable.save(clock.state, in: database)
        }
    }
}
