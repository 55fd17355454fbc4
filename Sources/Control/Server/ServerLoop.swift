import Capture

/// What the control thread does: waits for clients and publications and serves both. Confined to that thread.
final class ServerLoop {
    /// Calls of one client that are answered before the next client's turn.
    private static let callsPerTurn = 16
    /// How long no client is accepted after the system had no descriptor for one, nanoseconds.
    private static let acceptPause: Int64 = 1_000_000_000

    let setup: ServerSetup
    private let listener: SystemDescriptor
    private var board: ControlBoard
    private var connections: [Connection] = []
    private var clients = ClientCounts()
    private let deskCalls: DeskCalls
    let maintenance: MaintenanceRoom
    private var poll = SystemPoll()
    private var buffer = [UInt8](repeating: 0, count: 4096)
    /// Some client has calls that wait for its next turn.
    private var hasCalls = false
    /// No client is accepted before this moment.
    private var acceptsFrom: Int64?

    init(_ setup: ServerSetup, listener: SystemDescriptor) {
        self.setup = setup
        self.listener = listener
        deskCalls = DeskCalls(setup.desk, limits: setup.limits, wake: setup.publisher.wake)
        maintenance = MaintenanceRoom(setup.maintenance, wake: setup.publisher.wake)
        board = ControlBoard(
            door: setup.door, version: setup.router.version, state: setup.publisher.initial,
            now: setup.startTime)
    }

    /// Serves until it is stopped; the connections are closed then.
    func run(while isWanted: () -> Bool) {
        while isWanted() {
            waitForWork()
            if poll[0].contains(.readable) { setup.publisher.wake.clear() }
            takePublications()
            sendAnswers()
            maintenance.look(now: now)
            // New connections come last: what poll said is of those before.
            for (index, connection) in connections.enumerated() { serve(connection, poll[index + 2]) }
            if !poll[1].isEmpty { acceptClients() }
            maintenance.look(now: now)
            dropEnded()
        }
        maintenance.stop(now: now)
    }

    var now: Int64 { setup.clock.monotonic() }

    // MARK: Waiting

    private func waitForWork() {
        let now = now
        if let moment = acceptsFrom, now >= moment { acceptsFrom = nil }
        poll.removeAll()
        poll.add(setup.publisher.wake.descriptor, .readable)
        poll.add(listener, acceptsFrom == nil ? .readable : [])
        for connection in connections { poll.add(connection.socket, connection.wanted) }
        poll.wait(milliseconds: patience(now))
        hasCalls = false
    }

    /// Milliseconds until something is to be done without anybody asking.
    private func patience(_ now: Int64) -> Int32 {
        if hasCalls { return 0 }
        let mustLook = acceptsFrom != nil || connections.contains { !$0.waiting.isEmpty }
        let next = min(board.nextRelease, maintenance.deadline ?? .max)
        let patience = max(0, next - now) / 1_000_000 + 1
        return Int32(clamping: min(patience, mustLook ? 1000 : Int64(Int32.max)))
    }

    // MARK: Publications

    private func takePublications() {
        let (now, wall) = (now, setup.clock.wall())
        while let publication = setup.publisher.mailbox.take() {
            broadcast(board.take(publication, now: now, wall: wall))
        }
        noteLoss(Int(clamping: setup.publisher.mailbox.lost))
        broadcast(board.releaseCounts(now: now, wall: wall))
    }

    private func broadcast(_ event: ControlBoard.Told) {
        if event.isEmpty { return }
        for connection in connections where connection.lastingCall == .monitor {
            if let told = event[connection.peer.disclosure] { tell(told, to: connection) }
        }
    }

    private func tell(_ event: MonitorEvent, to connection: Connection) {
        connection.send(VarlinkReply(event.parameters, continues: true), now: now)
    }

    /// Ends every Monitor call when publications were lost: no stream goes on as if there were no gap.
    private func noteLoss(_ lost: Int) {
        guard lost > clients.lost else { return }
        clients.lost = lost
        let before = board
        board.noteLoss()
        for connection in connections where connection.lastingCall == .monitor {
            connection.lastingCall = nil
            let last = before.history(connection.peer.disclosure).newestID
            connection.send(VarlinkReply(.gap(after: last)), now: now)
        }
    }

    // MARK: Clients

    private func acceptClients() {
        for _ in 0..<Self.callsPerTurn {
            do throws(SystemErrno) {
                guard let socket = try SystemSocket.accept(listener) else { return }
                admit(socket, try setup.credentials(socket))
                setup.faults.clear()
            } catch {
                acceptsFrom = now + Self.acceptPause
                setup.faults.report(
                    ControlError(
                        what: "control socket \(setup.path)", cause: "a client can't be accepted: \(error.text)",
                        remedy: "Raise the limit of open files for this process."))
                return
            }
        }
    }

    private func admit(_ socket: SystemDescriptor, _ credentials: PeerCredentials) {
        let peer = setup.router.access.peer(credentials)
        let connection = Connection(socket, peer: peer, limits: setup.limits)
        let ofUser = connections.count { $0.peer.user == peer.user }
        if connections.count >= setup.limits.connections {
            refuse(connection, limit: setup.limits.connections)
        } else if !peer.isOwner, ofUser >= setup.limits.connectionsPerUser {
            refuse(connection, limit: setup.limits.connectionsPerUser)
        } else {
            connections.append(connection)
            clients.connected = connections.count
        }
    }

    /// Says why and closes; what finds no room in an empty connection at once is not waited for.
    private func refuse(_ connection: Connection, limit: Int) {
        clients.refused += 1
        connection.finish(.tooManyConnections(limit: limit), now: now)
    }

    private func serve(_ connection: Connection, _ readiness: SystemPoll.Readiness) {
        let hungUp = readiness.contains(anyOf: .hungUp)
        if readiness.contains(.writable) || hungUp { connection.flush(now: now) }
        if readiness.contains(.readable) || hungUp { connection.receive(&buffer) }
        let hasMore = answerCalls(of: connection)
        hasCalls = hasCalls || hasMore
        connection.settle(hungUp: hungUp, hasCalls: hasMore, now: now)
    }

    /// Answers what has come, a turn's worth.
    ///
    /// - Returns: whether more may be there.
    private func answerCalls(of connection: Connection) -> Bool {
        do throws(VarlinkFailure) {
            for _ in 0..<Self.callsPerTurn {
                guard let message = try connection.nextMessage() else { return false }
                answer(try VarlinkCall(message), connection)
            }
            return true
        } catch {
            clients.malformed += 1
            connection.finish(error, now: now)
            return false
        }
    }

    private func answer(_ call: VarlinkCall, _ connection: Connection) {
        let context = CallRouter.Context(board: board, clients: clients, now: now)
        let answer = setup.router.answer(call, from: connection.peer, context)
        switch answer {
        case .ask(let request): return ask(request, connection, oneway: call.oneway)
        case .maintain(let maintenance): return maintain(maintenance, connection, oneway: call.oneway)
        case .reply, .failure, .monitor: break
        }
        // Whoever wants no reply gets none, and a stream of none is nothing.
        if call.oneway { return }
        switch answer {
        case .ask, .maintain: break
        case .reply(let parameters): connection.send(VarlinkReply(parameters), now: now)
        case .failure(let failure): connection.send(VarlinkReply(failure), now: now)
        case .monitor(let after): startMonitor(connection, after: after)
        }
    }

    private func ask(_ request: DeskRequest, _ connection: Connection, oneway: Bool) {
        do throws(VarlinkFailure) {
            try deskCalls.ask(request, from: connection.peer, answerTo: oneway ? nil : connection)
            if !oneway { connection.lastingCall = .desk }
        } catch {
            if !oneway { connection.send(VarlinkReply(error), now: now) }
        }
    }

    /// Sends what the records desk answered; what is for a client that has gone is dropped.
    private func sendAnswers() {
        while let (connection, reply) = deskCalls.next() {
            guard let connection else { continue }
            connection.lastingCall = nil
            connection.sendAnswer(reply, now: now)
        }
    }

    private func startMonitor(_ connection: Connection, after: EventID?) {
        guard let after else {
            connection.lastingCall = .monitor
            tell(board.start(told: connection.peer.disclosure, wall: setup.clock.wall()), to: connection)
            return
        }
        guard let missed = board.history(connection.peer.disclosure).events(after: after) else {
            connection.send(VarlinkReply(.gap(after: after)), now: now)
            return
        }
        connection.lastingCall = .monitor
        for event in missed { tell(event, to: connection) }
    }

    private func dropEnded() {
        clients.slow += connections.count { $0.end == .slow }
        connections.removeAll { $0.end != nil }
        clients.connected = connections.count
    }
}

extension SystemPoll.Readiness {
    fileprivate func contains(anyOf other: Self) -> Bool { !isDisjoint(with: other) }
}
