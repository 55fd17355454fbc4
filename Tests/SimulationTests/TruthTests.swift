import Capture
import Settings
import Simulation
import Testing

@Suite("Truth of a scene")
struct TruthTests {
    private static let seeds: [UInt64] = Array(1...60)

    /// What a kind of scene promises of each person: presents, passage.
    private static func promise(_ kind: ScenarioKind) -> [(presents: Bool, passage: Truth.Passage.Direction?)]? {
        switch kind {
        case .approachAndStop, .lookAway, .glasses, .hat, .hood, .mask, .coldFace, .flatFieldDuringPresentation,
            .referenceHidden:
            [(true, .entering)]
        case .pair: [(true, .entering), (true, .entering)]
        case .queue: [(true, .entering), (true, .entering), (true, .entering)]
        case .turnBack: [(true, nil)]
        case .passBy, .backOnly, .profileOnly: [(false, nil)]
        case .phone: [(false, .entering)]
        case .walkAway: [(false, .leaving)]
        case .emptyWithWarmObjects: []
        case .mixed: nil
        }
    }

    @Test("every kind of scene yields the truth that it promises", arguments: ScenarioKind.allCases)
    func promises(kind: ScenarioKind) {
        for seed in Self.seeds {
            for sensor in [SensorSettings(), turned()] {
                let people = Scene(kind, seed: seed, sensor: sensor).truth().people
                guard let promise = Self.promise(kind) else {
                    #expect(people.count >= 2)
                    continue
                }
                #expect(people.map(\.presents) == promise.map(\.presents), "seed \(seed)")
                #expect(people.map { $0.passage?.direction } == promise.map(\.passage), "seed \(seed)")
            }
        }
    }

    @Test("covers and cold faces are told, and make a person unmeasurable where they hide the canthi")
    func appearances() {
        func person(_ kind: ScenarioKind) -> Truth.Person { Scene(kind, seed: 3).truth().people[0] }
        #expect(person(.glasses).appearance.glasses && !person(.glasses).isMeasurable)
        #expect(person(.coldFace).appearance.coldFace && !person(.coldFace).isMeasurable)
        #expect(person(.mask).appearance.mask && person(.mask).isMeasurable)
        #expect(person(.hat).appearance.headwear != .none && person(.hat).isMeasurable)
        #expect(person(.approachAndStop).isMeasurable)
    }

    @Test("a correction and a hidden reference fall into the presentation that they are named after")
    func disturbances() throws {
        for seed in Self.seeds {
            let corrected = Scene(.flatFieldDuringPresentation, seed: seed).truth()
            let shown = try #require(corrected.people[0].presentations.first)
            let correction = try #require(corrected.flatFieldCorrections.first)
            #expect(correction.from > shown.from && correction.to < shown.to)
            let hidden = Scene(.referenceHidden, seed: seed).truth()
            let cover = try #require(hidden.reference?.hidden.first)
            let span = try #require(hidden.people[0].presentations.last)
            #expect(cover.from < span.to && cover.to > span.from)
        }
    }

    @Test("a head's box is where the picture is warm", arguments: [UInt64](1...8))
    func boxes(seed: UInt64) throws {
        let scene = Scene.measurement(skin: 36, seed: seed, sensor: faultless(), exactly: true)
        let truth = scene.truth()
        let shown = try #require(truth.people[0].presentations.first)
        let take = Take(scene)
        let frame = take.index(at: (shown.from + shown.to) / 2)
        let head = try #require(scene.heads(at: take.seconds(frame)).first)
        #expect(truth.rule.isMet(by: head, shortSide: 120))
        let row = Int(head.y + head.height * 0.55)
        let inside = take.celsius(frame, Int(head.x + head.width / 2), row)
        let left = take.celsius(frame, Int(head.x) - 6, row)
        #expect(inside > 32)
        #expect(left < inside - 4)
        // Above the head there is only the room.
        let above = take.celsius(frame, Int(head.x + head.width / 2), max(0, Int(head.y) - 3))
        #expect(above < inside - 3)
    }

    @Test("somebody turned away or too small does not meet the rule")
    func rule() throws {
        let scene = Scene.measurement(skin: 36, seed: 2)
        let shown = try #require(scene.truth().people[0].presentations.first)
        var head = try #require(scene.heads(at: (shown.from + shown.to) / 2).first)
        let rule = PresentationRule()
        #expect(rule.isMet(by: head, shortSide: 120))
        head.yaw = 31
        #expect(!rule.isMet(by: head, shortSide: 120))
        head.yaw = 0
        head.width = 23
        #expect(!rule.isMet(by: head, shortSide: 120))
        head.width = 30
        head.visible = 0.65
        #expect(!rule.isMet(by: head, shortSide: 120))
    }

    @Test("scenes drawn at random come in many kinds and temperatures")
    func random() {
        let truths = (0..<100).map { Scene.random(seed: $0).truth() }
        #expect(Set(truths.map(\.kind)).count > 12)
        let skins = truths.flatMap(\.people).map(\.skinTemperature)
        #expect(skins.contains { $0 > 37 } && skins.contains { $0 < 35.2 })
    }

    @Test("the person of a linearity run has the temperature asked for")
    func linearity() {
        for step in 0...20 {
            let skin = 35 + 0.25 * Double(step)
            let people = Scene.measurement(skin: skin, seed: UInt64(step), sensor: turned()).truth().people
            #expect(people.count == 1)
            #expect(people[0].skinTemperature == skin)
            #expect(people[0].presents && people[0].isMeasurable)
        }
    }

    @Test("truth survives being written and read")
    func json() throws {
        let truth = Scene(.queue, seed: 3, sensor: turned()).truth()
        let text = try truth.json()
        #expect(text.contains("\"skin_temperature\""))
        #expect(try Truth(json: text) == truth)
    }

    @Test("whoever stands behind another is told as covered, whoever stands in front is not")
    func covering() throws {
        let scene = Scene(.queue, seed: 3, sensor: turned())
        let shown = try #require(scene.truth().people[0].presentations.first)
        let heads = scene.heads(at: shown.to)
        let (first, second) = (try #require(heads.first), try #require(heads.first { $0.person == 1 }))
        #expect(first.person == 0 && first.visible > 0.95)
        #expect(second.distance > first.distance && second.visible < 0.7)
    }
}
