import Capture
import Picture
import Settings
import Testing

@Suite("Making small upright pictures")
struct PictureMakerTests {
    /// Three columns, two rows: 1 2 3 over 4 5 6.
    private static let counts: [UInt16] = [1, 2, 3, 4, 5, 6]

    @Test(
        "turns clockwise by the rotation",
        arguments: [
            (Rotation.none, 3, [1, 2, 3, 4, 5, 6]), (.quarter, 2, [4, 1, 5, 2, 6, 3]),
            (.half, 3, [6, 5, 4, 3, 2, 1]), (.threeQuarters, 2, [3, 6, 2, 5, 1, 4]),
        ] as [(Rotation, Int, [UInt16])])
    func rotation(rotation: Rotation, width: Int, expected: [UInt16]) {
        let sampler = UprightSampler(source: FrameSize(width: 3, height: 2), rotation: rotation)
        var output: [UInt16] = []
        sampler.sample(Self.counts.span, size: sampler.upright, into: &output)
        #expect(sampler.upright.width == width)
        #expect(output == expected)
    }

    @Test("averages the blocks that it shrinks")
    func shrinking() {
        let sampler = UprightSampler(source: FrameSize(width: 4, height: 2), rotation: .none)
        var output: [UInt16] = []
        let counts: [UInt16] = [10, 20, 100, 200, 30, 40, 300, 400]
        sampler.sample(counts.span, size: FrameSize(width: 2, height: 1), into: &output)
        #expect(output == [25, 250])
    }

    @Test("keeps the shape and never goes above full resolution")
    func fitting() {
        let wide = UprightSampler(source: FrameSize(width: 160, height: 120), rotation: .none)
        #expect(wide.size(fitting: FrameSize(width: 80, height: 60)) == FrameSize(width: 80, height: 60))
        #expect(wide.size(fitting: FrameSize(width: 80, height: 30)) == FrameSize(width: 40, height: 30))
        #expect(wide.size(fitting: FrameSize(width: 999, height: 999)) == FrameSize(width: 160, height: 120))
    }

    @Test("limits a live picture to 80 by 60, or 60 by 80 upright", arguments: Rotation.allCases)
    func liveLimit(rotation: Rotation) {
        var maker = PictureMaker(source: FrameSize(width: 640, height: 480), rotation: rotation)
        let counts = [UInt16](repeating: 30000, count: 640 * 480)
        let size = maker.picture(of: counts.span, fitting: maker.liveLimit).size
        let tall = rotation == .quarter || rotation == .threeQuarters
        #expect(size == (tall ? FrameSize(width: 60, height: 80) : FrameSize(width: 80, height: 60)))
    }
}

@Suite("Automatic contrast")
struct AutoContrastTests {
    /// A ramp of a thousand counts from `base` on.
    private func ramp(_ base: UInt16) -> [UInt16] { (0..<1000).map { base + UInt16($0) } }

    @Test("spreads a picture over the palette")
    func spread() {
        var contrast = AutoContrast()
        let indices = contrast.indices(of: ramp(29000))
        #expect(indices.first == 0)
        #expect(indices.last == 255)
        #expect((120...135).contains(indices[500]))
    }

    @Test("lets a lamp or a dead pixel alone be cut off")
    func outliers() {
        var contrast = AutoContrast()
        var clean = AutoContrast()
        let plain = ramp(29000)
        var spotted = plain
        spotted[999] = 65535
        spotted[0] = 0
        let difference = zip(contrast.indices(of: spotted), clean.indices(of: plain)).dropFirst().dropLast().map {
            abs(Int($0) - Int($1))
        }
        #expect(difference.max()! <= 2)
    }

    @Test("follows a change slowly and arrives")
    func smoothing() {
        var contrast = AutoContrast()
        _ = contrast.indices(of: ramp(29000))
        let first = contrast.indices(of: ramp(30000))[0]
        #expect(first > 200)
        var last: UInt8 = 255
        for _ in 0..<60 { last = contrast.indices(of: ramp(30000))[0] }
        #expect(last <= 1)
    }

    @Test("does not blow a blank wall up into noise")
    func blank() {
        var contrast = AutoContrast()
        let wall = (0..<1000).map { UInt16(30000 + $0 % 3) }
        #expect(contrast.indices(of: wall).max()! < 10)
    }
}
