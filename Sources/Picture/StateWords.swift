import Radiometry
import Screening

/// The words and colours for what the screening stage sees.
public enum StateWords {
    /// A reading with its expanded uncertainty, such as "36.1 ±0.3 °C".
    public static func reading(_ skin: Measurement) -> String {
        "\(oneDecimal(skin.celsius)) ±\(oneDecimal(skin.uncertainty)) °C"
    }

    /// A person's state, with what to do about it while nothing is measured.
    public static func words(for person: PersonState) -> String {
        switch person.outcome {
        case .normal: "normal"
        case .elevated: "elevated"
        case .undecided: "undecided" + hint(person.prompt)
        case nil: phase(person.state) + hint(person.prompt)
        }
    }

    /// What a person can do about a reason.
    public static func words(for reason: UndecidedReason) -> String {
        switch reason {
        case .tooFar: "come closer"
        case .turnedAway: "face the camera"
        case .moving: "stand still"
        case .covered: "uncover the face"
        case .cold: "wait, still cold"
        case .twoPeople: "one at a time"
        case .referenceLost: "wait, reference lost"
        case .cameraSettling: "wait, camera settling"
        case .noTemperature: "no temperatures"
        }
    }

    /// The colour of a person's box.
    public static func color(of person: PersonState) -> RGB {
        switch person.outcome {
        case .normal: RGB(110, 230, 140)
        case .elevated: RGB(255, 70, 90)
        case .undecided: RGB(235, 200, 90)
        case nil: person.state == .inView ? RGB(170, 170, 180) : RGB(110, 205, 255)
        }
    }

    private static func phase(_ phase: PersonPhase) -> String {
        switch phase {
        case .inView: "in view"
        case .presenting: "presenting"
        case .measuring: "measuring"
        case .decided: "decided"
        }
    }

    private static func hint(_ reason: UndecidedReason?) -> String {
        reason.map { ": " + words(for: $0) } ?? ""
    }

    private static func oneDecimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e6 else { return "?" }
        let tenths = Int((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }
}
