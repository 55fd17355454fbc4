import Radiometry
import Testing

@Suite struct ReferenceBodyTests {
    private static let expected = (36 + 273.15) * 100

    private func body(_ grid: CountsGrid, enabled: Bool = true, region: Disc? = nil) -> ReferenceBody {
        ReferenceBody(enabled: enabled, temperature: 36, region: region, grid: grid)
    }

    private func show(_ grid: CountsGrid, to body: inout ReferenceBody, frames: Int, from start: Int = 0) {
        for frame in start..<(start + frames) {
            body.observe(
                grid, expected: Self.expected, countsPerKelvin: 100, settled: true, now: Int64(frame) * 111_000_000)
        }
    }

    @Test("a warm uniform disc is found without being told where, and tracked after four frames")
    func found() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 35.2)
        var body = body(drawn.grid)
        show(drawn.grid, to: &body, frames: 3)
        #expect(body.state == .searching)
        show(drawn.grid, to: &body, frames: 1, from: 3)
        #expect(body.state == .tracked)
        #expect(abs(body.disc.x - 25) < 0.5)
        #expect(abs(body.disc.y - 130) < 0.5)
        #expect(abs(body.reading.mean - Double(DrawnGrid.counts(35.2))) < 2)
    }

    @Test("a face, a lamp far too hot, and an empty room are no reference body")
    func nothingElse() {
        var face = DrawnGrid()
        face.ellipse(x: 60, y: 80, radiusX: 18, radiusY: 26, celsius: 34.5)
        var lamp = DrawnGrid()
        lamp.disc(x: 60, y: 20, radius: 6, celsius: 55)
        for grid in [face.grid, lamp.grid, DrawnGrid().grid] {
            var body = body(grid)
            show(grid, to: &body, frames: 12)
            #expect(body.state == .searching)
        }
    }

    @Test("a covered disc is lost at once and believed again two frames after it is free")
    func covered() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 36)
        var body = body(drawn.grid)
        show(drawn.grid, to: &body, frames: 6)
        var hand = drawn
        hand.ellipse(x: 21, y: 130, radiusX: 6, radiusY: 9, celsius: 33)
        show(hand.grid, to: &body, frames: 1, from: 6)
        #expect(body.state == .lost)
        show(drawn.grid, to: &body, frames: 2, from: 7)
        #expect(body.state == .tracked)
    }

    @Test("a level that jumps by more than a kelvin between frames is not believed")
    func jump() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 36)
        var body = body(drawn.grid)
        show(drawn.grid, to: &body, frames: 6)
        var hotter = DrawnGrid()
        hotter.disc(x: 25, y: 130, radius: 6.5, celsius: 37.5)
        show(hotter.grid, to: &body, frames: 1, from: 6)
        #expect(body.state == .lost)
    }

    @Test("a configured place is used as it is, and no reference body stays none")
    func configured() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 36)
        drawn.disc(x: 90, y: 20, radius: 6.5, celsius: 36.5)
        var told = body(drawn.grid, region: Disc(x: 90, y: 20, radius: 6))
        show(drawn.grid, to: &told, frames: 6)
        #expect(told.state == .tracked)
        #expect(told.disc.x == 90)
        var none = body(drawn.grid, enabled: false)
        show(drawn.grid, to: &none, frames: 6)
        #expect(none.state == .none)
    }

    @Test("a defective pixel in the disc does not spoil it")
    func defectivePixel() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 36)
        drawn.ellipse(x: 26, y: 131, radiusX: 0.4, radiusY: 0.4, celsius: 20)
        var body = body(drawn.grid)
        show(drawn.grid, to: &body, frames: 6)
        #expect(body.state == .tracked)
        #expect(abs(body.reading.mean - Double(DrawnGrid.counts(36))) < 3)
    }

    @Test("another round warm thing that appears when the body is hidden is not taken for it")
    func impostor() {
        var drawn = DrawnGrid()
        drawn.disc(x: 25, y: 130, radius: 6.5, celsius: 36)
        var body = body(drawn.grid)
        show(drawn.grid, to: &body, frames: 6)
        var hidden = DrawnGrid()
        hidden.disc(x: 25, y: 130, radius: 9, celsius: 31)
        show(hidden.grid, to: &body, frames: 40, from: 6)
        #expect(body.state == .searching)
        show(drawn.grid, to: &body, frames: 12, from: 46)
        #expect(body.state == .tracked)
    }
}
