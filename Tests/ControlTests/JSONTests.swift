import Control
import Testing

@Suite("JSON")
struct JSONTests {
    private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test("every kind of value is read")
    func values() throws {
        let value = try read(
            #" {"a":null,"b":[true,false],"c":-9223372036854775808,"d":1.5e2,"e":"\u00e9\ud83d\ude00\n\"é","f":{}} "#)
        let expected: JSONObject = [
            "a": .null, "b": .array([.bool(true), .bool(false)]), "c": .integer(.min), "d": .number(150),
            "e": .string("é😀\n\"é"), "f": .object([:]),
        ]
        #expect(value == .object(expected))
    }

    @Test("a whole number that does not fit is a number")
    func largeNumber() throws {
        #expect(try read("9223372036854775808") == .number(9_223_372_036_854_775_808))
    }

    @Test(
        "what is not JSON is named with its place",
        arguments: [
            ("", "the text ends where a value is expected at byte 0"), ("nul", "no JSON value at byte 0"),
            ("{\"a\":1,}", "no name of a member at byte 7"), ("[1,]", "no JSON value at byte 3"),
            ("[1 2]", "neither comma nor bracket after an element at byte 3"),
            ("{\"a\" 1}", "no colon after a name at byte 5"),
            ("{\"a\":1,\"a\":2}", "a second member of the same name at byte 10"),
            ("01", "something after the value at byte 1"), ("1.", "a number without a digit at byte 2"),
            ("-", "a number without a digit at byte 1"), ("1e999", "a number that is too large at byte 5"),
            ("\"a", "a text without an end at byte 2"), ("\"\n\"", "a control character in a text at byte 1"),
            ("\"\\x\"", "an unknown escape at byte 3"), ("\"\\ud800\"", "half a surrogate pair at byte 7"),
            ("\"\\udc00\"", "half a surrogate pair at byte 7"),
            ("\"\\u12g4\"", "an escape without its four digits at byte 5"),
            ("1 1", "something after the value at byte 2"), ("NaN", "no JSON value at byte 0"),
        ])
    func faults(text: String, expected: String) {
        let fault = #expect(throws: JSONFault.self) { try read(text) }
        #expect(fault?.description == expected)
    }

    @Test("text that is not UTF-8 is refused")
    func notUTF8() {
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xC3, 0x28, 0x22]) }
        #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test("depth and members are limited")
    func limits() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        _ = try read(nested(JSONReader.deepest))
        #expect(throws: JSONFault.self) { try read(nested(JSONReader.deepest + 1)) }
        #expect(throws: JSONFault.self) { try read(String(repeating: "[", count: 1_000_000)) }
        let object = { (count: Int) in "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}" }
        _ = try read(object(JSONReader.mostMembers))
        #expect(throws: JSONFault.self) { try read(object(JSONReader.mostMembers + 1)) }
    }

    @Test("what is written is read as the same value")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<3000 {
            let object = Self.object(&random, depth: 0)
            #expect(try read(object.json) == .object(object))
        }
    }

    @Test("changed and random bytes are read or refused, never more")
    func fuzz() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<20_000 {
            var bytes = Array(Self.object(&random, depth: 0).json.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0..<min(bytes.count, 4), using: &random))
            guard let value = try? JSONReader.read(bytes) else { continue }
            // Whatever was taken is a value that can be written and read again.
            guard case .object(let object) = value else { continue }
            #expect(throws: Never.self) { try JSONReader.read(Array(object.json.utf8)) }
        }
    }

    private static func object(_ random: inout SeededGenerator, depth: Int) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            object[text(&random)] = value(&random, depth: depth + 1)
        }
        return object
    }

    private static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
        switch Int.random(in: 0...(depth < 4 ? 6 : 4), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .integer(Int64.random(in: .min ... .max, using: &random))
        case 3: .number(Double.random(in: -1e9...1e9, using: &random) + 0.5)
        case 4: .string(text(&random))
        case 5: .array((0..<3).map { _ in value(&random, depth: depth + 1) })
        default: .object(object(&random, depth: depth))
        }
    }

    private static func text(_ random: inout SeededGenerator) -> String {
        let scalars = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x10FFFF), using: &random))
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
