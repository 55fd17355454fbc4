import CLinux
import Glibc

/// What poll(2) is asked for and what it said.
struct SystemPoll {
    struct Readiness: OptionSet {
        let rawValue: Int16

        static let readable = Readiness(rawValue: Int16(POLLIN))
        static let writable = Readiness(rawValue: Int16(POLLOUT))
        /// The other end is closed, or the descriptor is broken; told without being asked for.
        static let hungUp = Readiness(rawValue: Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL))
    }

    private var entries: [pollfd] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    /// Asks for a descriptor, which must stay open until `wait` returned.
    mutating func add(_ descriptor: SystemDescriptor, _ wanted: Readiness) {
        entries.append(pollfd(fd: descriptor.number, events: wanted.rawValue, revents: 0))
    }

    /// What was said of the descriptor that was added at this place.
    subscript(_ index: Int) -> Readiness { Readiness(rawValue: entries[index].revents) }

    /// Waits until one of them is ready, at most so many milliseconds. An interruption is no readiness.
    mutating func wait(milliseconds: Int32) {
        // The list outlives the call, which writes within its count.
        let count = unsafe entries.withUnsafeMutableBufferPointer {
            unsafe poll($0.baseAddress, nfds_t($0.count), milliseconds)
        }
        if count < 0 {
            for index in entries.indices { entries[index].revents = 0 }
        }
    }
}
