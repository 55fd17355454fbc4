import Foundation

/// A terminal that a test types at.
final class PseudoTerminal {
    /// The end of the program's user: a program's standard input.
    let user: FileHandle
    private let keyboard: Int32

    struct Failure: Error {}

    init() throws {
        // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h: macros of a function, which Swift does not see.
        let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        // The paths become C strings that live for the calls; the numbers outlive the calls that read and fill them.
        keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (locked, number): (Int32, UInt32) = (0, 0)
        guard keyboard >= 0, unsafe ioctl(keyboard, setLock, &locked) == 0,
            unsafe ioctl(keyboard, getNumber, &number) == 0
        else { throw Failure() }
        let descriptor = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard descriptor >= 0 else { throw Failure() }
        user = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { close(keyboard) }

    func type(_ text: String) throws {
        let bytes = Array(text.utf8)
        // The array outlives the call, which reads no more than its count.
        let count = unsafe bytes.withUnsafeBytes { unsafe write(keyboard, $0.baseAddress, $0.count) }
        guard count == bytes.count else { throw Failure() }
    }

    /// What the terminal showed so far.
    func shown() -> String {
        _ = fcntl(keyboard, F_SETFL, O_NONBLOCK)
        var buffer = [UInt8](repeating: 0, count: 4096)
        // The call writes no more than the buffer's count.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(keyboard, $0.baseAddress, $0.count) }
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
