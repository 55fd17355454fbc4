import Foundation
import Testing

/// Texts that are kept beside the tests, as they are to be printed. `LINTEL_WRITE_GOLDEN=1` writes them anew; read the
/// difference before you commit it.
enum Golden {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    static func expect(
        _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = directory.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["LINTEL_WRITE_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
        }
        let wanted = try String(contentsOf: file, encoding: .utf8)
        #expect(text == wanted, "\(name)", sourceLocation: sourceLocation)
    }
}
