import ArgumentParser
import Audit

/// `lintelctl audit verify`: checks a log, or a copy of one on any machine.
struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the access log is as it was written, line by line.",
        discussion: """
            Needs neither the daemon nor any key of it, so a copy on another machine will do. What is damaged is named with \
            file and line. With checkpoints that were kept elsewhere, anything changed or cut before the last of them \
            shows; what came later, whoever is root on the machine can have rewritten.

            Exit codes: 0 as it was written, 65 damaged, or a checkpoint or key is none, 66 the log can't be read.
            """)

    @Argument(help: ArgumentHelp("The log's directory.", valueName: "directory"), completion: .directory)
    var directory = "/var/lib/lintel/main/access"

    @Option(
        name: .customLong("checkpoint"), parsing: .singleValue,
        help: ArgumentHelp("Compare with the checkpoints in this file; may be repeated.", valueName: "file"),
        completion: .file())
    var checkpoints: [String] = []

    @Option(
        help: ArgumentHelp("Try every line with the first key, which this file holds.", valueName: "file"),
        completion: .file())
    var key: String?

    func run() throws {
        let exported = try ExportedCheckpoints(files: checkpoints)
        let key = try key.map { path throws(ExitCode) in try Self.read(key: path) }
        let report: AccessLogReport
        do throws(RecordsError) {
            report = try AccessLogVerifier.verify(directory, exported: exported.all, key: key)
        } catch {
            throw StandardError.end("\(error.what): can't be read: \(error.cause)\n  \(error.remedy)", .notThere)
        }
        guard report.segments > 0 else {
            throw StandardError.end(
                "\(directory): there is no access log\n  Name the directory that holds files such as 2026-11.log.",
                .notThere)
        }
        let text = VerifyText(report, directory: directory, exported: exported, hasKey: key != nil)
        print(text.summary)
        guard report.isSound else {
            StandardError.write(text.problems)
            throw ExitCode.wrongInput
        }
    }

    private static func read(key path: String) throws(ExitCode) -> AccessKey {
        let text = try InputFile.text(path, most: 4096)
        guard let key = AccessKey(text: text[...].trimming(while: \.isWhitespace)) else {
            throw StandardError.end(
                "\(path): it holds no key of an access log\n  Give the file with the 64 digits that `lintelctl audit key` "
                    + "printed.", .wrongInput)
        }
        return key
    }
}
