import CLinux
import Capture
import Glibc

/// An event that one thread polls for and any thread may raise.
final class SystemWake: Sendable {
    let descriptor: SystemDescriptor

    init() throws(ControlError) {
        do throws(SystemErrno) {
            let number = try SystemErrno.check { Int(eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))) }
            descriptor = SystemDescriptor(Int32(number))
        } catch {
            throw ControlError(
                what: "control event", cause: error.text, remedy: "Raise the limit of open files for this process.")
        }
    }

    /// Never blocks: a counter that is full is raised already.
    func raise() {
        var one: UInt64 = 1
        // The eight bytes live on the stack for the whole call.
        _ = unsafe write(descriptor.number, &one, 8)
    }

    /// Takes all that was raised.
    func clear() {
        var count: UInt64 = 0
        // As above; the descriptor never blocks.
        _ = unsafe read(descriptor.number, &count, 8)
    }
}
