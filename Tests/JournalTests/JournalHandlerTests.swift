import Journal
import Logging
import Testing

@Suite("Logging through swift-log")
struct JournalHandlerTests {
    private struct Failure: Error, CustomStringConvertible {
        let description = "no such camera"
    }

    private func lines(level: Logger.Level = .info, _ body: (inout Logger) -> Void) -> [LogLine] {
        let sink = RecordingSink()
        let writer = LogWriter(sink: sink, clock: { 5 })
        var logger = Logger(label: "test") { _ in JournalHandler(writer: writer, level: level) }
        body(&logger)
        writer.flush(seconds: 60)
        return sink.lines
    }

    @Test("metadata becomes fields, the logger's own last in precedence")
    func metadata() {
        let lines = lines { logger in
            logger[metadataKey: "camera"] = "front"
            logger[metadataKey: "frame"] = "1"
            logger.info("state \(1 + 1)", metadata: ["frame": "2", "loss": ["ring": "3"]], file: "A/B.swift", line: 9)
        }
        #expect(
            lines == [
                LogLine(
                    time: 5, level: .info, message: "state 2",
                    fields: [
                        LogLine.Field("camera", "front"), LogLine.Field("frame", "2"),
                        LogLine.Field("loss", "[\"ring\": \"3\"]"),
                    ], source: "A/B.swift:9")
            ])
    }

    @Test("a report has the kind's id and level, which is no field")
    func kinds() {
        let lines = lines { logger in
            logger.report(.fault, "camera lost", metadata: ["device": "front"], file: "A/B.swift", line: 1)
            logger.report(.cameraState, "camera lost", level: .warning, file: "A/B.swift", line: 2)
        }
        #expect(
            lines == [
                LogLine(
                    time: 5, level: .error, message: "camera lost", fields: [LogLine.Field("device", "front")],
                    kind: .fault, source: "A/B.swift:1"),
                LogLine(
                    time: 5, level: .warning, message: "camera lost", kind: .cameraState, source: "A/B.swift:2"),
            ])
    }

    @Test("lines below the level are not made, and errors are a field")
    func levels() {
        let lines = lines(level: .warning) { logger in
            logger.notice("quiet")
            logger.warning("loud", error: Failure())
        }
        #expect(lines.map(\.message) == ["loud"])
        #expect(lines.first?.fields == [LogLine.Field("error", "no such camera")])
    }
}
