extension PrivacyReport.FileSystem: WireValue {
    var parameters: JSONObject {
        var system: JSONObject = ["directory": .string(directory), "type": .string(type)]
        system["options"] = options.map { .string($0) }
        system["keys_can_be_destroyed"] = .bool(canDestroyKeys)
        system["words"] = .string(words)
        return system
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            directory: try reply.text("directory"), type: try reply.text("type"),
            options: try reply.optionalText("options"), canDestroyKeys: try reply.flag("keys_can_be_destroyed"),
            words: try reply.text("words"))
    }
}

extension PrivacyReport.Clock: WireValue {
    var parameters: JSONObject {
        var clock: JSONObject = ["synchronized": .bool(isSynchronized), "source": .string(source)]
        clock["now"] = now.map { .integer($0) }
        return clock
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            now: try reply.optionalWhole("now"), isSynchronized: try reply.flag("synchronized"),
            source: try reply.text("source"))
    }
}

extension PrivacyReport.AccessLog: WireValue {
    var parameters: JSONObject {
        var log: JSONObject = ["count": .integer(count), "keep_s": .integer(keep)]
        log["head"] = head.map { .string($0) }
        log["last_checkpoint"] = lastCheckpoint.map { .object($0.parameters) }
        log["failure"] = failure.map { .object($0.parameters) }
        return log
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            count: try reply.whole("count"), head: try reply.optionalText("head"),
            lastCheckpoint: try reply.optionalValue("last_checkpoint"), keep: try reply.whole("keep_s"),
            failure: try reply.optionalValue("failure"))
    }
}

extension PrivacyReport.AccessLog.Checkpoint: WireValue {
    var parameters: JSONObject { ["count": .integer(count), "time": .integer(time)] }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(count: try reply.whole("count"), time: try reply.whole("time"))
    }
}

extension PrivacyReport.Network: WireValue {
    var parameters: JSONObject {
        [
            "allowed_families": .texts(allowedFamilies), "refused_families": .texts(refusedFamilies),
            "interfaces": .texts(interfaces), "foreign_sockets": .count(foreignSockets), "filtered": .bool(isFiltered),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            allowedFamilies: try reply.texts("allowed_families"),
            refusedFamilies: try reply.texts("refused_families"), interfaces: try reply.texts("interfaces"),
            foreignSockets: try reply.count("foreign_sockets"), isFiltered: try reply.flag("filtered"))
    }
}
