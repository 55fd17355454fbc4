import CLinux
import Glibc

/// Whether a descriptor polls readable within a number of milliseconds.
func pollsReadable(_ descriptor: Int32, timeout: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, timeout) == 1 && entry.revents & Int16(POLLIN) != 0
}
