import Records
import RecordsFixture
import Testing

@Suite("The trusted clock")
struct TrustedClockTests {
    private let machine = TestMachine()
    private let day = TestMachine.day

    /// A clock that begins on this machine, and what lives a day from there.
    private func begun() -> (clock: TrustedClock, deadline: Deadline) {
        let clock = TrustedClock(restoring: nil, at: machine.reading)
        return (clock, Deadline(after: 86_400, from: clock))
    }

    @Test("C1 a synchronised step of a year forward expires at once")
    func synchronizedStep() {
        var (clock, deadline) = begun()
        machine.step(365 * day)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(deadline))
        #expect(clock.now == TestMachine.start + 365 * day)
    }

    @Test("C2 an unconfirmed year forward hides and destroys nothing, and back again shows")
    func unconfirmedStep() {
        var (clock, deadline) = begun()
        machine.synchronize(false)
        machine.step(365 * day)
        clock.advance(to: machine.reading)
        #expect(clock.isHidden(deadline) && !clock.isOver(deadline))
        machine.pass(TestMachine.hour)
        machine.step(-365 * day)
        clock.advance(to: machine.reading)
        #expect(!clock.isHidden(deadline) && !clock.isOver(deadline))
        #expect(clock.now == TestMachine.start + TestMachine.hour)
    }

    @Test("C2 an unconfirmed step destroys when it is confirmed, or after a day of being on")
    func confirmedLater() {
        var (clock, deadline) = begun()
        let long = Deadline(after: 20 * 86_400, from: clock)
        machine.synchronize(false)
        machine.step(30 * day)
        clock.advance(to: machine.reading)
        var confirmed = clock
        machine.synchronize()
        confirmed.advance(to: machine.reading)
        #expect(confirmed.isOver(deadline) && confirmed.isOver(long))
        machine.synchronize(false)
        for _ in 0..<(24 * 60 - 1) {
            machine.pass(60_000)
            clock.advance(to: machine.reading)
            #expect(!clock.isOver(long) && clock.isHidden(long))
        }
        machine.pass(60_000)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(long))
    }

    @Test("C3 a year back lengthens no life")
    func stepBack() {
        var (clock, deadline) = begun()
        machine.step(-365 * day)
        clock.advance(to: machine.reading)
        #expect(clock.now == TestMachine.start)
        machine.pass(day - 1)
        clock.advance(to: machine.reading)
        #expect(!clock.isOver(deadline))
        machine.pass(1)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(deadline))
    }

    @Test("C4 a boot at 1970 goes on where the clock was")
    func bootAt1970() {
        let (clock, deadline) = begun()
        machine.pass(TestMachine.hour)
        var stored = clock
        stored.advance(to: machine.reading)
        machine.reboot(wall: 0)
        machine.pass(10_000)
        var next = TrustedClock(restoring: stored.state, at: machine.reading)
        #expect(next.now == stored.now + 10_000)
        machine.pass(23 * TestMachine.hour)
        next.advance(to: machine.reading)
        #expect(next.isOver(deadline))
    }

    @Test("C4 a new machine at 1970 begins in a year in which this software exists")
    func newAt1970() {
        machine.set(wall: 0)
        machine.synchronize(false)
        let clock = TrustedClock(restoring: nil, at: machine.reading)
        #expect(clock.now == 1_735_689_600_000)
    }

    @Test("C5 a boot at the saved time after 30 days off expires when the clock is synchronised")
    func savedTime() {
        let (clock, deadline) = begun()
        machine.reboot(wall: TestMachine.start)
        machine.pass(60_000)
        var next = TrustedClock(restoring: clock.state, at: machine.reading)
        #expect(!next.isOver(deadline))
        machine.set(wall: TestMachine.start + 30 * day)
        machine.synchronize()
        next.advance(to: machine.reading)
        #expect(next.isOver(deadline) && next.now == TestMachine.start + 30 * day)
    }

    @Test("C5 a clock chip that counted 30 days off is believed at boot, one that counted ten years is not")
    func clockChip() {
        let (clock, deadline) = begun()
        machine.reboot(off: 30 * day)
        #expect(TrustedClock(restoring: clock.state, at: machine.reading).isOver(deadline))
        machine.reboot(off: 3650 * day)
        let doubtful = TrustedClock(restoring: clock.state, at: machine.reading)
        #expect(!doubtful.isOver(deadline) && doubtful.isHidden(deadline))
    }

    @Test("C6 after 100 reboots without a synchronised clock the uptime deadline fires")
    func reboots() {
        var (clock, deadline) = begun()
        var hours = 0
        while !clock.isOver(deadline) {
            machine.reboot(wall: 0)
            machine.pass(TestMachine.day / 100)
            clock = TrustedClock(restoring: clock.state, at: machine.reading)
            hours += 1
        }
        #expect(hours == 100)
    }

    @Test("C7 two days of suspension count")
    func suspension() {
        var (clock, deadline) = begun()
        machine.synchronize(false)
        // CLOCK_BOOTTIME goes on while suspended.
        machine.pass(2 * day)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(deadline))
    }

    @Test(
        "C8 a day is 24 hours across both changes of daylight saving",
        // 2026-03-08T06:00Z and 2026-11-01T05:00Z, an hour before New York changes; Seoul never does.
        arguments: [1_772_949_600_000, 1_793_509_200_000] as [Int64])
    func daylightSaving(start: Int64) {
        let machine = TestMachine(wall: start)
        var clock = TrustedClock(restoring: nil, at: machine.reading)
        let deadline = Deadline(after: 86_400, from: clock)
        machine.pass(day - 1)
        clock.advance(to: machine.reading)
        #expect(!clock.isOver(deadline))
        machine.pass(1)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(deadline) && clock.now == start + day)
    }

    @Test("C9 a leap second and a smeared one move it by no more than a second")
    func leapSecond() {
        var (clock, deadline) = begun()
        machine.pass(TestMachine.hour)
        machine.step(-1000)
        clock.advance(to: machine.reading)
        #expect(clock.now == TestMachine.start + TestMachine.hour)
        for _ in 0..<1000 {
            machine.pass(1000)
            machine.step(1)
            clock.advance(to: machine.reading)
        }
        #expect(clock.now - (TestMachine.start + TestMachine.hour + 1_000_000) <= 1000)
        #expect(!clock.isOver(deadline))
    }

    @Test("C10 2038 and 2100 are years like others", arguments: [2_147_483_647_000, 4_102_444_799_000] as [Int64])
    func farYears(end: Int64) {
        let machine = TestMachine(wall: end - 10_000)
        var clock = TrustedClock(restoring: nil, at: machine.reading)
        let deadline = Deadline(after: 20, from: clock)
        machine.pass(19_999)
        clock.advance(to: machine.reading)
        #expect(!clock.isOver(deadline) && clock.now == end + 9999)
        machine.pass(1)
        clock.advance(to: machine.reading)
        #expect(clock.isOver(deadline))
    }

    @Test("C11 a million random steps never move it back, nor stretch a life")
    func randomWalk() {
        var random = SeededGenerator(seed: 11)
        var clock = TrustedClock(restoring: nil, at: machine.reading)
        var deadline = Deadline(after: 86_400, from: clock)
        var lived: Int64 = 0
        for step in 0..<1_000_000 {
            let before = clock
            switch UInt64.random(in: 0..<100, using: &random) {
            case 0: machine.step(Int64.random(in: -400 * day...400 * day, using: &random))
            case 1: machine.set(wall: Int64.random(in: .min / 4 ... .max / 4, using: &random))
            case 2: machine.synchronize(Bool.random(using: &random))
            case 3: machine.set(wall: clock.now + Int64.random(in: -1000...1000, using: &random))
            case 4:
                machine.set(wall: clock.now)
                machine.reboot(off: Int64.random(in: 0...day, using: &random))
                clock = TrustedClock(restoring: clock.state, at: machine.reading)
            case 5: clock = TrustedClock(restoring: clock.state, at: machine.reading)
            default:
                let passed = Int64.random(in: 0...120_000, using: &random)
                machine.pass(passed)
                lived += passed
            }
            clock.advance(to: machine.reading)
            guard clock.now >= before.now, clock.uptime >= before.uptime, clock.claimed >= clock.now else {
                Issue.record("step \(step): from \(before.state) to \(clock.state) at \(machine.reading)")
                return
            }
            if clock.isOver(deadline) {
                deadline = Deadline(after: 86_400, from: clock)
                lived = 0
            } else if lived > day + 1000 {
                Issue.record("step \(step): alive after \(lived) ms of uptime")
                return
            }
        }
    }

    @Test("C12 a crash loses no more than what passed since the last write")
    func crash() {
        var (clock, _) = begun()
        machine.pass(30_000)
        clock.advance(to: machine.reading)
        let stored = clock.state
        machine.pass(59_000)
        clock.advance(to: machine.reading)
        machine.reboot(wall: 0)
        let next = TrustedClock(restoring: stored, at: machine.reading)
        #expect(clock.now - next.now == 59_000)
        #expect(clock.uptime - next.uptime <= 60)
    }

    @Test("C14 a state that is deleted or older begins no earlier than the latest row")
    func rolledBack() {
        let (clock, deadline) = begun()
        let floor = ClockFloor(now: TestMachine.start + 2 * day, uptime: 2 * day)
        machine.reboot(wall: 0)
        for stored in [nil, clock.state] {
            let next = TrustedClock(restoring: stored, floor: floor, at: machine.reading)
            #expect(next.now >= floor.now && next.uptime >= 2 * 86_400)
            #expect(next.isOver(deadline))
        }
    }
}
