extension ServerLoop {
    /// Answers a call of io.lintel.Maintenance; `View` has no reply but its pictures.
    func maintain(_ call: CallRouter.MaintenanceCall, _ connection: Connection, oneway: Bool) {
        do throws(VarlinkFailure) {
            let reply = try carryOut(call, connection, oneway: oneway)
            if let reply, !oneway { connection.send(VarlinkReply(reply), now: now) }
        } catch {
            if !oneway { connection.send(VarlinkReply(error), now: now) }
        }
    }

    private func carryOut(
        _ call: CallRouter.MaintenanceCall, _ connection: Connection, oneway: Bool
    ) throws(VarlinkFailure) -> JSONObject? {
        switch call {
        case .begin(let session):
            try maintenance.begin(session, on: connection, now: now)
            return ["ends": .integer(setup.clock.wall() + Int64(session.minutes) * 60_000)]
        case .end:
            try maintenance.end(now: now)
            return [:]
        case .view:
            // A stream of no replies is nothing.
            if !oneway { try maintenance.view(on: connection) }
            return nil
        }
    }
}
