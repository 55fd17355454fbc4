import Picture
import Testing

@Suite("The palette")
struct PaletteTests {
    @Test("has 256 colours, from nearly black to nearly white")
    func ends() {
        let colors = Palette.inferno.colors
        #expect(colors.count == 256)
        #expect(colors[0].luma < 1)
        #expect(colors[255].luma > 240)
    }

    @Test("gets lighter with every index")
    func monotone() {
        let lumas = Palette.inferno.colors.map(\.luma)
        #expect(zip(lumas, lumas.dropFirst()).allSatisfy { $0 < $1 })
    }
}
