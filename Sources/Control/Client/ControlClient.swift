import Capture

/// A connection to the daemon's control socket. Every call waits for its answer, at most as long as was said.
public struct ControlClient: ~Copyable {
    /// The longest answer that is taken, bytes.
    static let longestReply = 4 << 20

    private let path: String
    private let limit: Duration
    private let socket: SystemDescriptor
    private var input = MessageBuffer(limit: longestReply)
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    /// Connects.
    ///
    /// - Parameters:
    ///   - path: the socket file, such as `/run/lintel/main/io.lintel`.
    ///   - timeout: how long connecting, and each answer, may take.
    public init(path: String, timeout: Duration = .seconds(5)) throws(ControlClientError) {
        self.path = path
        limit = timeout
        do throws(SystemErrno) {
            socket = try SystemSocket.connect(to: path, within: timeout)
        } catch {
            throw Self.failure(error, path: path, limit: timeout)
        }
    }

    // MARK: Calls

    /// How the door does.
    public mutating func status() throws(ControlClientError) -> DoorStatus {
        let parameters = try call("io.lintel.Status.Get")
        do throws(ReplyFault) {
            return try DoorStatus(parameters)
        } catch {
            throw .malformed(path: path, cause: "field \(error.field)")
        }
    }

    /// What happens, as it happens; returns when `each` answers false.
    ///
    /// - Parameters:
    ///   - after: begin with the events after this one; without it with the state now.
    ///   - quiet: asked whether to wait on when no event came for as long as an answer may take; without it that is a `timeout`.
    ///   - each: asked for every event.
    /// - Throws: `gap` when the events after `after` are gone.
    public mutating func monitor(
        after: EventID? = nil, quiet: (() -> Bool)? = nil, _ each: (MonitorEvent) -> Bool
    ) throws(ControlClientError) {
        var parameters = JSONObject()
        parameters["after"] = after.map { .string($0.description) }
        try stream("io.lintel.Monitor.Monitor", parameters, quiet: quiet) { (reply) throws(ReplyFault) in
            each(try MonitorEvent(reply))
        }
    }

    /// A call with many replies; over when `each` or `quiet` answers false.
    mutating func stream(
        _ method: String, _ parameters: JSONObject = [:], quiet: (() -> Bool)?,
        _ each: (JSONObject) throws(ReplyFault) -> Bool
    ) throws(ControlClientError) {
        try send(VarlinkCall(method: method, parameters: parameters, more: true))
        while true {
            let reply: VarlinkReply
            do throws(ControlClientError) {
                reply = try receive()
            } catch {
                // What came of a reply so far is kept for the next look.
                guard case .timeout = error, let quiet else { throw error }
                if quiet() { continue }
                return
            }
            do throws(ReplyFault) {
                guard try each(reply.parameters), reply.continues else { return }
            } catch {
                throw .malformed(path: path, cause: "field \(error.field)")
            }
        }
    }

    /// A call whose answer is this value.
    mutating func ask<Value: WireValue>(
        _ method: String, _ parameters: JSONObject = [:]
    ) throws(ControlClientError) -> Value {
        try ask(method, parameters) { (reply) throws(ReplyFault) in try Value(reply) }
    }

    /// A call whose answer is read by `read`.
    mutating func ask<Value>(
        _ method: String, _ parameters: JSONObject = [:], _ read: (ReplyReader) throws(ReplyFault) -> Value
    ) throws(ControlClientError) -> Value {
        let reply = ReplyReader(try call(method, parameters))
        do throws(ReplyFault) {
            return try read(reply)
        } catch {
            throw .malformed(path: path, cause: "field \(error.field)")
        }
    }

    /// Any call with one answer.
    ///
    /// - Parameter method: qualified, such as `io.lintel.Status.Get`.
    /// - Returns: the answer's parameters.
    public mutating func call(
        _ method: String, _ parameters: JSONObject = [:]
    ) throws(ControlClientError) -> JSONObject {
        try send(VarlinkCall(method: method, parameters: parameters))
        return try receive().parameters
    }

    // MARK: Messages

    private var deadline: Int64 {
        let (seconds, attoseconds) = limit.components
        return ControlClock.system.monotonic() + seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    private func send(_ call: VarlinkCall) throws(ControlClientError) {
        let deadline = deadline
        var rest = call.message[...]
        while !rest.isEmpty {
            do throws(SystemErrno) {
                rest = rest.dropFirst(try SystemSocket.send(socket, rest))
            } catch {
                // A daemon that has no room for another client says so before it closes: its answer is read.
                if error.hasEnded { return }
                guard error.mustWait else { throw Self.failure(error, path: path, limit: limit) }
                try wait(for: .writable, until: deadline)
            }
        }
    }

    /// The next reply; an error of the daemon is thrown.
    private mutating func receive() throws(ControlClientError) -> VarlinkReply {
        let message = try receiveMessage()
        guard let reply = VarlinkReply(message) else { throw .malformed(path: path, cause: "no Varlink reply") }
        if let error = reply.error { throw failure(error, reply.parameters) }
        return reply
    }

    private mutating func receiveMessage() throws(ControlClientError) -> [UInt8] {
        let deadline = deadline
        while true {
            do throws(VarlinkFailure) {
                if let message = try input.next() { return message }
            } catch {
                throw .malformed(path: path, cause: "more than \(Self.longestReply) bytes")
            }
            do throws(SystemErrno) {
                let count = try SystemSocket.receive(socket, into: &buffer, most: input.room)
                if count == 0 { throw SystemErrno.ended }
                input.append(buffer[..<count])
                // A receipt may have been in it.
                for index in 0..<count { buffer[index] = 0 }
            } catch {
                guard error.mustWait else { throw Self.failure(error, path: path, limit: limit) }
                try wait(for: .readable, until: deadline)
            }
        }
    }

    private func wait(for wanted: SystemPoll.Readiness, until deadline: Int64) throws(ControlClientError) {
        let left = deadline - ControlClock.system.monotonic()
        guard left > 0 else { throw .timeout(path: path, seconds: Self.seconds(limit)) }
        var poll = SystemPoll()
        poll.add(socket, wanted)
        poll.wait(milliseconds: Int32(clamping: left / 1_000_000 + 1))
    }

    // MARK: Errors

    private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    private static func failure(_ error: SystemErrno, path: String, limit: Duration) -> ControlClientError {
        switch error {
        case .absent: .absent(path: path)
        case .refused: .notRunning(path: path)
        case .denied: .denied(path: path)
        case .ended, .broken, .reset: .closed(path: path)
        case _ where error.mustWait: .timeout(path: path, seconds: seconds(limit))
        default: .unusable(path: path, cause: error.text)
        }
    }

    private func failure(_ error: String, _ parameters: JSONObject) -> ControlClientError {
        let text = { (name: String) in parameters[name]?.text ?? "?" }
        let texts = { (name: String) in parameters[name]?.elements?.compactMap(\.text) ?? [] }
        return switch error {
        case "io.lintel.Connection.RoleRequired": .roleRequired(roles: texts("roles"), groups: texts("groups"))
        case "io.lintel.Connection.TooManyConnections": .busy(path: path)
        case "io.lintel.Monitor.Gap": .gap(after: text("after"))
        case "io.lintel.Maintenance.AlreadyOpen": .maintained(seconds: parameters["seconds"]?.whole ?? 0)
        case "io.lintel.Maintenance.Over":
            .maintenanceOver(parameters["cause"]?.text.flatMap(MaintenanceEnd.Cause.init) ?? .end)
        default:
            DeskFailure(error, parameters).map { .records($0) }
                ?? .failed(error: error, parameters: parameters.json)
        }
    }
}
