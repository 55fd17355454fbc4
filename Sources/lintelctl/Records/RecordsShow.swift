import ArgumentParser
import Control

/// `lintelctl records show`: what is kept of the holder of a receipt.
struct RecordsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is kept of the holder of a receipt, oldest first.",
        discussion: Consent.exitCodes)

    @OptionGroup var door: DoorOptions
    @OptionGroup var source: ReceiptOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let code = try source.code()
        let entries = try door.ask { (client) throws(ControlClientError) in try client.entries(code: code) }
        let object: JSONObject = ["entries": .array(entries.map { .object(PersonalJSON.entry($0)) })]
        print(json ? object.json : EntryTable(entries).text)
    }
}
