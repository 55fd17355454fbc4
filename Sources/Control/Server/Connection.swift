import Capture

/// A client's connection; confined to the control thread.
final class Connection {
    let socket: SystemDescriptor
    let peer: Peer
    private(set) var input: MessageBuffer
    private(set) var waiting = ArraySlice<UInt8>()
    private let limits: ControlLimits
    /// When something of what waits was read last.
    private var progressTime: Int64 = 0

    /// The call that lasts, if one does.
    var lastingCall: LastingCall?
    /// The client sends no more.
    private(set) var isInputOver = false
    /// What waits is sent, then the connection ends.
    private(set) var endsWhenSent = false
    /// The connection is to be dropped.
    private(set) var end: End?

    enum End: Hashable {
        /// Both sides are done.
        case done
        /// The client did not read.
        case slow
    }

    /// What is handled at once: a client that does not read its replies is not asked for more calls.
    private static let mostWaitingForCalls = 16_384

    init(_ socket: SystemDescriptor, peer: Peer, limits: ControlLimits) {
        self.socket = socket
        self.peer = peer
        self.limits = limits
        input = MessageBuffer(limit: limits.callBytes)
    }

    /// Whether a call may be looked at now.
    private var takesCalls: Bool {
        lastingCall == nil && !endsWhenSent && end == nil && waiting.count < Self.mostWaitingForCalls
    }

    /// What to poll for.
    var wanted: SystemPoll.Readiness {
        var wanted: SystemPoll.Readiness = []
        if takesCalls, !isInputOver, input.room > 0 { wanted.insert(.readable) }
        if !waiting.isEmpty { wanted.insert(.writable) }
        return wanted
    }

    /// The next call's message; nil when none is there or it must wait.
    func nextMessage() throws(VarlinkFailure) -> [UInt8]? { takesCalls ? try input.next() : nil }

    // MARK: Receiving

    /// Receives what there is, as far as there is room for it.
    ///
    /// - Parameter buffer: what is received is written there first; its size bounds one call.
    func receive(_ buffer: inout [UInt8]) {
        while takesCalls, !isInputOver, input.room > 0 {
            do throws(SystemErrno) {
                let count = try SystemSocket.receive(socket, into: &buffer, most: input.room)
                if count == 0 { isInputOver = true }
                input.append(buffer[..<count])
                // The buffer outlives the client, and a receipt code may have been in it.
                for index in 0..<count { buffer[index] = 0 }
            } catch {
                if !error.mustWait { end = .done }
                return
            }
        }
    }

    // MARK: Sending

    func send(_ reply: VarlinkReply, now: Int64) { send(reply.message, most: limits.waitingBytes, now: now) }

    /// Sends an answer of the records desk, which may be as long as `answerBytes`.
    func sendAnswer(_ message: [UInt8], now: Int64) { send(message, most: limits.answerBytes, now: now) }

    /// Sends what there is room for and lets the rest wait; cuts the client off when more than `most` bytes wait.
    private func send(_ message: [UInt8], most: Int, now: Int64) {
        guard end == nil, !endsWhenSent else { return }
        if waiting.isEmpty { progressTime = now }
        waiting += message
        flush(now: now)
        if waiting.count > most { end = .slow }
    }

    /// Sends a last message; nothing is taken or sent after it.
    func finish(_ failure: VarlinkFailure, now: Int64) {
        send(VarlinkReply(failure), now: now)
        endsWhenSent = true
    }

    /// Sends what waits, as far as there is room for it.
    func flush(now: Int64) {
        while !waiting.isEmpty, end == nil {
            do throws(SystemErrno) {
                let count = try SystemSocket.send(socket, waiting)
                waiting = waiting.dropFirst(count)
                progressTime = now
            } catch {
                if !error.mustWait { end = .done }
                break
            }
        }
        // What was sent goes, so that the buffer does not grow with every message.
        if waiting.isEmpty || waiting.startIndex > limits.waitingBytes { waiting = ArraySlice(Array(waiting)) }
    }

    // MARK: Ending

    /// Ends the connection where both sides are done, or the client reads nothing.
    ///
    /// - Parameters:
    ///   - hungUp: the other end is closed.
    ///   - hasCalls: calls that came are still to be looked at.
    func settle(hungUp: Bool, hasCalls: Bool, now: Int64) {
        guard end == nil else { return }
        let isHeard = isInputOver && !hasCalls
        if hungUp, lastingCall != nil || isHeard { end = .done }
        if waiting.isEmpty, endsWhenSent || (isHeard && lastingCall == nil) { end = .done }
        if !waiting.isEmpty, now - progressTime >= limits.stall { end = .slow }
    }
}
