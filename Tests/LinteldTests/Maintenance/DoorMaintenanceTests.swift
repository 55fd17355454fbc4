import CAllocationCount
import Capture
import Control
import Foundation
import Journal
import Radiometry
import Screening
import Settings
import Simulation
import Synchronization
import Testing
import linteld

@Suite("A maintenance session at a door")
struct DoorMaintenanceTests {
    private let scene = Scene.measurement(skin: 35, standing: 6, seed: 3)

    private var settings: Settings {
        var settings = Settings()
        if let reference = scene.truth().reference { settings.reference.temperature = reference.temperature }
        return settings
    }

    @Test("offering a frame costs no memory, wanted or not, and nothing is kept unless one is wanted")
    func allocations() throws {
        try #require(lintel_allocations_counted(), "a sanitizer's allocator does not count")
        for isWanted in [false, true] {
            let feed = PictureFeed()
            let door = Door(settings, pictures: [feed])
            var producer = door.rings.attach(CameraSimulator(scene: scene).format)
            var (entries, state) = (0, door.board.state.scene)
            var (quiet, shown, people) = (0, 0, 0)
            var allocations: UInt64 = 0
            if isWanted { feed.want() }
            door.show(scene, to: &producer) { frame in
                let counts = door.stage.queue.sync { door.stage.counts }
                let now = (counts.screenings + counts.entering + counts.leaving, door.board.state.scene)
                defer { (entries, state) = now }
                // The pipeline makes its buffers in the first frames; a change of the scene's state is a log line.
                if frame > 20, now.0 == entries, now.1 == state {
                    quiet += 1
                    allocations += door.allocations
                }
                if let seen = feed.take({ $0.scene.people.count }) {
                    shown += 1
                    people = max(people, seen)
                }
                if isWanted { feed.want() }
            }
            #expect(quiet > 30 && allocations == 0)
            #expect(isWanted ? shown > 30 : shown == 0)
            #expect(isWanted == (people > 0))
        }
    }

    @Test("who begins one sees small pictures of the door without a reading, and the journal tells of it")
    func session() throws {
        let log = CapturedLog()
        let maintenance = DoorMaintenance(rotation: .none, logger: log.logger)
        let socket = try Socket(maintenance: maintenance)
        let seen = Mutex<[LivePicture]>([])
        let isOver = Mutex(false)
        let path = socket.path
        withExtendedLifetime(socket) {
            let viewer = Thread {
                var client = try? ControlClient(path: path, timeout: .seconds(20))
                _ = try? client?.beginMaintenance(reason: "aim it", minutes: 3)
                try? client?.view(quiet: { true }) { picture in
                    seen.withLock { $0.append(picture) }
                    return seen.withLock(\.count) < 3
                }
                client = nil
                isOver.withLock { $0 = true }
            }
            viewer.start()
            let deadline = Date(timeIntervalSinceNow: 60)
            while !isOver.withLock({ $0 }), Date() < deadline {
                let door = Door(settings, pictures: [maintenance.feed])
                var producer = door.rings.attach(CameraSimulator(scene: scene).format)
                door.show(scene, to: &producer) { _ in Thread.sleep(forTimeInterval: 0.005) }
            }
            while log.lines.count < 2, Date() < deadline { Thread.sleep(forTimeInterval: 0.01) }
        }
        let pictures = seen.withLock { $0 }
        #expect(pictures.count == 3)
        let upright = CameraSimulator(scene: scene).format.size
        for picture in pictures {
            let long = max(picture.size.width, picture.size.height)
            #expect(long <= 80 && min(picture.size.width, picture.size.height) <= 60)
            #expect((picture.size.width > picture.size.height) == (upright.width > upright.height))
            #expect(Set(picture.indices).count > 10)
            for person in picture.people {
                #expect((-10...80).contains(person.head.x) && (-10...80).contains(person.head.y))
            }
        }
        let lines = log.lines
        #expect(lines.map(\.messageID) == [MessageID.maintenanceBegan.rawValue, MessageID.maintenanceEnded.rawValue])
        #expect(
            lines.first?.text
                == "maintenance session of uid:\(getuid()) began, for at most 3 minutes: aim it; it may see a live picture of the door"
        )
        #expect(
            lines.last?.text.hasPrefix("maintenance session of uid:\(getuid()) ended after ") == true
                && lines.last?.text.hasSuffix("as its client went away; it saw 3 pictures") == true)
    }

    @Test("a feed that is forgotten holds no frame, and one of another size is not taken")
    func feed() {
        let feed = PictureFeed()
        let door = Door(settings, pictures: [feed])
        var producer = door.rings.attach(CameraSimulator(scene: scene).format)
        feed.want()
        door.show(scene, to: &producer, end: 3)
        #expect(feed.take { $0.pixels.contains { $0 > 0 } } == true)
        feed.want()
        door.show(scene, to: &producer, end: 3)
        feed.forget()
        #expect(feed.take { _ in true } == nil)
        door.show(scene, to: &producer, end: 3)
        #expect(feed.take { _ in true } == nil)
    }
}

/// A control socket in a directory of its own.
private final class Socket {
    private let directory: URL
    let path: String
    private let server: ControlServer

    init(maintenance: DoorMaintenance) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("lintel-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        path = directory.appendingPathComponent("io.lintel").path
        let state = DoorState(name: "test").told(Settings(), logLinesLost: 0)
        server = try ControlServer(
            path: path, door: "main", version: "1", settings: ControlSettings(),
            publisher: ControlPublisher(state), maintenance: maintenance, report: { _ in })
    }

    deinit {
        server.stop()
        try? FileManager.default.removeItem(at: directory)
    }
}
