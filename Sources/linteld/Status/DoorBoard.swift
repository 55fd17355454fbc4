import Synchronization

/// Where every thread notes what it knows of the door's state, and the service's thread reads it.
///
/// Written on changes and, by the screening queue, four times a second at most, so that no frame waits for it.
package final class DoorBoard: Sendable {
    private let current: Mutex<DoorState>
    private let events: ServiceEvents

    package init(_ state: DoorState, events: ServiceEvents) {
        current = Mutex(state)
        self.events = events
    }

    package var state: DoorState { current.withLock { $0 } }

    /// Changes the state and wakes the service's thread if it is another one then.
    package func change(_ body: (inout DoorState) -> Void) {
        let changed = current.withLock { state in
            let before = state
            body(&state)
            return state != before
        }
        if changed { events.stateChanged() }
    }
}
