import CPlainStore

/// Rows in SQLite through its C API alone; see the header.
///
/// Invariant: `store` is open from `init` to `deinit` and is reached through `self` alone.
@safe final class PlainStore {
    private let store: OpaquePointer

    struct Refused: Error { let code: Int32 }

    init(_ path: String) throws {
        // The path is copied by the call.
        guard let store = unsafe lintel_plain_store_open(path) else { throw Refused(code: 0) }
        unsafe self.store = store
    }

    deinit { unsafe lintel_plain_store_close(store) }

    /// Adds rows in one transaction.
    func fill(_ rows: Int) throws {
        let code = unsafe lintel_plain_store_fill(store, Int64(rows))
        guard code == 0 else { throw Refused(code: code) }
    }

    /// Adds one row in a transaction of its own.
    func insert() throws {
        let code = unsafe lintel_plain_store_insert(store)
        guard code == 0 else { throw Refused(code: code) }
    }
}
