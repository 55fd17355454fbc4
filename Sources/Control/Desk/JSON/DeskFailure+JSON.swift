extension DeskFailure {
    private static let interface = "io.lintel.Records"

    /// The error as it is sent.
    var failure: VarlinkFailure {
        VarlinkFailure(
            Self.interface, kind.rawValue, ["cause": .string(cause), "remedy": .string(remedy)])
    }

    /// Reads an error; nil when it is another one.
    init?(_ error: String, _ parameters: JSONObject) {
        guard let name = QualifiedName(error), name.interface == Self.interface,
            let kind = Kind(rawValue: name.member), let cause = parameters["cause"]?.text,
            let remedy = parameters["remedy"]?.text
        else { return nil }
        self.init(kind, cause: cause, remedy: remedy)
    }
}
