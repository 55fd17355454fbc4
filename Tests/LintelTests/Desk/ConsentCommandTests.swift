import Control
import Foundation
import Testing

@Suite("lintelctl consent, as a program")
struct ConsentCommandTests {
    private static let unknown = DeskFailure(
        .unknownReceipt, cause: "nothing is known under this receipt", remedy: "All of it may be destroyed by now.")

    @Test("grant hands over the receipt as text in the notice's language, with the code in a line of its own")
    func grantText() throws {
        let door = try DeskDoor { _ in .success(.receipt(.sample(language: "en"))) }
        let run = try door.run(["consent", "grant", "--purpose", "entry_log", "--language", "en"])
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                Your consent receipt
                ====================

                Keep this receipt. Whoever has the code is taken for you. Nobody else has it,
                and nobody can make it again.

                Code

                    0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV

                  Agreed on: 2026-12-01 01:00:00 UTC

                You agreed to
                  Keep when you came in or went out at this door.
                  What: when you passed, whether you came in or went out
                  How long: 14 days
                  Consent: 6b0f0e2c-0000-4000-8000-000000000001
                  Notice shown: 2026-11 sha256:a1b2
                  How you withdraw: Show your receipt at this door.

                Who is responsible
                  Example Ltd
                  Privacy office, +82 2 000, a@b.example
                  Privacy policy: https://b.example/p

                What you can do with it: With your receipt you can see what is kept of you,
                get a copy, and have it destroyed, at any time.

                """)
        #expect(
            door.desk.requests == [.grant(purposes: ["entry_log"], language: "en", method: .desk)])
    }

    @Test("the text of a Korean receipt is Korean")
    func korean() throws {
        let door = try DeskDoor { _ in .success(.receipt(.sample(language: "ko"))) }
        let run = try door.run(["consent", "grant", "--purpose", "entry_log", "--language", "ko"])
        #expect(run.output.hasPrefix("동의 영수증\n===========\n"))
        #expect(run.output.contains("보유 기간: 14일") && run.output.contains("    \(sampleCode)\n"))
    }

    @Test("--json is the receipt byte by byte, and a file of it is its user's alone and replaces none")
    func json() throws {
        let door = try DeskDoor { _ in .success(.receipt(.sample(language: "en"))) }
        let grant = ["consent", "grant", "--purpose", "entry_log", "--language", "en", "--json"]
        #expect(try door.run(grant).output == DeskReceipt.sample(language: "en").json)
        let path = door.directory.path("receipt.json")
        let run = try door.run(grant + ["--output", path])
        #expect(run.exitCode == 0 && run.output.isEmpty)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == DeskReceipt.sample(language: "en").json)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let asked = door.desk.requests.count
        let again = try door.run(grant + ["--output", path])
        #expect(again.exitCode == 73 && again.errors.contains("\(path): can't be written: File exists"))
        // Nobody was written down whose receipt had no place.
        #expect(door.desk.requests.count == asked)
    }

    @Test("a refused grant leaves no file")
    func noFile() throws {
        let door = try DeskDoor(
            failing: DeskFailure(.off, cause: "records.mode is \"off\"", remedy: "Set it to \"consented\"."))
        let path = door.directory.path("receipt.txt")
        let run = try door.run(["consent", "grant", "--purpose", "x", "--language", "en", "--output", path])
        #expect(run.exitCode == 69)
        #expect(run.errors == "lintelctl: records.mode is \"off\"\n  Set it to \"consented\".\n")
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("refusing is counted")
    func refuse() throws {
        let door = try DeskDoor { _ in .success(.done) }
        #expect(try door.run(["consent", "refuse"]).output == "counted\n")
        #expect(door.desk.requests == [.refuse])
    }

    @Test(
        "a code comes from a file in any form of the receipt",
        arguments: [
            sampleCode, " \(sampleCode)\n\n", DeskReceipt.sample(language: "ko").json,
            "Your consent receipt\n\n    \(sampleCode)\n\nmore\n",
        ])
    func codeFromFile(text: String) throws {
        let door = try DeskDoor { _ in .success(.done) }
        let path = try door.file("receipt", text)
        let run = try door.run(["consent", "present", "--receipt", path])
        #expect(run.exitCode == 0 && run.output == "presented\n")
        #expect(door.desk.requests == [.present(code: sampleCode)])
    }

    @Test("a code comes from standard input")
    func codeFromInput() throws {
        let door = try DeskDoor { _ in .success(.done) }
        #expect(try door.run(["consent", "renew"], input: sampleCode + "\n").output == "renewed\n")
        #expect(door.desk.requests == [.renew(code: sampleCode, method: .desk)])
    }

    @Test("a code is typed at a terminal without being seen")
    func codeFromTerminal() throws {
        let door = try DeskDoor { _ in .success(.done) }
        let terminal = try PseudoTerminal()
        let program = try door.start(["consent", "present"], terminal: terminal.user)
        program.waitForError("Receipt code: ")
        try terminal.type(sampleCode + "\n")
        let run = program.finish()
        #expect(run.exitCode == 0 && run.output == "presented\n")
        #expect(door.desk.requests == [.present(code: sampleCode)])
        #expect(!terminal.shown().contains(sampleCode.prefix(4)))
    }

    @Test("no argument takes a code")
    func noArgument() throws {
        let door = try DeskDoor { _ in .success(.done) }
        let run = try door.run(["consent", "show", sampleCode])
        #expect(run.exitCode == 64 && door.desk.requests.isEmpty)
    }

    @Test("a file without a code is named, and so is one that is not there")
    func noCode() throws {
        let door = try DeskDoor { _ in .success(.done) }
        let path = try door.file("receipt", "two lines\nwithout a code\n")
        let run = try door.run(["consent", "show", "--receipt", path])
        #expect(run.exitCode == 65)
        #expect(
            run.errors == """
                lintelctl: \(path): it holds no receipt code
                  Give the receipt as it was handed out, or its 28 letters and digits alone.

                """)
        let absent = try door.run(["consent", "show", "--receipt", "/nowhere/receipt"])
        #expect(absent.exitCode == 66)
        #expect(absent.errors.hasPrefix("lintelctl: /nowhere/receipt: can't be read: No such file or directory\n"))
        #expect(door.desk.requests.isEmpty)
    }

    @Test("show lists the consents of a receipt")
    func show() throws {
        let door = try DeskDoor { _ in .success(.consents([.sample])) }
        let run = try door.run(["consent", "show"], input: sampleCode)
        #expect(
            run.output == """
                consent                               purpose                    state  given                    until                    keeps each for  what
                6b0f0e2c-0000-4000-8000-000000000001  fever_outcome (sensitive)  given  2026-12-01 01:00:00 UTC  2027-03-01 01:00:00 UTC  1 d             time, outcome

                """)
        let json = try door.run(["consent", "show", "--json"], input: sampleCode).output
        #expect(json.hasPrefix("{\"consents\":[{\"id\":\"6b0f0e2c") && json.count { $0 == "\n" } == 1)
    }

    @Test("withdraw says what was destroyed and that it was verified")
    func withdraw() throws {
        let door = try DeskDoor { _ in
            .success(.destroyed(DeskDestroyed(consents: 1, entries: 31, isVerified: true)))
        }
        let run = try door.run(["consent", "withdraw", "--purpose", "entry_log"], input: sampleCode)
        #expect(run.exitCode == 0)
        #expect(
            run.output == """
                withdrawn: 1 consent, 31 entries destroyed
                verified: the keys are gone from their slots, and what was sealed under them does not open

                """)
        #expect(door.desk.requests == [.withdraw(code: sampleCode, purposes: ["entry_log"])])
    }

    @Test("a destruction that could not be verified is an error")
    func unverified() throws {
        let door = try DeskDoor { _ in
            .success(.destroyed(DeskDestroyed(consents: 1, entries: 1, isVerified: false)))
        }
        let run = try door.run(["consent", "withdraw"], input: sampleCode)
        #expect(run.exitCode == 69 && run.output == "withdrawn: 1 consent, 1 entry destroyed\n")
        #expect(run.errors.hasPrefix("lintelctl: a key was not found destroyed\n"))
    }

    @Test("the receipt is printed once more for its code")
    func receipt() throws {
        let door = try DeskDoor { _ in .success(.receipt(.sample(language: "en"))) }
        let run = try door.run(["consent", "receipt", "--json"], input: sampleCode)
        #expect(run.output == DeskReceipt.sample(language: "en").json)
        #expect(door.desk.requests == [.receipt(code: sampleCode)])
    }

    @Test(
        "every failure of the records has its exit code, and no error repeats a code",
        arguments: DeskFailure.Kind.allCases)
    func failures(kind: DeskFailure.Kind) throws {
        let door = try DeskDoor(failing: DeskFailure(kind, cause: "why it is so", remedy: "Do this."))
        let run = try door.run(["consent", "show"], input: sampleCode)
        let expected: [DeskFailure.Kind: Int32] = [
            .notAReceipt: 65, .unknownLanguage: 65, .unknownPurpose: 65, .unknownReceipt: 66, .unknownConsent: 66,
            .keyGone: 66, .off: 69, .stopped: 69, .unavailable: 69, .busy: 75,
        ]
        #expect(run.exitCode == expected[kind])
        #expect(run.errors == "lintelctl: why it is so\n  Do this.\n")
        #expect(!(run.errors + run.output).contains(sampleCode))
    }
}
