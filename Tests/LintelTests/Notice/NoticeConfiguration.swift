/// A configuration that keeps records, with a notice that a test changes.
struct NoticeConfiguration {
    var controller = "Example Ltd"
    var address = "1 Example Street, Seoul"
    var retention = "14d"
    var outcomeItems = "[\"time\", \"outcome\"]"
    var entryText = "Keep when you came in or went out at this door."
    var refusal = "You may refuse. Refusing changes nothing about your entry."
    var policy = "https://example.org/privacy"

    init() {}

    /// With texts of random words and lengths: wide letters, long words, Korean.
    init(randomTexts seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let words = [
            "WWWWWW", "mmmmm", "illicit", "출입기록을", "보관합니다", "at", "@@@%%%", "Privacy", "<&>", "O.O.O", "q", "12345",
        ]
        func text(_ most: Int) -> String {
            (0..<(1 + next(most))).map { _ in words[next(words.count)] }.joined(separator: " ")
        }
        controller = text(8)
        address = text(12)
        entryText = text(30)
        refusal = text(40)
        policy = "https://example.org/" + String(repeating: "W", count: next(150))
    }

    var toml: String {
        """
        [records]
        mode = "consented"

        [notice]
        version = "2026-11"
        controller = "\(controller)"
        address = "\(address)"
        contact = "Privacy office"
        email = "privacy@example.org"
        phone = "+82 2 000 0000"
        jurisdiction = "KR"
        storage_location = "the device at this door"
        policy_url = "\(policy)"
        entry_log_items = ["time", "gate", "direction"]
        entry_log_retention = "\(retention)"
        entry_log_text = { en = "\(entryText)", ko = "\(entryText)" }
        fever_outcome_items = \(outcomeItems)
        refusal = { en = "\(refusal)", ko = "\(refusal)" }

        """
    }
}
