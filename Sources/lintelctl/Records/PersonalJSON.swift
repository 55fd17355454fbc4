import Control

/// What is kept of a person, as JSON for that person. Times are UTC, in milliseconds since 1970 and in words.
enum PersonalJSON {
    static func export(_ copy: DeskExport) -> JSONObject {
        var object: JSONObject = ["made": .string(Moment.text(copy.time)), "made_utc_ms": .integer(copy.time)]
        object["consents"] = .array(copy.consents.map { .object(consent($0)) })
        object["entries"] = .array(copy.entries.map { .object(entry($0)) })
        return object
    }

    static func consent(_ consent: DeskConsent) -> JSONObject {
        [
            "id": .string(consent.id), "purpose": .string(consent.purpose), "sensitive": .bool(consent.isSensitive),
            "items": .array(consent.items.map { .string($0) }), "state": .string(consent.state.rawValue),
            "notice_sha256": .string(consent.notice), "given": .string(Moment.text(consent.given)),
            "given_utc_ms": .integer(consent.given), "until": .string(Moment.text(consent.expires)),
            "until_utc_ms": .integer(consent.expires), "retention_s": .integer(consent.retention),
            "authentic": .bool(consent.isAuthentic),
        ]
    }

    static func entry(_ entry: DeskEntry) -> JSONObject {
        var object: JSONObject = [
            "id": .string(entry.id), "consent": .string(entry.consent), "purpose": .string(entry.purpose),
        ]
        object["time"] = entry.time.map { .string(Moment.text($0)) }
        object["time_utc_ms"] = entry.time.map { .integer($0) }
        object["door"] = entry.gate.map { .string($0) }
        object["direction"] = entry.direction.map { .string($0.rawValue) }
        object["outcome"] = entry.outcome.map { .string($0.rawValue) }
        object["destroyed_at"] = .string(Moment.text(entry.expires))
        object["destroyed_at_utc_ms"] = .integer(entry.expires)
        return object
    }
}
