import Journal
import Logging
import Testing

@Suite("The form of log lines")
struct LogFormatTests {
    private let line = LogLine(
        time: 1_792_000_512_123, level: .info, message: "admitted",
        fields: [LogLine.Field("camera", "simulated"), LogLine.Field("free space", "a b")], kind: .entryAdmitted,
        source: "linteld/EntryLog.swift:31")

    @Test("a line for people has time, level, message and fields")
    func plain() {
        #expect(
            PlainFormat.text(line)
                == "2026-10-14T17:55:12.123Z info admitted camera=simulated free space=\"a b\"")
    }

    @Test(
        "times are UTC, at the edges of months and years too",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ])
    func times(milliseconds: Int64, expected: String) {
        let line = LogLine(time: milliseconds, level: .warning, message: "x")
        #expect(PlainFormat.text(line) == "\(expected) warning x")
    }

    @Test("nothing logged can start a line of its own or steer a terminal")
    func escapes() {
        let line = LogLine(
            time: 0, level: .error, message: "a\nb\u{1B}[2J",
            fields: [LogLine.Field("empty", ""), LogLine.Field("said", "\"x\"\r=\u{202E}")])
        #expect(
            PlainFormat.text(line)
                == #"1970-01-01T00:00:00.000Z error a\nb\u{1b}[2J empty="" said="\"x\"\u{d}=\u{202e}""#)
    }

    @Test("the journal gets structured fields in capitals, with the project's prefix")
    func fields() {
        #expect(
            JournalFields.entries(line, program: "linteld") == [
                "MESSAGE=admitted", "PRIORITY=6", "SYSLOG_IDENTIFIER=linteld",
                "MESSAGE_ID=53467599933a478099a607534f2c6644", "CODE_FILE=linteld/EntryLog.swift", "CODE_LINE=31",
                "LINTEL_CAMERA=simulated", "LINTEL_FREE_SPACE=a b",
            ])
    }

    @Test("names of fields stay within what journald takes")
    func names() throws {
        let line = LogLine(
            time: 0, level: .critical, message: "a\nb",
            fields: [LogLine.Field("é=\n", "x\ny"), LogLine.Field(String(repeating: "k", count: 90), "")])
        let entries = JournalFields.entries(line, program: "p")
        #expect(entries.prefix(3) == ["MESSAGE=a\nb", "PRIORITY=2", "SYSLOG_IDENTIFIER=p"])
        #expect(entries[3] == "LINTEL____=x\ny")
        #expect(entries[4] == "LINTEL_" + String(repeating: "K", count: 57) + "=")
    }

    @Test("every kind of line has an id of its own, of 128 bits")
    func messageIDs() {
        #expect(Set(MessageID.allCases.map(\.rawValue)).count == MessageID.allCases.count)
        for kind in MessageID.allCases {
            #expect(kind.rawValue.utf8.count == 32 && kind.rawValue.allSatisfy { "0123456789abcdef".contains($0) })
        }
    }

    @Test("the journal is used only where $JOURNAL_STREAM names the stream")
    func journalStream() {
        let stream = JournalStream(device: 9, inode: 31_415)
        #expect(stream.isNamed(by: "9:31415"))
        #expect(!stream.isNamed(by: "9:31416"))
        #expect(!stream.isNamed(by: "8:31415"))
        #expect(!stream.isNamed(by: "9:31415 "))
        #expect(!stream.isNamed(by: nil))
    }
}
