import Control

/// Entries, one a line. What a consent does not cover was never written and is a dash.
struct EntryTable {
    let text: String

    init(_ entries: [DeskEntry]) {
        guard !entries.isEmpty else {
            text = "nothing is kept under this receipt"
            return
        }
        var table = Table(["time", "door", "direction", "outcome", "purpose", "destroyed at"])
        for entry in entries {
            table.add([
                entry.time.map(Moment.text) ?? "-", entry.gate ?? "-", entry.direction?.rawValue ?? "-",
                entry.outcome?.rawValue ?? "-", entry.purpose, Moment.text(entry.expires),
            ])
        }
        text = table.text
    }
}
