import Capture
import Control
import Radiometry
import Screening
import Synchronization

/// Writes down what it is told, and lets the test publish pictures.
final class FakeHost: MaintenanceHost {
    enum Told: Hashable {
        case began(user: UInt32, reason: String, minutes: Int)
        case shown
        case hidden
        case ended(MaintenanceEnd.Cause, seconds: Int64, pictures: Int)
    }

    private let told = Mutex<[Told]>([])
    private let place = Mutex<LivePictures?>(nil)

    var all: [Told] { told.withLock { $0 } }
    var pictures: LivePictures? { place.withLock { $0 } }

    func began(_ session: MaintenanceSession) {
        told.withLock {
            $0.append(.began(user: session.caller.user, reason: session.reason, minutes: session.minutes))
        }
    }

    func show(to pictures: LivePictures) {
        place.withLock { $0 = pictures }
        told.withLock { $0.append(.shown) }
    }

    func hide() { told.withLock { $0.append(.hidden) } }

    func ended(_ session: MaintenanceSession, _ end: MaintenanceEnd) {
        told.withLock { $0.append(.ended(end.cause, seconds: end.seconds, pictures: end.pictures)) }
    }
}

extension LivePicture {
    /// A picture whose every pixel is this one.
    static func plain(_ index: UInt8, width: Int = 80, height: Int = 60) -> LivePicture? {
        LivePicture(
            size: FrameSize(width: width, height: height),
            indices: [UInt8](repeating: index, count: width * height),
            people: [
                Person(
                    head: PixelBox(x: -2, y: 3, width: 8, height: 10), track: 7, phase: .measuring, outcome: nil,
                    reason: .turnedAway),
                Person(
                    head: PixelBox(x: 40, y: 3, width: 8, height: 10), track: 8, phase: .decided, outcome: .elevated,
                    reason: nil),
            ], disc: Disc(x: 70, y: 5, radius: 2), reference: .tracked, camera: .ready)
    }
}
