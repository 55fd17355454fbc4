import Settings

extension Scene {
    /// What is true of this scene. Computed from the geometry, not from the pictures.
    ///
    /// - Parameter rule: when somebody counts as presenting.
    public func truth(rule: PresentationRule = PresentationRule()) -> Truth {
        Truth(
            kind: kind, seed: seed, duration: duration, width: view.width, height: view.height,
            rotation: sensor.rotation.rawValue, roomTemperature: room.temperature, reference: referenceTruth,
            flatFieldCorrections: sensor.flatField.times.map { .init(from: $0, to: $0 + sensor.flatField.duration) },
            people: actors.indices.map { person($0, rule) }, rule: rule)
    }

    private var referenceTruth: Truth.Reference? {
        guard let reference else { return nil }
        let disc = reference.discInPicture(view)
        return Truth.Reference(
            x: Double(disc.x), y: Double(disc.y), radius: Double(disc.radius), temperature: reference.temperature,
            hidden: reference.hidden.map { .init(from: $0.lowerBound, to: $0.upperBound) })
    }

    private func person(_ index: Int, _ rule: PresentationRule) -> Truth.Person {
        let actor = actors[index]
        var runs: [Truth.Interval] = []
        var first: (time: Double, distance: Double)?
        var last: (time: Double, distance: Double)?
        var wentFar: Double?
        let step = 1.0 / 15
        for tick in Int(actor.script.start / step)...Int(min(duration, actor.script.end) / step) {
            let time = Double(tick) * step
            // Somebody hidden behind others is still coming; somebody behind the wall is not there.
            guard let head = head(of: index, at: time), head.visible > 0 || head.distance < Double(room.depth) else {
                continue
            }
            if first == nil { first = (time, head.distance) }
            last = (time, head.distance)
            if head.distance <= Truth.far { wentFar = nil } else if wentFar == nil { wentFar = time }
            guard rule.isMet(by: head, shortSide: view.shortSide) else { continue }
            if let run = runs.last, time - run.to <= rule.bridgedBreak + 1e-9 {
                runs[runs.count - 1].to = time
            } else {
                runs.append(.init(from: time, to: time))
            }
        }
        var passage: Truth.Passage?
        if let first, let last {
            if first.distance >= Truth.far, last.distance <= Truth.near {
                passage = .init(time: last.time, direction: .entering)
            } else if first.distance <= Truth.near, last.distance >= Truth.far {
                passage = .init(time: wentFar ?? last.time, direction: .leaving)
            }
        }
        return Truth.Person(
            skinTemperature: actor.skin, foreheadTemperature: Double(actor.face.foreheadTemperature),
            height: Double(actor.height), appearance: actor.look, isMeasurable: actor.look.isMeasurable,
            presentations: runs.filter { $0.to - $0.from >= rule.minimumDuration }, passage: passage,
            inView: first.flatMap { from in last.map { .init(from: from.time, to: $0.time) } })
    }
}
