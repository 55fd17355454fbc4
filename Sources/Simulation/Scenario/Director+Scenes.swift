extension Director {
    /// Fills the scene.
    mutating func direct() -> Scene {
        switch scene.kind {
        case .emptyWithWarmObjects: scene.duration = 10
        case .approachAndStop: addPresenter()
        case .glasses: addPresenter { $0.glasses = true }
        case .hat: addPresenter { $0.headwear = $0.beard ? .cap : .woolly }
        case .hood: addPresenter { $0.headwear = .hood }
        case .mask:
            addPresenter {
                $0.mask = true
                $0.beard = false
            }
        case .coldFace: addPresenter { $0.coldFace = true }
        case .turnBack: addPresenter(turnsBack: true)
        case .lookAway: addLookAway()
        case .phone: addPhone()
        case .backOnly: addTurned(.pi)
        case .profileOnly: addTurned(random.chance(0.5) ? .pi / 2 : -.pi / 2)
        case .walkAway: addLeaver(at: 0.6)
        case .passBy: addPasser(at: 0.6)
        case .pair: addPair()
        case .queue: addQueue()
        case .flatFieldDuringPresentation: addFlatField()
        case .referenceHidden: addHidden()
        case .mixed: addMixed()
        }
        if let end = scene.actors.map(\.script.end).max() { scene.duration = end + 1 }
        return scene
    }

    /// One person of a given temperature who comes, stands facing the camera and goes in.
    mutating func directMeasurement(skin: Double, standing: Double, appearance: Appearance) -> Scene {
        var actor = person(skin: skin) { look in
            look = appearance
        }
        _ = present(&actor, at: 1, for: standing)
        scene.actors = [actor]
        scene.duration = actor.script.end + 1
        return scene
    }
}
