import ArgumentParser
import Audit
import Settings

/// `lintelctl privacy notice`: the door sign and the notice.
struct PrivacyNotice: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Print the door sign and the notice in each language, as the configuration has them.",
        discussion: """
            Both are made from [notice] and [records], so they can't disagree with what the daemon does; each names the \
            version and the hash that consents name. With records.mode = "off" they say that nothing is kept. HTML has a sheet \
            of A4 for every sign and notice; SVG is one sheet of one language. Texts that come from Lintel are in \
            English and Korean, English for every other language.

            Exit codes: 0 done, 65 the notice is not written in that language, or does not fit on the sheet, 73 a file \
            can't be written, 78 the configuration is not valid.
            """)

    @Option(help: ArgumentHelp("The configuration of the door.", valueName: "file"), completion: .file())
    var config = "/etc/lintel/lintel.toml"

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Override one key; may be repeated.", valueName: "key=value"))
    var overrides: [String] = []

    @Option(help: ArgumentHelp("This language alone, such as ko.", valueName: "language"))
    var language: String?

    @Option(help: "What is written.")
    var format = Format.text

    @Option(help: "Which sheet an SVG is.")
    var sheet = Sheet.sign

    @Option(help: ArgumentHelp("Write to this file; else to standard output.", valueName: "file"), completion: .file())
    var output: String?

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, html, svg
    }

    enum Sheet: String, CaseIterable, ExpressibleByArgument {
        case sign, notice
    }

    func run() throws {
        let result = try written(documents())
        try OutputPlace.open(output).put(result)
    }

    private func documents() throws(ExitCode) -> [NoticeDocument] {
        let settings: Settings
        do throws(SettingsError) {
            settings = try SettingsLoader.load(path: config, overrides: overrides)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode(SettingsError.exitCode)
        }
        do throws(RecordsError) {
            return try NoticeDocument.all(settings, language: language)
        } catch {
            throw StandardError.end("\(error.what): \(error.cause)\n  \(error.remedy)", .wrongInput)
        }
    }

    private func written(_ documents: [NoticeDocument]) throws(ExitCode) -> String {
        switch format {
        case .text: return documents.map { NoticeText($0).text }.joined(separator: "\n\n\n") + "\n"
        case .html: return NoticePage(documents).html
        case .svg:
            guard let document = documents.first, documents.count == 1 else {
                let languages = documents.map(\.language).joined(separator: ", ")
                throw StandardError.end(
                    "an SVG is a sheet of one language, and the notice is written in \(languages)\n  Choose one with "
                        + "--language, or use --format html.", .wrongInput)
            }
            return try drawn(document)
        }
    }

    private func drawn(_ document: NoticeDocument) throws(ExitCode) -> String {
        do throws(NoticeDrawing.DoesNotFit) {
            switch sheet {
            case .sign: return try NoticeDrawing.sign(document).svg
            case .notice: return try NoticeDrawing.notice(document).svg
            }
        } catch {
            throw StandardError.end(
                "the \(sheet.rawValue) in \(document.language) does not fit on one sheet of A4\n  Use --format html, or shorten the "
                    + "texts in [notice].", .wrongInput)
        }
    }
}
