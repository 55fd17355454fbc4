import Control
import Radiometry
import Screening
import Settings
import Testing

@Suite("Interface files")
struct InterfaceTests {
    @Test("the interfaces of this service are read")
    func catalog() throws {
        let catalog = try InterfaceCatalog()
        #expect(
            catalog.interfaces.map(\.name) == [
                "org.varlink.service", "io.lintel.Connection", "io.lintel.Status", "io.lintel.Monitor",
                "io.lintel.Consent", "io.lintel.Records", "io.lintel.Privacy", "io.lintel.Audit",
                "io.lintel.Maintenance",
            ])
        #expect(catalog["io.lintel.Status"]?.methods.keys.sorted() == ["Get"])
        #expect(catalog["io.lintel.Monitor"]?.errors.keys.sorted() == ["Gap"])
    }

    @Test("the comments name every code that there is")
    func codes() throws {
        let catalog = try InterfaceCatalog()
        let status = try #require(catalog["io.lintel.Status"]?.text)
        let monitor = try #require(catalog["io.lintel.Monitor"]?.text)
        let words = { (text: String) in
            Set(text.split { !($0.isLetter || $0 == "-") }.map(String.init))
        }
        let inStatus =
            CameraCondition.allCases.map(\.rawValue) + ReferenceState.allCases.map(\.rawValue)
            + GateSettings.Output.allCases.map(\.rawValue)
        for code in inStatus { #expect(words(status).contains(code), "\(code)") }
        let records = ["off", "recording", "stopped", "refused", "none", "current", "late", "failing"]
        for code in records { #expect(words(status).contains(code), "\(code)") }
        let requests = try #require(catalog["io.lintel.Records"]?.text)
        for code in DeskReason.allCases.map(\.rawValue) { #expect(words(requests).contains(code), "\(code)") }
        for code in UndecidedReason.allCases.map(\.rawValue) { #expect(words(monitor).contains(code), "\(code)") }
        let connection = try #require(catalog["io.lintel.Connection"]?.text)
        for role in Role.allCases.map(\.rawValue) { #expect(words(connection).contains(role), "\(role)") }
    }

    @Test("the words of an enumeration are those of the program")
    func enumerations() throws {
        let catalog = try InterfaceCatalog()
        for name in ["io.lintel.Status", "io.lintel.Monitor"] {
            #expect(catalog[name]?.types["Level"] == .enumeration(Condition.Level.allCases.map(\.rawValue)))
        }
        guard case .structure(let fields)? = catalog["io.lintel.Monitor"]?.types["Screening"] else {
            Issue.record("no type Screening")
            return
        }
        #expect(fields.first { $0.name == "outcome" }?.type == .enumeration(Outcome.allCases.map(\.rawValue)))
        guard case .structure(let state)? = catalog["io.lintel.Monitor"]?.types["State"] else { return }
        #expect(state.first { $0.name == "part" }?.type == .enumeration(Part.allCases.map(\.rawValue)))
    }

    @Test("the words of consents, entries and errors are those of the program")
    func deskWords() throws {
        let catalog = try InterfaceCatalog()
        let consent = try #require(catalog["io.lintel.Consent"])
        let records = try #require(catalog["io.lintel.Records"])
        let field = { (type: VarlinkType?, name: String) -> VarlinkType? in
            guard case .structure(let fields)? = type else { return nil }
            return fields.first { $0.name == name }?.type
        }
        #expect(consent.types["Consent"] == records.types["Consent"])
        #expect(
            field(consent.types["Consent"], "state") == .enumeration(DeskConsent.State.allCases.map(\.rawValue)))
        #expect(consent.types["Method"] == .enumeration(DeskMethod.allCases.map(\.rawValue)))
        let entry = records.types["Entry"]
        #expect(field(entry, "direction") == .optional(.enumeration(DeskEntry.Direction.allCases.map(\.rawValue))))
        #expect(field(entry, "outcome") == .optional(.enumeration(DeskEntry.Outcome.allCases.map(\.rawValue))))
        #expect(records.errors.keys.sorted() == DeskFailure.Kind.allCases.map(\.rawValue).sorted())
        let report = catalog["io.lintel.Privacy"]?.methods["Report"]?.output
        #expect(field(report, "key_tier") == .enumeration(PrivacyReport.KeyTier.allCases.map(\.rawValue)))
        #expect(field(report, "mode") == .enumeration(RecordsSettings.Mode.allCases.map(\.rawValue)))
    }

    @Test("a live picture's words are those of the program")
    func maintenanceWords() throws {
        let text = try #require(try InterfaceCatalog()["io.lintel.Maintenance"]).text
        let words = Set(text.split { !($0.isLetter || $0 == "-") }.map(String.init))
        for code in PersonPhase.allCases.map(\.rawValue) + Outcome.allCases.map(\.rawValue) {
            #expect(words.contains(code), "\(code)")
        }
        for cause in MaintenanceEnd.Cause.allCases where cause != .client {
            #expect(words.contains(cause.rawValue), "\(cause)")
        }
    }

    @Test("no interface has a field for a temperature or a place in the picture")
    func noReading() throws {
        // But for the picture of a maintenance session, which is all place and no reading.
        for interface in try InterfaceCatalog().interfaces where interface.name != "io.lintel.Maintenance" {
            let code = interface.text.split(separator: "\n").filter { !$0.contains("#") }.joined(separator: "\n")
            #expect(!code.contains(/celsius|_c:|temperature|skin|box|pixel|float/))
        }
    }

    @Test(
        "what is no interface is named with its line",
        arguments: [
            ("", "line 1: interface is expected"), ("interface a", "line 1: a is no interface name"),
            ("interface a.b\n\ntype a ()", "line 3: a does not begin with a capital letter"),
            ("interface a.b\ntype A (b: C)", "line 2: type C is not defined"),
            ("interface a.b\ntype A (b: int, b: int)", "line 2: a second field b"),
            ("interface a.b\ntype A ()\nerror A ()", "line 3: a second A"),
            ("interface a.b\nmethod A() (a: int)", "line 2: -> is expected"),
            ("interface a.b\nmethod A(a, b) -> ()", "line 2: fields with types are expected"),
            ("interface a.b\ntype A (b: ??int)", "line 2: a second ?"),
            ("interface a.b\ntype A (b_: int)", "line 2: b_ is no name of a field"),
            ("interface a.b\ntype A (b: {})", "line 2: an unknown sign"),
            ("interface a.b\nthing A ()", "line 2: thing is neither type, method nor error"),
        ])
    func faults(text: String, expected: String) {
        let fault = #expect(throws: InterfaceFault.self) { try InterfaceDescription.parse(text) }
        #expect(fault?.description == expected)
    }

    @Test("types within each other are limited")
    func depth() {
        let text = "interface a.b\ntype A (b: " + String(repeating: "[]", count: 100_000) + "int)"
        #expect(throws: InterfaceFault.self) { try InterfaceDescription.parse(text) }
    }

    @Test("a changed interface is read or refused, never more")
    func fuzz() throws {
        var random = SeededGenerator(seed: 3)
        let texts = try InterfaceCatalog().interfaces.map { Array($0.text.utf8) }
        for _ in 0..<3000 {
            var bytes = texts[Int.random(in: texts.indices, using: &random)]
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...127, using: &random)
            }
            _ = try? InterfaceDescription.parse(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("a value is of a type only with exactly its fields")
    func mismatches() throws {
        let interface = try InterfaceDescription.parse(
            "interface a.b\ntype A (n: int, t: ?string, l: []B, m: [string]float, e: (x, y), o: object)\ntype B (f: bool)"
        )
        let type = VarlinkType.named("A")
        let good: JSONObject = [
            "n": .number(3), "l": .array([.object(["f": .bool(true)])]), "m": .object(["a": .integer(1)]),
            "e": .string("x"), "o": .object(["any": .null]),
        ]
        #expect(interface.mismatch(.object(good), type) == nil)
        let wrong: [(String, JSONValue?, String)] = [
            ("n", .number(3.5), "n"), ("n", nil, "n"), ("t", .integer(1), "t"),
            ("l", .array([.object([:])]), "l[0].f"), ("m", .object(["a": .string("")]), "m.a"),
            ("e", .string("z"), "e"), ("o", .null, "o"), ("more", .null, "more"),
        ]
        for (name, value, path) in wrong {
            var object = good
            object[name] = value
            #expect(interface.mismatch(.object(object), type) == path)
        }
    }
}
