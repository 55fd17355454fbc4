import Records
import RecordsFixture
import Testing

@Suite("Consents presented at the door")
struct ConsentMatcherTests {
    private let second: Int64 = 1_000_000_000

    private func presentation(_ id: UInt64, _ begin: Int64, _ end: Int64, alone: Bool = true) -> Presentation {
        Presentation(id: id, begin: begin * second, end: end * second, wasAlone: alone)
    }

    private func reference(_ seed: UInt64) throws -> SubjectReference {
        try SubjectReference(random: SeededRandom(seed: seed))
    }

    private func code(_ match: ConsentMatch) -> String? {
        switch match {
        case .consent(let consent): consent.reference.code
        case .none, .ambiguous: nil
        }
    }

    private func isAmbiguous(_ match: ConsentMatch) -> Bool { if case .ambiguous = match { true } else { false } }

    @Test("a consent covers a presentation from 30 s before its begin to 10 s after its end", arguments: 60...120)
    func window(time: Int64) throws {
        var matcher = ConsentMatcher()
        try matcher.present(reference(1), at: time * second)
        let found = code(matcher.match(presentation(1, 100, 104)))
        #expect((found != nil) == (70...114).contains(time))
        if found != nil { #expect(try found == reference(1).code) }
    }

    @Test("it is used once")
    func once() throws {
        var matcher = ConsentMatcher()
        try matcher.present(reference(1), at: 95 * second)
        #expect(code(matcher.match(presentation(1, 100, 104))) != nil)
        #expect(code(matcher.match(presentation(2, 110, 114))) == nil)
        #expect(matcher.waiting == 0)
    }

    @Test("two people in view, two consents, or two presentations for one: nothing is recorded of anybody")
    func ambiguous() throws {
        var crowd = ConsentMatcher()
        try crowd.present(reference(1), at: 95 * second)
        #expect(isAmbiguous(crowd.match(presentation(1, 100, 104, alone: false))))
        #expect(crowd.waiting == 0)

        var twoConsents = ConsentMatcher()
        try twoConsents.present(reference(1), at: 95 * second)
        try twoConsents.present(reference(2), at: 99 * second)
        #expect(isAmbiguous(twoConsents.match(presentation(1, 100, 104))))
        #expect(twoConsents.waiting == 0)

        var twoPeople = ConsentMatcher()
        try twoPeople.present(reference(1), at: 95 * second)
        let (first, next) = (presentation(1, 100, 104), presentation(2, 106, 108))
        twoPeople.expect(first)
        twoPeople.expect(next)
        #expect(isAmbiguous(twoPeople.match(first)))
        #expect(code(twoPeople.match(next)) == nil)
    }

    @Test("people one after another with a consent each are told apart, and nothing is kept of them afterwards")
    func queue() throws {
        var matcher = ConsentMatcher()
        for person in 0..<200 {
            let begin = Int64(person) * 60 + 100
            try matcher.present(reference(UInt64(person)), at: (begin - 5) * second)
            let presentation = presentation(UInt64(person), begin, begin + 3)
            matcher.expect(presentation)
            #expect(try code(matcher.match(presentation)) == reference(UInt64(person)).code)
        }
        try matcher.present(reference(999), at: 0)
        matcher.forget(before: 1_000_000 * second)
        #expect(matcher.waiting == 0)
    }
}
