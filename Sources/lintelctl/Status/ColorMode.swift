import ArgumentParser

/// When output is coloured.
enum ColorMode: String, CaseIterable, ExpressibleByArgument {
    case auto
    case always
    case never

    /// Whether standard output is to be coloured.
    var isColored: Bool {
        switch self {
        case .auto: Terminal.isStandardOutput && !Terminal.refusesColor
        case .always: true
        case .never: false
        }
    }
}
