import Capture
import Synchronization

/// The states that a live camera told, from any thread.
final class States: Sendable {
    private let entered = Mutex<[CameraState]>([])

    func enter(_ state: CameraState) {
        entered.withLock { $0.append(state) }
    }

    var words: [String] { entered.withLock { $0.map(\.words) } }
}
