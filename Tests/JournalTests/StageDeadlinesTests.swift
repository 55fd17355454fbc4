import Journal
import Testing

@Suite("The stages' deadlines")
struct StageDeadlinesTests {
    private static func nanoseconds(_ duration: Duration) -> Int64 { Int64(duration / .nanoseconds(1)) }

    @Test(
        "a stage is late once its own deadline is over, and on time again with its next sign of life",
        arguments: Stage.allCases)
    func oneStage(_ stage: Stage) {
        let deadlines = StageDeadlines(now: 1000)
        let end = 1000 + Self.nanoseconds(stage.deadline)
        for other in Stage.allCases where other != stage { deadlines.beat(other, now: end + 1) }
        #expect(deadlines.late(now: end) == [])
        #expect(deadlines.late(now: end + 1) == [stage])
        deadlines.beat(stage, now: end + 1)
        #expect(deadlines.late(now: end + 1) == [])
    }

    @Test("stages are late independently of each other")
    func severalStages() {
        let deadlines = StageDeadlines(now: 0)
        let later = Self.nanoseconds(.seconds(60))
        #expect(deadlines.late(now: later) == Stage.allCases)
        deadlines.beat(.screening, now: later)
        #expect(deadlines.late(now: later) == [.capture, .log])
    }

    @Test("a supervisor reports each lateness once, and keeps systemd waiting until every stage is back")
    func supervisor() {
        let deadlines = StageDeadlines(now: 0)
        var supervisor = StageSupervisor(deadlines, now: 0)
        var reports: [[Stage]] = []
        var returns: [[Stage]] = []
        var kept = 0
        for second in 1...30 {
            let now = Int64(second) * 1_000_000_000
            deadlines.beat(.capture, now: now)
            deadlines.beat(.log, now: now)
            if second > 20 { deadlines.beat(.screening, now: now) }
            let finding = supervisor.round(now: now)
            if finding.allMet { kept += 1 }
            if !finding.becameLate.isEmpty { reports.append(finding.becameLate) }
            if !finding.returned.isEmpty { returns.append(finding.returned) }
            #expect(finding.late == (6...20 ~= second ? [.screening] : []))
        }
        #expect(reports == [[.screening]])
        #expect(returns == [[.screening]])
        #expect(kept == 15)
    }

    @Test("when the whole process was held, no stage is blamed for it, but one that stays away is")
    func heldProcess() {
        let deadlines = StageDeadlines(now: 0)
        var supervisor = StageSupervisor(deadlines, now: 0)
        let back = Self.nanoseconds(.seconds(3600))
        #expect(supervisor.round(now: back).allMet)
        var late: [Stage] = []
        for second in 1...6 {
            let now = back + Self.nanoseconds(.seconds(second))
            deadlines.beat(.capture, now: now)
            deadlines.beat(.screening, now: now)
            late = supervisor.round(now: now).late
        }
        #expect(late == [.log])
    }
}
