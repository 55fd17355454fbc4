import Capture
import Radiometry
import Screening
import Settings
import Testing

@Suite("What a camera's condition does to screening")
struct CameraConditionTests {
    private static let minute: Int64 = 60_000_000_000

    @Test("a camera without peculiarities measures the visitor")
    func ready() throws {
        var door = WatchedDoor()
        door.showAll()
        #expect(door.screenings.map(\.outcome) == [.normal])
        #expect(door.pipeline.scene.camera == .ready)
    }

    @Test("a camera powered up less than its warm-up ago measures nobody, by the system's clock")
    func warmUpBySystem() {
        var door = WatchedDoor(warmUp: .seconds(1800), poweredSince: -29 * Self.minute)
        door.showAll()
        #expect(door.pipeline.scene.camera == .warmingUp)
        #expect(door.screenings.map(\.reason) == [.cameraSettling])
        var warm = WatchedDoor(warmUp: .seconds(1800), poweredSince: -31 * Self.minute)
        warm.showAll()
        #expect(warm.screenings.map(\.outcome) == [.normal])
    }

    @Test("the camera's own clock comes before the system's", arguments: [false, true])
    func warmUpByTelemetry(warm: Bool) {
        let uptime: UInt32 = warm ? 1_900_000 : 60_000
        var door = WatchedDoor(warmUp: .seconds(1800), poweredSince: warm ? 0 : -100 * Self.minute) {
            $0.flatField = FlatFieldTelemetry(uptime: uptime, lastCorrection: 20_000)
        }
        door.showAll()
        #expect(door.screenings.map(\.outcome) == [warm ? .normal : .undecided])
    }

    @Test("a camera settles after its stream began, and again after it was opened anew")
    func settle() {
        var door = WatchedDoor(settle: .seconds(2)) { $0.formatGeneration = $0.timestamp < 3_000_000_000 ? 1 : 2 }
        var settling: [Double] = []
        while door.showNext() {
            if door.pipeline.scene.camera == .settling { settling.append(Double(door.header.timestamp) / 1e9) }
        }
        #expect(settling.contains { $0 < 0.1 } && settling.contains { $0 > 1.8 && $0 < 2 })
        #expect(settling.contains { $0 >= 3 && $0 < 3.2 } && settling.contains { $0 > 4.8 && $0 < 5 })
        #expect(!settling.contains { ($0 >= 2 && $0 < 3) || $0 >= 5 })
    }

    @Test("a camera opened anew is somebody else's view: tracks end and the reference body is searched for")
    func opensAnew() {
        var generation: UInt32 = 1
        var door = WatchedDoor(warmUp: .seconds(1800), poweredSince: 0) { $0.formatGeneration = generation }
        door.showUntilSomebodyPresents()
        let before = Set(door.pipeline.scene.people.map(\.track))
        #expect(door.pipeline.scene.reference == .tracked)
        generation = 2
        _ = door.showNext()
        #expect(door.pipeline.scene.reference == .searching)
        #expect(before.isDisjoint(with: door.pipeline.scene.people.map(\.track)))
        #expect(door.screenings.map(\.outcome) == [.undecided])
    }

    @Test(
        "a camera that repeats one frame is frozen, people become undecided, and it recovers", arguments: [false, true])
    func frozen(telemetry: Bool) {
        var door = WatchedDoor(findsReference: false) {
            if telemetry { $0.flatField = FlatFieldTelemetry(uptime: 900_000, lastCorrection: 800_000) }
        }
        door.showUntilSomebodyPresents()
        #expect(door.screenings.isEmpty)
        for _ in 0..<45 { door.repeatFrame(after: 111_000_000) }
        #expect(door.pipeline.scene.camera == .frozen)
        #expect(door.screenings.map(\.outcome) == [.undecided])
        #expect(door.screenings.first?.reason == .cameraSettling)
        #expect(door.pipeline.isDoorwayEmpty)
        door.repeatFrame(after: 0)
        let frozenSince = door.header.timestamp
        while door.showNext(), door.header.timestamp < frozenSince {}
        #expect(door.pipeline.scene.camera != .frozen)
    }

    @Test("where frames stop, whoever presents is undecided after two seconds")
    func framesStop() {
        var door = WatchedDoor(findsReference: false)
        door.showUntilSomebodyPresents()
        door.wait(1_900_000_000)
        #expect(door.screenings.isEmpty && !door.pipeline.isDoorwayEmpty)
        door.wait(2_100_000_000)
        #expect(door.screenings.map(\.outcome) == [.undecided])
        #expect(door.pipeline.isDoorwayEmpty && door.pipeline.scene.people.isEmpty)
    }

    @Test("a profile that only counts measures nobody, but sees people")
    func countOnly() {
        var door = WatchedDoor(canMeasure: false)
        door.showAll()
        #expect(door.pipeline.scene.camera == .countOnly)
        #expect(door.screenings.map(\.reason) == [.noTemperature])
        #expect(door.pipeline.people == 1)
    }

    @Test("a scene of a temperature that no door has is not measured")
    func implausible() {
        var door = WatchedDoor(plausible: 60...90)
        door.showAll()
        #expect(door.pipeline.scene.camera == .implausible)
        #expect(door.screenings.map(\.reason) == [.noTemperature])
    }

    @Test("other settings apply to who comes next; who presents meanwhile ends by the old ones")
    func apply() {
        var settings = WatchedDoor().settings
        settings.screening.elevatedSkin = 33.5
        var door = WatchedDoor()
        door.apply(settings)
        door.showAll()
        #expect(door.screenings.map(\.outcome) == [.elevated])

        var during = WatchedDoor(findsReference: false)
        during.showUntilSomebodyPresents()
        during.apply(settings)
        #expect(during.screenings.map(\.outcome) == [.undecided])
        #expect(during.pipeline.isDoorwayEmpty)
    }
}
