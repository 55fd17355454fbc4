import Screening

extension Screening {
    /// Whether it counts as having screened somebody: a measurement, or an honest refusal to measure a covered or cold face.
    var countsAsScreened: Bool { outcome != .undecided || reason == .covered || reason == .cold }
}
