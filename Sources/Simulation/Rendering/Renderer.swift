import Glibc

/// Renders the upright picture of a scene as apparent temperatures.
///
/// Four rays go through each pixel, each at its own place in the pixel and its own moment of the exposure: the
/// moments are the middle quantiles of the exponential answer of a bolometer, so that edges, small warm spots and
/// motion blend as radiance, as they do on a sensor. A 3 x 3 blur stands for the lens.
struct Renderer: Sendable {
    let view: View
    private let offsets: [SIMD2<Float>] = [[0.25, 0.25], [0.75, 0.75], [0.75, 0.25], [0.25, 0.75]]
    /// Share of the light that the lens spreads to each direct neighbour, per axis.
    private let spread: Float = 0.12
    private var background: [[Float]]
    private var backgroundDepth: [[Float]]
    private var still: [Float]
    private var depths: [Float]
    private var owners: [Int32]
    private var sum: [Float]
    private var row: [Float]

    init(view: View, room: Room, reference: ReferenceBody?) {
        self.view = view
        let count = view.width * view.height
        background = []
        backgroundDepth = []
        depths = [Float](repeating: 0, count: count)
        owners = [Int32](repeating: -1, count: count)
        sum = [Float](repeating: 0, count: count)
        row = [Float](repeating: 0, count: view.width)
        still = []
        for offset in offsets {
            var radiances = [Float](repeating: 0, count: count)
            var depths = radiances
            for y in 0..<view.height {
                for x in 0..<view.width {
                    let slope = view.slope(x: Float(x) + offset.x, y: Float(y) + offset.y)
                    var (temperature, depth) = room.sample(slope.x, slope.y)
                    if let reference {
                        for panel in [reference.housing, reference.disc] {
                            if let value = panel.temperature(slope.x, slope.y) {
                                (temperature, depth) = (value, panel.depth)
                            }
                        }
                    }
                    radiances[y * view.width + x] = Radiance.blackBody(temperature)
                    depths[y * view.width + x] = depth
                }
            }
            background.append(radiances)
            backgroundDepth.append(depths)
        }
        let whole = PixelRect(x0: 0, y0: 0, x1: view.width, y1: view.height)
        for pass in 0..<4 {
            for i in 0..<count { sum[i] += background[pass][i] * 0.25 }
        }
        still = [Float](repeating: 0, count: count)
        var target = still
        develop(whole, into: &target)
        still = target
    }

    /// Renders one moment.
    ///
    /// - Parameters:
    ///   - timeConstant: of the sensor's thermal answer, seconds.
    ///   - picture: °C, row by row; every pixel is written.
    mutating func render(
        _ scene: Scene, at time: Double, timeConstant: Double, into picture: inout [Float]
    ) {
        picture = still
        // -ln(1 - q) for q = 1/8, 3/8, 5/8 and 7/8.
        let ages = [0.134, 0.470, 0.981, 2.079]
        let reflected = Radiance.blackBody(Float(scene.room.temperature)) * (1 - Radiance.skinEmissivity)
        var casts: [[Cast]] = []
        var dirty = PixelRect.empty
        for age in ages {
            let cast = Cast.all(scene, at: time - age * timeConstant, view: view)
            for item in cast { dirty.formUnion(item.rect) }
            casts.append(cast)
        }
        guard !dirty.isEmpty else { return }
        let area = dirty.grown(by: 2, in: view)
        for y in area.y0..<area.y1 {
            for i in (y * view.width + area.x0)..<(y * view.width + area.x1) { sum[i] = 0 }
        }
        for pass in 0..<4 {
            let breath = Float(sin(time * 1.6))
            trace(casts[pass], pass: pass, area: area)
            shade(casts[pass], scene, pass: pass, area: area, breath: breath, reflected: reflected)
        }
        develop(area, into: &picture)
    }

    private mutating func trace(_ casts: [Cast], pass: Int, area: PixelRect) {
        for y in area.y0..<area.y1 {
            for i in (y * view.width + area.x0)..<(y * view.width + area.x1) {
                depths[i] = backgroundDepth[pass][i]
                owners[i] = -1
            }
        }
        let offset = offsets[pass]
        for (index, cast) in casts.enumerated() {
            let shape = cast.part.shape
            for y in cast.rect.y0..<cast.rect.y1 {
                let sy = (view.centerY - Float(y) - offset.y) / view.focal
                for x in cast.rect.x0..<cast.rect.x1 {
                    let depth = shape.depth((Float(x) + offset.x - view.centerX) / view.focal, sy)
                    let i = y &* view.width &+ x
                    if depth < depths[i] {
                        depths[i] = depth
                        owners[i] = Int32(truncatingIfNeeded: index)
                    }
                }
            }
        }
    }

    private mutating func shade(
        _ casts: [Cast], _ scene: Scene, pass: Int, area: PixelRect, breath: Float, reflected: Float
    ) {
        let offset = offsets[pass]
        for y in area.y0..<area.y1 {
            for x in area.x0..<area.x1 {
                let i = y &* view.width &+ x
                let owner = Int(owners[i])
                guard owner >= 0 else {
                    sum[i] += background[pass][i] * 0.25
                    continue
                }
                let slope = view.slope(x: Float(x) + offset.x, y: Float(y) + offset.y)
                let value = casts[owner].radiance(
                    scene, slope.x, slope.y, depth: depths[i], breath: breath, reflected: reflected)
                sum[i] += value * 0.25
            }
        }
    }

    /// Blurs `sum` within an area and turns it into °C. The area's rim, where it is not the picture's, is left alone:
    /// there the neighbours are not all known.
    private mutating func develop(_ area: PixelRect, into picture: inout [Float]) {
        let middle = 1 - 2 * spread
        let (width, height) = (view.width, view.height)
        for y in (area.y0 == 0 ? 0 : area.y0 + 1)..<(area.y1 == height ? height : area.y1 - 1) {
            let above = max(y - 1, 0) * width
            let below = min(y + 1, height - 1) * width
            for x in area.x0..<area.x1 {
                row[x] = middle * sum[y * width + x] + spread * (sum[above + x] + sum[below + x])
            }
            for x in (area.x0 == 0 ? 0 : area.x0 + 1)..<(area.x1 == width ? width : area.x1 - 1) {
                let (left, right) = (row[max(x - 1, 0)], row[min(x + 1, width - 1)])
                picture[y * width + x] = Radiance.celsius(middle * row[x] + spread * (left + right))
            }
        }
    }
}
