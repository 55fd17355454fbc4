import Control
import Picture
import Radiometry
import Screening

/// What is drawn over a live picture and written beside it.
enum LiveScene {
    /// A box around each head with the number of its track, and the reference body.
    static func overlay(_ live: LivePicture) -> Overlay {
        var scene = SceneState()
        scene.disc = live.disc.map { Disc(x: Double($0.x), y: Double($0.y), radius: Double($0.radius)) }
        scene.people = live.people.map(state)
        var overlay = Overlay(scene, uprightSize: live.size)
        for (index, person) in live.people.enumerated() { overlay.boxes[index].reading = "\(person.track)" }
        return overlay
    }

    static func words(_ live: LivePicture) -> [TerminalPicture.Words] {
        [
            TerminalPicture.Words("reference  \(live.reference.rawValue)"),
            TerminalPicture.Words("camera     \(live.camera.rawValue)"),
            TerminalPicture.Words("people     \(live.people.count)"),
            TerminalPicture.Words(""),
        ]
            + live.people.map { person in
                let state = state(person)
                return TerminalPicture.Words(
                    "\(person.track)  \(StateWords.words(for: state))", color: StateWords.color(of: state))
            }
    }

    /// Without a reading: the picture has none.
    private static func state(_ person: LivePicture.Person) -> PersonState {
        PersonState(
            track: person.track, head: person.head, state: person.phase, prompt: person.reason,
            outcome: person.outcome, skin: nil)
    }
}
