import CLinux
import Glibc

/// Whether a descriptor polls readable within a number of milliseconds.
func pollsReadable(_ descriptor: Int32, timeout: Int32) -> Bool {
    // The entry lives on the stack for the whole call.
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, timeout) == 1 && entry.revents & Int16(POLLIN) != 0
}

/// Makes an event descriptor silent.
func silence(_ event: Int32) {
    var value: UInt64 = 0
    // The eight bytes live on the stack for the whole call.
    _ = unsafe read(event, &value, 8)
}
