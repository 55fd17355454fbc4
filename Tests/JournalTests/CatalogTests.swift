import Foundation
import Journal
import Testing

@Suite("The message catalog of journalctl -x")
struct CatalogTests {
    private let entries: [[Substring]]

    init() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: package.appendingPathComponent("systemd/lintel.catalog"), encoding: .utf8)
        entries = text.split(separator: "\n", omittingEmptySubsequences: false)
            .runs { $0.hasPrefix("-- ") }
    }

    @Test("explains every kind of line and nothing else")
    func everyKind() {
        let named = entries.map { String($0[0].dropFirst(3)) }
        #expect(named.sorted() == MessageID.allCases.map(\.rawValue).sorted())
    }

    @Test("has a subject, an author and a text for each")
    func complete() {
        for entry in entries {
            let head = entry.prefix(4)
            #expect(
                head.count == 4 && head[1].hasPrefix("Subject: ") && head[2] == "Defined-By: Lintel" && head[3].isEmpty
                    && entry.dropFirst(4).contains { !$0.isEmpty },
                "\(entry[0])")
        }
    }
}

extension [Substring] {
    /// The runs that begin with a line for which `begins` holds; what stands before the first is left out.
    fileprivate func runs(beginningWith begins: (Substring) -> Bool) -> [[Substring]] {
        reduce(into: []) { runs, line in
            if begins(line) {
                runs.append([line])
            } else if !runs.isEmpty {
                runs[runs.count - 1].append(line)
            }
        }
    }
}
