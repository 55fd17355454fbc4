import Glibc

/// What is known of the terminal.
enum Terminal {
    static var isStandardOutput: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether the user wants no colour (no-color.org).
    static var refusesColor: Bool {
        // Only looked at, at once; nothing changes the environment.
        unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    }

    static var isStandardInput: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks for a line that is not shown while it is typed.
    ///
    /// - Returns: nothing at the end of input.
    static func readUnseen(_ question: String) -> String? {
        var before = termios()
        // Both calls fill in or read the value that they are lent; standard input is a terminal.
        let isShown = unsafe tcgetattr(STDIN_FILENO, &before) == 0
        if isShown {
            var unseen = before
            unseen.c_lflag &= ~tcflag_t(ECHO)
            _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
        }
        // The terminal is silent before it is asked: what is typed ahead does not show either.
        StandardError.write(question)
        defer {
            if isShown { _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
            StandardError.write("\n")
        }
        return readLine()
    }
}
