/// The maintenance session that lasts, if one does; confined to the control thread.
final class MaintenanceRoom {
    private let host: (any MaintenanceHost)?
    private let pictures: LivePictures
    private var open: Open?

    private struct Open {
        let session: MaintenanceSession
        let began: Int64
        let until: Int64
        let connection: Connection
        var sent = 0
    }

    /// Nanoseconds of a minute.
    private static let minute: Int64 = 60_000_000_000

    init(_ host: (any MaintenanceHost)?, wake: SystemWake) {
        self.host = host
        pictures = LivePictures(wake: wake)
    }

    /// Begins a session on a connection.
    ///
    /// - Parameter now: nanoseconds of CLOCK_MONOTONIC, here and below.
    /// - Throws: `AlreadyOpen`, or `MethodNotImplemented` where nobody announces sessions.
    func begin(_ session: MaintenanceSession, on connection: Connection, now: Int64) throws(VarlinkFailure) {
        guard let host else { throw .methodNotImplemented("io.lintel.Maintenance.Begin") }
        if let open { throw .alreadyOpen(seconds: max(0, open.until - now) / 1_000_000_000 + 1) }
        open = Open(
            session: session, began: now, until: now + Int64(session.minutes) * Self.minute, connection: connection)
        host.began(session)
    }

    /// Sends pictures to the connection that began the session.
    ///
    /// - Throws: `NotOpen`.
    func view(on connection: Connection) throws(VarlinkFailure) {
        guard let open, open.connection === connection else { throw .notOpen }
        connection.lastingCall = .view
        // A picture of an earlier session is none of this one's.
        _ = pictures.take()
        host?.show(to: pictures)
    }

    /// Ends the session because somebody asked for it.
    ///
    /// - Throws: `NotOpen`.
    func end(now: Int64) throws(VarlinkFailure) {
        guard open != nil else { throw .notOpen }
        close(.end, now: now)
    }

    /// When the session is over at the latest; none where none lasts.
    var deadline: Int64? { open?.until }

    /// Sends the latest picture, and ends the session when its time is over or its client has gone.
    func look(now: Int64) {
        guard let open else { return }
        if open.connection.end != nil { return close(.client, now: now) }
        if now >= open.until { return close(.time, now: now) }
        guard open.connection.lastingCall == .view, let picture = pictures.take() else { return }
        // Whoever has not read the picture before misses this one.
        guard open.connection.waiting.isEmpty else { return }
        open.connection.send(VarlinkReply(picture.parameters, continues: true), now: now)
        self.open?.sent += 1
    }

    /// Ends whatever lasts; the daemon ends.
    func stop(now: Int64) { close(.stop, now: now) }

    private func close(_ cause: MaintenanceEnd.Cause, now: Int64) {
        guard let open else { return }
        self.open = nil
        host?.hide()
        _ = pictures.take()
        host?.ended(
            open.session,
            MaintenanceEnd(cause: cause, seconds: max(0, now - open.began) / 1_000_000_000, pictures: open.sent))
        if open.connection.lastingCall == .view {
            open.connection.lastingCall = nil
            open.connection.send(VarlinkReply(.over(cause)), now: now)
        }
    }
}
