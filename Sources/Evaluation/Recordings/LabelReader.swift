import Control
import Radiometry
import Screening
import Settings

/// Reads the objects of a label file and collects what is wrong with them.
struct LabelReader {
    private(set) var problems: [EvaluationError.Problem] = []
    private let file: String
    private var names: Set<String> = []

    init(file: String) {
        self.file = file
    }

    /// One recording's label.
    ///
    /// - Parameter number: counted from 1, to name it by where it has no name.
    mutating func recording(_ value: JSONValue, number: Int) -> RecordingLabel? {
        let before = problems.count
        guard case .object(let object) = value else {
            complain("recording \(number)", "no object", "Give an object with file and presentations.")
            return nil
        }
        var fields = LabelFields(object, place: "recording \(number)")
        guard let name = fields.text("file") else { return fail(fields) }
        fields.place = name
        if name.isEmpty || name.contains("/") || name == ".." || name == "." {
            complain(name, "file is not a file name", "Give the name that the recording has in the directory.")
        }
        if !names.insert(name).inserted { complain(name, "labelled twice", "Leave one of the labels.") }
        let rotation = rotation(&fields, name)
        let reference = fields.number("reference_c", isRequired: false, 20...60)
        var disc: Disc?
        if let object = fields.object("reference_disc") {
            var fields = LabelFields(object, place: "\(name), reference_disc")
            if let x = fields.number("x", 0...8_192), let y = fields.number("y", 0...8_192),
                let radius = fields.number("r", 0.5...1_000)
            {
                disc = Disc(x: x, y: y, radius: radius)
            }
            problems += fields.problems(file)
        }
        let presentations = presentations(&fields, name)
        let expected = fields.whole("expected_screenings", isRequired: false, 0...1_000) ?? presentations.count
        let range = fields.range("expected_range") ?? expected...expected
        problems += fields.problems(file)
        guard problems.count == before else { return nil }
        return RecordingLabel(
            file: name, rotation: rotation, reference: reference, disc: disc, presentations: presentations, range: range
        )
    }

    private mutating func rotation(_ fields: inout LabelFields, _ name: String) -> Rotation? {
        guard let angle = fields.whole("rotation", isRequired: false, 0...270) else { return nil }
        if let rotation = Rotation(rawValue: angle) { return rotation }
        complain(
            name, "rotation is \(angle), allowed 0, 90, 180 or 270",
            "Give the clockwise turn that shows people upright.")
        return nil
    }

    private mutating func presentations(_ fields: inout LabelFields, _ name: String)
        -> [RecordingLabel.Presentation]
    {
        guard let elements = fields.elements("presentations") else { return [] }
        var found: [RecordingLabel.Presentation] = []
        for (index, element) in elements.enumerated() {
            let place = "\(name), presentation \(index + 1)"
            guard case .object(let object) = element else {
                complain(place, "no object", "Give face_from_s and face_to_s.")
                continue
            }
            var fields = LabelFields(object, place: place)
            let from = fields.number("face_from_s", 0...86_400)
            let to = fields.number("face_to_s", 0...86_400)
            var head: RecordingLabel.Head?
            if let box = fields.object("head_box") { head = readHead(box, place: "\(place), head_box") }
            problems += fields.problems(file)
            guard let from, let to else { continue }
            guard from < to else {
                complain(
                    place, "face_to_s is not later than face_from_s", "Give the times from the first frame, in seconds."
                )
                continue
            }
            found.append(RecordingLabel.Presentation(faceFrom: from, faceTo: to, head: head))
        }
        return found
    }

    private mutating func readHead(_ object: JSONObject, place: String) -> RecordingLabel.Head? {
        var fields = LabelFields(object, place: place)
        let time = fields.number("t_s", 0...86_400)
        let x = fields.number("x", -8_192...8_192)
        let y = fields.number("y", -8_192...8_192)
        let width = fields.number("w", 1...8_192)
        let height = fields.number("h", 1...8_192)
        problems += fields.problems(file)
        guard let time, let x, let y, let width, let height else { return nil }
        return RecordingLabel.Head(
            time: time,
            box: PixelBox(
                x: Int(x.rounded()), y: Int(y.rounded()), width: Int(width.rounded()), height: Int(height.rounded())))
    }

    private mutating func fail(_ fields: LabelFields) -> RecordingLabel? {
        problems += fields.problems(file)
        return nil
    }

    private mutating func complain(_ place: String, _ cause: String, _ remedy: String) {
        problems.append(.init(file: file, cause: "\(place): \(cause)", remedy: remedy))
    }
}
