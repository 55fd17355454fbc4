import Settings

extension PrivacyReport: WireValue {
    var parameters: JSONObject {
        var report: JSONObject = [
            "door": .string(door), "version": .string(version), "generated": .integer(generated),
            "mode": .string(mode.rawValue), "purposes": .objects(purposes), "notices": .objects(notices),
            "recipients": .texts(recipients),
        ]
        report["store"] = store.map { .object($0.parameters) }
        report["stopped"] = stopped.map { .object($0.parameters) }
        report["file_system"] = fileSystem.map { .object($0.parameters) }
        report["key_tier"] = .string(keyTier.rawValue)
        report["clock"] = .object(clock.parameters)
        report["access_log"] = .object(accessLog.parameters)
        report["network"] = .object(network.parameters)
        report["configuration"] = .object(configuration.parameters)
        return report
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            door: try reply.text("door"), version: try reply.text("version"),
            generated: try reply.whole("generated"), mode: try reply.word("mode"),
            purposes: try reply.values("purposes"), notices: try reply.values("notices"),
            recipients: try reply.texts("recipients"), store: try reply.optionalValue("store"),
            stopped: try reply.optionalValue("stopped"), fileSystem: try reply.optionalValue("file_system"),
            keyTier: try reply.word("key_tier"), clock: try reply.value("clock"),
            accessLog: try reply.value("access_log"), network: try reply.value("network"),
            configuration: try reply.value("configuration"))
    }
}

extension PrivacyReport.Purpose: WireValue {
    var parameters: JSONObject {
        [
            "name": .string(name), "sensitive": .bool(isSensitive), "items": .texts(items),
            "retention_s": .integer(retention),
        ]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            name: try reply.text("name"), isSensitive: try reply.flag("sensitive"), items: try reply.texts("items"),
            retention: try reply.whole("retention_s"))
    }
}

extension PrivacyReport.Notice: WireValue {
    var parameters: JSONObject {
        ["language": .string(language), "version": .string(version), "sha256": .string(hash)]
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            language: try reply.text("language"), version: try reply.text("version"), hash: try reply.text("sha256"))
    }
}

extension PrivacyReport.Configuration: WireValue {
    var parameters: JSONObject {
        var configuration = JSONObject()
        configuration["path"] = path.map { .string($0) }
        configuration["sha256"] = hash.map { .string($0) }
        return configuration
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(path: try reply.optionalText("path"), hash: try reply.optionalText("sha256"))
    }
}
