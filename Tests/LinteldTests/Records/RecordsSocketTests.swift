import Audit
import Control
import Dispatch
import Journal
import Logging
import Records
import RecordsFixture
import Settings
import Simulation
import Testing
import linteld

@Suite("Records through the control socket")
struct RecordsSocketTests {
    @Test("3.3f somebody agrees, comes, reads what is kept, withdraws, and nothing is left")
    func wholeStory() throws {
        let scene = Scene.measurement(skin: 35, standing: 6, seed: 5)
        var settings = Settings.consentedDoor
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        let (place, lines) = (try RecordsPlace(), LogLines())
        let door = Door(settings, place: place, lines: lines)
        let records = try #require(door.records)
        records.openNow()
        let path = place.file("io.lintel")
        let server = try ControlServer(
            path: path, settings: settings.control,
            publisher: ControlPublisher(door.board.state.told(settings, logLinesLost: 0)), desk: records,
            limits: ControlLimits(), callers: { PeerCredentials(user: 0, groups: [0]) }, groupNumber: { _ in nil })
        defer { server.stop() }
        var client = try ControlClient(path: path)

        #expect(try client.notice(language: "ko").language == "ko")
        let receipt = try client.grant(purposes: ["entry_log"], language: "ko", method: .kiosk)
        try client.present(code: receipt.code)
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        door.stage.queue.sync {}
        door.show(scene, to: &producer) { _ in records.catchUp() }
        for _ in 0..<12 {
            door.wait(seconds: 1)
            records.catchUp()
        }
        let entries = try client.entries(code: receipt.code)
        #expect(entries.map(\.direction) == [.inwards])
        #expect(try client.export(code: receipt.code, reason: .personsRequest).entries == entries)
        #expect(try client.receipt(code: receipt.code).consents == receipt.consents)
        #expect(try client.report().store?.entries == 1)
        let destroyed = try client.withdraw(code: receipt.code)
        #expect(destroyed == DeskDestroyed(consents: 1, entries: 1, isVerified: true))
        #expect(throws: ControlClientError.self) { try client.entries(code: receipt.code) }
        let report = try client.report()
        #expect(report.store?.entries == 0 && report.store?.consents == 0)
        #expect(report.store?.ledger.first?.reason == "withdrawal")
        #expect(report.store?.ledger.first?.isVerified == true)
        for line in lines.all {
            #expect(
                !line.contains(receipt.code) && !line.contains(receipt.consents[0]) && !line.contains(entries[0].id))
        }
        #expect(records.stop())
    }
}
