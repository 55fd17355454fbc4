import GRDB

// What is asked for each entry is prepared once. GRDB forgets what it prepared when a table is made or dropped, so that what
// was prepared for an epoch's table does not outlive it.
extension Database {
    /// What each row of a query gives.
    func prepared<Result>(
        _ sql: String, _ arguments: StatementArguments, _ read: (Row) throws -> Result
    ) throws -> [Result] {
        let statement = try cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var results: [Result] = []
        while let row = try rows.next() { results.append(try read(row)) }
        forget(statement)
        return results
    }

    /// Runs a statement.
    func prepared(_ sql: String, _ arguments: StatementArguments) throws {
        let statement = try cachedStatement(sql: sql)
        try statement.execute(arguments: arguments)
        forget(statement)
    }

    /// What is kept prepared must not keep the ids that it was asked for. Only for a statement that came to its end: GRDB
    /// traps where one that failed is reset.
    private func forget(_ statement: Statement) { statement.setUncheckedArguments(StatementArguments()) }
}
