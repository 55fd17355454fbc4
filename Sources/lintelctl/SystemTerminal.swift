import Glibc

/// What is known of the terminal.
enum Terminal {
    static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether the user wants no colour (no-color.org).
    static var refusesColor: Bool {
        // Only looked at, at once; nothing changes the environment.
        unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    }
}
