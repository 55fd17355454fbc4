import ArgumentParser

extension OutputPlace {
    /// Opens the place, or ends the program with the cause and the remedy on standard error.
    static func open(_ path: String?, for readers: Readers = .everybody) throws(ExitCode) -> OutputPlace {
        do throws(CommandFailure) {
            return try OutputPlace(path, for: readers)
        } catch {
            throw StandardError.end(error.description, .cannotWrite)
        }
    }

    /// Writes, or ends the program with the cause and the remedy on standard error.
    func put(_ text: String) throws(ExitCode) {
        do throws(CommandFailure) {
            try write(text)
        } catch {
            throw StandardError.end(error.description, .cannotWrite)
        }
    }
}
