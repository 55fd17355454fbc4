import Capture

extension DoorStatus {
    /// The parameters of the reply.
    public var parameters: JSONObject {
        var reply: JSONObject = [
            "door": .string(door), "version": .string(version), "uptime_ms": .integer(uptime),
        ]
        for part in Part.allCases { reply[part.rawValue] = .object(conditions[part].parameters) }
        reply["purge_lag_ms"] = purgeLag.map { .integer($0) }
        reply["frame_age_ms"] = frameAge.map { .integer($0) }
        reply["frames"] = .object(frames.parameters)
        var totals: JSONObject = ["age_ms": .integer(entriesAge)]
        for member in entries.parameters.members { totals[member.name] = member.value }
        reply["entries"] = .object(totals)
        reply["log_lines_lost"] = .count(logLinesLost)
        reply["clients"] = .object(clients.parameters)
        return reply
    }

    /// Reads a reply; a field that is not known is left aside, so that an older tool reads a newer daemon.
    public init(_ parameters: JSONObject) throws(ReplyFault) {
        let reply = ReplyReader(parameters)
        let totals = try reply.structure("entries")
        self.init(
            door: try reply.text("door"), version: try reply.text("version"), uptime: try reply.whole("uptime_ms"),
            conditions: try Conditions(reply), purgeLag: try reply.optionalWhole("purge_lag_ms"),
            frameAge: try reply.optionalWhole("frame_age_ms"),
            frames: try FrameCounters(reply.structure("frames")), entries: try EntryTotals(totals),
            entriesAge: try totals.whole("age_ms"), logLinesLost: try reply.count("log_lines_lost"),
            clients: try ClientCounts(reply.structure("clients")))
    }
}

extension Condition {
    var parameters: JSONObject {
        ["level": .string(level.rawValue), "code": .string(code), "words": .string(words)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(try reply.word("level"), code: try reply.text("code"), words: try reply.text("words"))
    }
}

extension Conditions {
    fileprivate init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            camera: try Condition(reply.structure("camera")), reference: try Condition(reply.structure("reference")),
            screening: try Condition(reply.structure("screening")), gate: try Condition(reply.structure("gate")),
            records: try Condition(reply.structure("records")), purge: try Condition(reply.structure("purge")),
            clock: try Condition(reply.structure("clock")))
    }
}

extension FrameCounters {
    fileprivate var parameters: JSONObject {
        [
            "numbered": .count(numbered), "delivered": .count(delivered), "waiting": .count(waiting),
            "ring_full": .count(ringFull), "error": .count(error), "short": .count(short), "gap": .count(gap),
        ]
    }

    fileprivate init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init()
        numbered = try reply.count("numbered")
        delivered = try reply.count("delivered")
        waiting = try reply.count("waiting")
        ringFull = try reply.count("ring_full")
        error = try reply.count("error")
        short = try reply.count("short")
        gap = try reply.count("gap")
    }
}

extension EntryTotals {
    var parameters: JSONObject {
        [
            "admitted": .count(admitted), "referred": .count(referred), "entering": .count(entering),
            "leaving": .count(leaving),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            admitted: try reply.count("admitted"), referred: try reply.count("referred"),
            entering: try reply.count("entering"), leaving: try reply.count("leaving"))
    }
}

extension ClientCounts {
    fileprivate var parameters: JSONObject {
        [
            "connected": .count(connected), "refused": .count(refused), "slow": .count(slow),
            "malformed": .count(malformed), "lost": .count(lost),
        ]
    }

    fileprivate init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init()
        connected = try reply.count("connected")
        refused = try reply.count("refused")
        slow = try reply.count("slow")
        malformed = try reply.count("malformed")
        lost = try reply.count("lost")
    }
}
