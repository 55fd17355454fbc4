import GRDB

// What is asked for each entry is prepared once. GRDB forgets what it prepared when a table is made or dropped, so that what
// was prepared for an epoch's table does not outlive it.
extension Database {
    /// What each row of a query gives.
    func prepared<Result>(
        _ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> Result
    ) throws -> [Result] {
        let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
        var results: [Result] = []
        while let row = try rows.next() { results.append(try read(row)) }
        return results
    }

    /// Runs a statement.
    func prepared(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
