import Control
import Dispatch
import Journal
import Logging
import Settings

/// Announces maintenance sessions in the journal and makes their pictures.
///
/// Confined to its own serial queue, which is what makes it Sendable. While nobody looks its timer does not run and no
/// frame is asked for.
package final class DoorMaintenance: MaintenanceHost, @unchecked Sendable {
    /// How often a picture is made at most: four times a second.
    private static let interval = DispatchTimeInterval.milliseconds(250)

    /// Where the screening queue offers its frames.
    package let feed = PictureFeed()

    private let logger: Logger
    private let queue = DispatchQueue(label: "maintenance", qos: .utility)
    private var maker: LivePictureMaker
    private var timer: (any DispatchSourceTimer)?

    package init(rotation: Rotation, logger: Logger) {
        maker = LivePictureMaker(rotation: rotation)
        self.logger = logger
    }

    // MARK: Announcing

    package func began(_ session: MaintenanceSession) {
        let length = session.minutes == 1 ? "1 minute" : "\(session.minutes) minutes"
        logger.report(
            .maintenanceBegan,
            """
            maintenance session of \(session.caller) began, for at most \(length): \(session.reason); \
            it may see a live picture of the door
            """)
    }

    package func ended(_ session: MaintenanceSession, _ end: MaintenanceEnd) {
        let pictures = end.pictures == 1 ? "1 picture" : "\(end.pictures) pictures"
        logger.report(
            .maintenanceEnded,
            """
            maintenance session of \(session.caller) ended after \(end.seconds) s, \(Self.words(end.cause)); \
            it saw \(pictures)
            """)
    }

    private static func words(_ cause: MaintenanceEnd.Cause) -> String {
        switch cause {
        case .end: "as somebody asked for"
        case .time: "as its time was over"
        case .client: "as its client went away"
        case .stop: "as the daemon stops"
        }
    }

    // MARK: Pictures

    package func show(to pictures: LivePictures) {
        queue.async { [self] in
            timer?.cancel()
            feed.want()
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.setEventHandler { [self] in make(pictures) }
            timer.schedule(deadline: .now() + Self.interval, repeating: Self.interval, leeway: .milliseconds(50))
            timer.activate()
            self.timer = timer
        }
    }

    package func hide() {
        queue.async { [self] in
            timer?.cancel()
            timer = nil
            feed.forget()
        }
    }

    /// Makes a picture of the frame that came since the last one, and asks for the next.
    private func make(_ pictures: LivePictures) {
        if let picture = feed.take({ maker.picture(of: $0) }) ?? nil { pictures.publish(picture) }
        feed.want()
    }
}
