import ArgumentParser
import Control

/// What was destroyed, and whether that was proved.
enum DestroyedText {
    /// - Throws: the exit code, after cause and remedy were written, where the proof failed.
    static func show(_ done: String, _ destroyed: DeskDestroyed) throws(ExitCode) {
        let entries = Count.of(destroyed.entries, "entry", "entries")
        print("\(done): \(Count.of(destroyed.consents, "consent", "consents")), \(entries) destroyed")
        guard destroyed.isVerified else {
            throw StandardError.end(
                "a key was not found destroyed\n  `journalctl -u linteld` says why; the purge tries it again. Until then "
                    + "nothing is recorded.", .unavailable)
        }
        guard destroyed.consents > 0 else { return }
        print("verified: the keys are gone from their slots, and what was sealed under them does not open")
    }
}
