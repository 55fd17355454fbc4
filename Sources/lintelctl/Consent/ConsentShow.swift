import ArgumentParser
import Control

/// `lintelctl consent show`: what the holder of a receipt agreed to.
struct ConsentShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what the holder of a receipt agreed to.",
        discussion: Consent.exitCodes)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let code = try source.code()
        let consents = try door.ask { (client) throws(ControlClientError) in try client.consents(code: code) }
        let object: JSONObject = ["consents": .array(consents.map { .object(PersonalJSON.consent($0)) })]
        print(json ? object.json : ConsentTable(consents).text)
    }
}
