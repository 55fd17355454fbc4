/// Every method that the records desk answers: parameters that are right, and what the desk is asked then.
enum DeskMethods {
    struct Method: Sendable, CustomStringConvertible {
        let name: String
        let parameters: String
        var description: String { name }
        var call: String { "{\"method\":\"\(name)\",\"parameters\":\(parameters)}" }
        var onewayCall: String { "{\"method\":\"\(name)\",\"parameters\":\(parameters),\"oneway\":true}" }
    }

    static let code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"

    static let all = [
        Method(name: "io.lintel.Consent.Notice", parameters: "{}"),
        Method(
            name: "io.lintel.Consent.Grant",
            parameters: #"{"purposes":["entry_log"],"language":"en","method":"kiosk"}"#),
        Method(name: "io.lintel.Consent.Refuse", parameters: "{}"),
        Method(name: "io.lintel.Consent.Present", parameters: #"{"code":"\#(code)"}"#),
        Method(name: "io.lintel.Consent.Show", parameters: #"{"code":"\#(code)"}"#),
        Method(name: "io.lintel.Consent.Renew", parameters: #"{"code":"\#(code)","method":"desk"}"#),
        Method(name: "io.lintel.Consent.Withdraw", parameters: #"{"code":"\#(code)","purposes":null}"#),
        Method(name: "io.lintel.Consent.Receipt", parameters: #"{"code":"\#(code)"}"#),
        Method(name: "io.lintel.Records.List", parameters: "{}"),
        Method(name: "io.lintel.Records.Show", parameters: #"{"code":"\#(code)"}"#),
        Method(name: "io.lintel.Records.Export", parameters: #"{"code":"\#(code)","reason":"review"}"#),
        Method(name: "io.lintel.Records.Erase", parameters: #"{"code":"\#(code)","reason":"persons-request"}"#),
        Method(name: "io.lintel.Privacy.Report", parameters: "{}"),
        Method(name: "io.lintel.Audit.Checkpoint", parameters: "{}"),
        Method(name: "io.lintel.Audit.Key", parameters: "{}"),
    ]
}
