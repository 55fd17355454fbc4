import Picture
import Radiometry
import Screening

/// The words beside the live picture.
enum SceneWords {
    static func lines(_ scene: SceneState) -> [TerminalPicture.Words] {
        var lines = [
            TerminalPicture.Words("reference  \(scene.reference.rawValue)"),
            TerminalPicture.Words("camera     \(scene.camera.rawValue)"),
            TerminalPicture.Words("people     \(scene.people.count)"),
            TerminalPicture.Words(""),
        ]
        for person in scene.people {
            let color = StateWords.color(of: person)
            lines.append(TerminalPicture.Words(StateWords.words(for: person), color: color))
            lines.append(
                TerminalPicture.Words(person.skin.map { "  \(StateWords.reading($0))" } ?? "", color: color))
        }
        return lines
    }
}
