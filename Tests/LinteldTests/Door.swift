import CAllocationCount
import Capture
import Control
import Dispatch
import Journal
import Logging
import Settings
import Simulation
import Synchronization
import linteld

/// A door's screening stage, fed frame by frame on the test's thread, by a clock of its own.
final class Door {
    let stage: ScreeningStage
    let rings: RingSwitch
    let board: DoorBoard
    let commands = CameraCommands()
    let deadlines = StageDeadlines(now: 0)
    /// The stage's clock, and that of the frames.
    let now: Time
    /// None where the door was made without a place for any.
    let records: DoorRecords?
    /// How often screening the last frame shown asked for memory.
    private(set) var allocations: UInt64 = 0

    final class Time: Sendable {
        private let value = Atomic<Int64>(0)

        func load() -> Int64 { value.load(ordering: .acquiring) }
        func store(_ moment: Int64) { value.store(moment, ordering: .releasing) }
    }

    /// - Parameters:
    ///   - publisher: told of events.
    ///   - place: where records are kept, and whose clock the door goes by.
    ///   - lines: takes the log.
    init(
        _ settings: Settings, publisher: ControlPublisher? = nil, place: RecordsPlace? = nil, lines: LogLines? = nil,
        pictures: [PictureFeed] = []
    ) {
        let now = place?.time ?? Time()
        self.now = now
        board = DoorBoard(DoorState(name: "test"), events: ServiceEvents())
        let logger = Logger(label: "test") { _ -> any LogHandler in lines ?? SwiftLogNoOpLogHandler() as any LogHandler
        }
        let board = board
        records = place.map { DoorRecords(setup: $0.setup(settings), logger: logger, board: board) }
        stage = ScreeningStage(
            settings: settings, logger: logger, board: board, deadlines: deadlines, pictures: pictures,
            commands: commands,
            publisher: publisher, records: records, clock: { now.load() })
        rings = RingSwitch(stage: stage)
        stage.queue.sync { rings.open() }
    }

    /// Shows a scene, or its beginning, from the present moment on.
    ///
    /// - Parameters:
    ///   - producer: of a ring for the scene's format.
    ///   - end: frames to show; all where there is none.
    ///   - each: what is done after each frame, given its number.
    func show(_ scene: Scene, to producer: inout FrameProducer, end: Int = .max, each: (Int) -> Void = { _ in }) {
        var simulator = CameraSimulator(scene: scene)
        let start = now.load()
        var frame = 0
        while frame < end {
            var isOver = false
            _ = producer.withNextSlot { pixels in
                guard var header = simulator.renderNext(into: &pixels) else {
                    isOver = true
                    return nil
                }
                header.timestamp += start
                now.store(header.timestamp)
                return header
            }
            if isOver { break }
            stage.queue.sync {
                let before = lintel_allocations_on_this_thread()
                rings.drain()
                allocations = lintel_allocations_on_this_thread() - before
            }
            each(frame)
            frame += 1
        }
    }

    /// Shows an empty room at two frames a second.
    ///
    /// - Parameter each: what is done after each frame, given the seconds since the start.
    func showNobody(seconds: Int, to producer: inout FrameProducer, each: (Int) -> Void) {
        for frame in 0..<seconds * 2 {
            now.store(now.load() + 500_000_000)
            _ = producer.withNextSlot { pixels in
                // Noise, so that the camera does not seem frozen: 22 °C at 0.01 K a count.
                for index in pixels.indices { pixels[index] = 29_515 + UInt16((index &* 31 &+ frame &* 7) % 5) }
                return FrameHeader(sequence: UInt64(frame), timestamp: now.load())
            }
            stage.queue.sync {
                rings.drain()
                stage.lookAtClock()
            }
            each(frame / 2)
        }
    }

    /// Lets time pass without frames; the stage looks at the clock four times a second.
    func wait(seconds: Int) {
        for _ in 0..<seconds * 4 {
            now.store(now.load() + 250_000_000)
            stage.queue.sync { stage.lookAtClock() }
        }
    }
}
