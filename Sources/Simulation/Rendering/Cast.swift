import Glibc

/// A part of a person at one moment, with where it can be in the picture.
struct Cast: Sendable {
    let part: Part
    let rect: PixelRect
    /// Index of the person; `nil` for a thing.
    let actor: Int?

    /// Everything that moves in the scene at a time.
    static func all(_ scene: Scene, at time: Double, view: View) -> [Cast] {
        var casts: [Cast] = []
        for (index, actor) in scene.actors.enumerated() {
            guard let stance = actor.script.stance(at: time) else { continue }
            for part in actor.parts(stance, time: time, room: scene.room) {
                append(part, actor: index, view: view, to: &casts)
            }
        }
        if let hiding = scene.occluder(at: time) { append(hiding, actor: nil, view: view, to: &casts) }
        return casts
    }

    private static func append(_ part: Part, actor: Int?, view: View, to casts: inout [Cast]) {
        guard part.shape.reachesInFront else { return }
        var rect = PixelRect(x0: 0, y0: 0, x1: view.width, y1: view.height)
        if let box = part.shape.box(in: view) {
            // A box far outside must not overflow an integer.
            func pixel(_ value: Float) -> Int { Int(max(-10_000, min(10_000, value))) }
            rect = PixelRect(
                x0: pixel(box.x0.rounded(.down)), y0: pixel(box.y0.rounded(.down)), x1: pixel(box.x1.rounded(.up)),
                y1: pixel(box.y1.rounded(.up))
            ).grown(by: 0, in: view)
            guard !rect.isEmpty else { return }
        }
        casts.append(Cast(part: part, rect: rect, actor: actor))
    }

    /// The radiance that leaves the part towards the camera.
    func radiance(
        _ scene: Scene, _ sx: Float, _ sy: Float, depth: Float, breath: Float, reflected: Float
    ) -> Float {
        let (point, facing) = part.shape.surface(sx, sy, depth: depth)
        // Surfaces seen at a grazing angle emit less (Lambert's law holds to about 60°).
        let graze = 1 - facing
        let drop = 1.4 * graze * graze * graze * graze
        switch part.surface {
        case .head(let offset):
            guard let actor else { return reflected }
            let person = scene.actors[actor]
            let temperature = person.face.temperature(at: point / person.headScale + offset, breath: breath)
            return Radiance.blackBody(temperature - drop) * Radiance.skinEmissivity + reflected
        case .skin(let temperature):
            return Radiance.blackBody(temperature - drop) * Radiance.skinEmissivity + reflected
        case .cloth(let temperature):
            let pattern = actor.map { scene.actors[$0].pattern } ?? 0
            let folds =
                0.25 * sin(point.x * 47 + point.y * 19 + pattern) + 0.2 * sin(point.y * 29 - point.x * 13 + 2 * pattern)
            return Radiance.blackBody(temperature + folds + 1.2 * point.y - drop)
        }
    }
}
