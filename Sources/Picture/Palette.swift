/// A colour for each of the 256 indices of a picture: cold is dark, warm is light.
public struct Palette: Sendable {
    /// 256 colours, of rising lightness.
    public let colors: [RGB]

    public subscript(index: UInt8) -> RGB { colors[Int(index)] }

    /// Black over violet and orange to pale yellow, as thermal cameras show it.
    ///
    /// Interpolated between nine colours of the map "inferno" (S. van der Walt and N. Smith, 2015, CC0), at indices
    /// 0, 32, 64 ... 255. Lightness rises with every index, so the picture also reads in grey.
    public static let inferno = Palette(
        anchors: [
            RGB(0, 0, 4), RGB(31, 12, 72), RGB(85, 15, 109), RGB(136, 34, 106), RGB(186, 54, 85),
            RGB(227, 89, 51), RGB(249, 140, 10), RGB(249, 201, 50), RGB(252, 255, 164),
        ])

    /// Interpolates 256 colours between anchors at equal distances; at least two anchors.
    init(anchors: [RGB]) {
        let segments = anchors.count - 1
        colors = (0..<256).map { index in
            let position = Double(index) / 255 * Double(segments)
            let segment = min(Int(position), segments - 1)
            return anchors[segment].blended(with: anchors[segment + 1], by: position - Double(segment))
        }
    }
}
