/// io.lintel.Maintenance. A session lasts as long as this client does, at most.
extension ControlClient {
    /// Begins a maintenance session; the daemon announces it in the journal.
    ///
    /// - Parameters:
    ///   - reason: 1 to 80 characters in one line.
    ///   - minutes: 1 to 15.
    /// - Returns: when it is over at the latest, UTC milliseconds.
    /// - Throws: `maintained` when another one lasts.
    public mutating func beginMaintenance(reason: String, minutes: Int) throws(ControlClientError) -> Int64 {
        try ask(
            "io.lintel.Maintenance.Begin", ["reason": .string(reason), "minutes": .count(minutes)]
        ) { (reply) throws(ReplyFault) in try reply.whole("ends") }
    }

    /// Ends the session that lasts, whoever began it.
    public mutating func endMaintenance() throws(ControlClientError) { _ = try call("io.lintel.Maintenance.End") }

    /// The live picture, a few times a second; returns when `each` or `quiet` answers false.
    ///
    /// - Parameters:
    ///   - quiet: asked whether to wait on when no picture came for as long as an answer may take.
    ///   - each: asked for every picture.
    /// - Throws: `maintenanceOver` when the session is over.
    public mutating func view(
        quiet: @escaping () -> Bool, _ each: (LivePicture) -> Bool
    ) throws(ControlClientError) {
        try stream("io.lintel.Maintenance.View", quiet: quiet) { (reply) throws(ReplyFault) in
            each(try LivePicture(ReplyReader(reply)))
        }
    }
}
