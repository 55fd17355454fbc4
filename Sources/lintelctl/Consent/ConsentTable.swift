import Control

/// Consents, one a line.
struct ConsentTable {
    let text: String

    init(_ consents: [DeskConsent]) {
        guard !consents.isEmpty else {
            text = "no consent is kept"
            return
        }
        var table = Table(["consent", "purpose", "state", "given", "until", "keeps each for", "what"])
        for consent in consents {
            table.add([
                consent.id, consent.purpose + (consent.isSensitive ? " (sensitive)" : ""),
                consent.state.rawValue + (consent.isAuthentic ? "" : ", not as it was written"),
                Moment.text(consent.given), Moment.text(consent.expires), SpanOfTime.words(consent.retention * 1000),
                consent.items.joined(separator: ", "),
            ])
        }
        text = table.text
    }
}
