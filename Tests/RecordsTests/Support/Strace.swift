import Foundation

/// Watches which files a program opens.
enum Strace {
    private static let program = "/usr/bin/strace"

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

    struct Opened {
        let path: String
        let isWriting: Bool
    }

    static func filesOpened(
        by executable: String, _ arguments: [String], environment: [String: String]
    ) throws -> [Opened] {
        let directory = try TestDirectory()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            [
                "-f", "-qq", "-e", "trace=open,openat,openat2,creat,memfd_create", "-s", "4096", "-o",
                directory.file("calls"),
            ]
            + [executable] + arguments
        process.environment = environment
        try process.run()
        process.waitUntilExit()
        let calls = String(decoding: directory.bytes("calls"), as: UTF8.self)
        return calls.split(separator: "\n").compactMap { line in
            guard let match = line.firstMatch(of: /(open|openat|openat2|creat|memfd_create)\([^"]*"([^"]*)"(.*)/) else {
                return nil
            }
            let isWriting =
                match.1 == "creat" || match.1 == "memfd_create" || match.3.contains(/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE/)
            return Opened(path: String(match.2), isWriting: isWriting)
        }
    }
}
