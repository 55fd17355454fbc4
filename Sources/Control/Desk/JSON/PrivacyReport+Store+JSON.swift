extension PrivacyReport.Store: WireValue {
    var parameters: JSONObject {
        var store: JSONObject = [
            "consents": .count(consents), "entries": .count(entries), "epochs": .count(epochs),
            "refusals_today": .count(refusalsToday), "lag_ms": .integer(lag), "ledger": .objects(ledger),
        ]
        store["next_destruction"] = nextDestruction.map { .integer($0) }
        store["last_purge"] = lastPurge.map { .integer($0) }
        store["purge_failure"] = purgeFailure.map { .object($0.parameters) }
        return store
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            consents: try reply.count("consents"), entries: try reply.count("entries"),
            epochs: try reply.count("epochs"), refusalsToday: try reply.count("refusals_today"),
            nextDestruction: try reply.optionalWhole("next_destruction"), lag: try reply.whole("lag_ms"),
            lastPurge: try reply.optionalWhole("last_purge"), purgeFailure: try reply.optionalValue("purge_failure"),
            ledger: try reply.values("ledger"))
    }
}

extension PrivacyReport.LedgerLine: WireValue {
    var parameters: JSONObject {
        [
            "epoch": .integer(epoch), "reason": .string(reason), "entries": .count(entries), "due": .integer(due),
            "done": .integer(done), "verified": .bool(isVerified), "canary_dead": .bool(canaryIsDead),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            epoch: try reply.whole("epoch"), reason: try reply.text("reason"), entries: try reply.count("entries"),
            due: try reply.whole("due"), done: try reply.whole("done"), isVerified: try reply.flag("verified"),
            canaryIsDead: try reply.flag("canary_dead"))
    }
}

extension PrivacyReport.Trouble: WireValue {
    var parameters: JSONObject {
        ["what": .string(what), "cause": .string(cause), "remedy": .string(remedy)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            what: try reply.text("what"), cause: try reply.text("cause"), remedy: try reply.text("remedy"))
    }
}
