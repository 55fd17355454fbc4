extension UInt16 {
    /// The count nearest to a level in counts, cut off at 0 and 65,535; 0 for what is not a number.
    public init(nearestCount level: Double) {
        guard level > 0 else {
            self = 0
            return
        }
        self = UInt16(Swift.min(65_535, level.rounded()))
    }
}
