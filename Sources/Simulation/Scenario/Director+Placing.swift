extension Director {
    /// Where somebody stands to present: near enough, in the frame, clear of the housing.
    struct Spot {
        var x: Double
        var z: Double
        /// The head above the camera, metres.
        var rise: Double
        var stoop: Double
    }

    mutating func spot(for actor: Actor, lane: Double = 0, nearest: Double = 1.9) -> Spot {
        let view = scene.view
        let rise = Double(actor.height - 0.12 * actor.headScale - scene.room.cameraHeight)
        let focal = Double(view.focal)
        let smallest = Double(view.shortSide) / 5
        let headWidth = 0.152 * Double(actor.headScale)
        var width = smallest * random.uniform(min(1.3, nearest)...nearest)
        func room(_ width: Double) -> Double {
            // The head is 1.6 times as high as wide; keep it clear of the frame.
            (Double(view.height) / 2 - 0.95 * width - 2 * Double(view.scale)) * headWidth / width
        }
        while width > smallest * 1.17, abs(rise) > room(width) { width -= smallest * 0.04 }
        let stoop = max(0, min(0.32, rise - room(width)))
        let headDepth = focal * headWidth / width
        // The head is held before the feet, the more so when stooping.
        let z = headDepth + 0.05 + 0.3 * stoop
        let x = (clearOfHousing(width: width) + lane * width) * headDepth / focal
        return Spot(x: x, z: z, rise: rise, stoop: stoop)
    }

    /// Pixels to the right of the middle where a head of that width is beside the housing, with some chance.
    mutating func clearOfHousing(width: Double) -> Double {
        let view = scene.view
        let edge = Double(view.width) / 2 - width * 0.62 - 2
        guard let reference = scene.reference else { return random.uniform(-0.5...0.5) * edge }
        let box = reference.housingBox(in: view)
        let middle = Double(view.centerX)
        if onReferenceSide < 0 {
            let low = min(edge, max(-edge, Double(box.x1) - middle + width * 0.6 + 2))
            return random.uniform(low...max(low, min(edge, low + 0.5 * width)))
        }
        let high = max(-edge, min(edge, Double(box.x0) - middle - width * 0.6 - 2))
        return random.uniform(min(high, max(-edge, high - 0.5 * width))...high)
    }
}
