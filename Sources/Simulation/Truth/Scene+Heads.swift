import Glibc

extension Scene {
    /// The heads that are in the picture at a time.
    ///
    /// - Parameter time: seconds from the scene's start.
    public func heads(at time: Double) -> [HeadTruth] {
        actors.indices.compactMap { head(of: $0, at: time) }
    }

    /// The head of a person, or `nil` when it is not in the picture.
    func head(of index: Int, at time: Double) -> HeadTruth? {
        let actor = actors[index]
        guard let stance = actor.script.stance(at: time) else { return nil }
        let (center, orientation) = actor.head(stance, time: time, room: room)
        guard center.z > 0.25 else { return nil }
        let skull = actor.headParts(center: center, orientation: orientation).prefix(2).map(\.shape)
        guard let first = skull[0].box(in: view), let second = skull[1].box(in: view) else { return nil }
        let box = first.union(second)
        let (width, height) = (Float(view.width), Float(view.height))
        guard box.x1 > 0, box.y1 > 0, box.x0 < width, box.y0 < height else { return nil }
        let sideways = Double(orientation.forward.dot(Vector(1, 0, 0)))
        let facing = atan2(sideways, Double(-orientation.forward.z))
        let towards = -atan2(Double(center.x), Double(center.z))
        let level = Double((center.x * center.x + center.z * center.z).squareRoot())
        let yaw = remainder(facing - towards, 2 * .pi)
        let pitch = stance.headPitch - atan2(Double(center.y), level)
        return HeadTruth(
            person: index, x: Double(box.x0), y: Double(box.y0), width: Double(box.width), height: Double(box.height),
            yaw: yaw * 180 / .pi, pitch: pitch * 180 / .pi,
            visible: visibleShare(of: index, skull: skull, box: box, time: time), distance: Double(center.length),
            isInFrame: box.x0 >= 0 && box.y0 >= 0 && box.x1 <= width && box.y1 <= height)
    }

    /// The share of a head's rays that reach it.
    private func visibleShare(of index: Int, skull: [Ellipsoid], box: PictureBox, time: Double) -> Double {
        var hiders: [Ellipsoid] = []
        for other in actors.indices where other != index {
            guard let stance = actors[other].script.stance(at: time) else { continue }
            hiders += actors[other].parts(stance, time: time, room: room).map(\.shape).filter { overlaps($0, box) }
        }
        if let part = occluder(at: time) { hiders.append(part.shape) }
        let (columns, rows) = (10, 12)
        var (all, seen) = (0, 0)
        for i in 0..<(columns * rows) {
            let x = box.x0 + box.width * (Float(i % columns) + 0.5) / Float(columns)
            let y = box.y0 + box.height * (Float(i / columns) + 0.5) / Float(rows)
            let slope = view.slope(x: x, y: y)
            let depth = min(skull[0].depth(slope.x, slope.y), skull[1].depth(slope.x, slope.y))
            guard depth.isFinite else { continue }
            all += 1
            guard x >= 0, y >= 0, x < Float(view.width), y < Float(view.height) else { continue }
            if depth > room.depth, room.sample(slope.x, slope.y).depth < depth { continue }
            if let reference, reference.housing.temperature(slope.x, slope.y) != nil, reference.depth < depth {
                continue
            }
            if hiders.contains(where: { $0.depth(slope.x, slope.y) < depth }) { continue }
            seen += 1
        }
        return all > 0 ? Double(seen) / Double(all) : 0
    }

    private func overlaps(_ shape: Ellipsoid, _ box: PictureBox) -> Bool {
        guard shape.reachesInFront else { return false }
        guard let other = shape.box(in: view) else { return true }
        return other.x0 < box.x1 && other.x1 > box.x0 && other.y0 < box.y1 && other.y1 > box.y0
    }
}
