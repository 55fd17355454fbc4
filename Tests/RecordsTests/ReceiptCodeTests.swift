import Audit
import Records
import RecordsFixture
import Testing

@Suite("Receipt codes")
struct ReceiptCodeTests {
    @Test("a code is 28 signs in groups of four and reads back, however it is typed")
    func roundTrip() throws {
        let random = SeededRandom(seed: 3)
        for _ in 0..<200 {
            let code = try SubjectReference(random: random).code
            #expect(code.wholeMatch(of: #/([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}/#) != nil)
            let typed = code.lowercased().replacing("-", with: " ").replacing("0", with: "o").replacing("1", with: "l")
            #expect(try SubjectReference(code: typed).code == code)
        }
    }

    @Test("one wrong sign and two exchanged neighbours are always found, and the message does not repeat the code")
    func checkSigns() throws {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let code = Array(try SubjectReference(random: SeededRandom(seed: 4)).code.filter { $0 != "-" })
        for index in code.indices {
            for sign in alphabet where sign != code[index] {
                var wrong = code
                wrong[index] = sign
                let error = #expect(throws: RecordsError.self) { _ = try SubjectReference(code: String(wrong)).code }
                #expect(error.map { !"\($0)".contains(String(wrong)) } == true)
            }
            if index > 0, code[index] != code[index - 1] {
                var wrong = code
                wrong.swapAt(index, index - 1)
                #expect(throws: RecordsError.self) { _ = try SubjectReference(code: String(wrong)).code }
            }
        }
        for text in ["", "0", String(code) + "0", "uuuu-" + String(code.dropFirst(4)), "é" + String(code.dropFirst())] {
            #expect(throws: RecordsError.self) { _ = try SubjectReference(code: text).code }
        }
    }
}
