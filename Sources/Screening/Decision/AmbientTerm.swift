/// How much warmer skin is in a warm room than in one of 23 °C, at the same body temperature.
///
/// The term belongs to the threshold, never to the reading. Oral temperature as a linear function of inner canthus and
/// room (FDA, "Facial and oral temperature data", 20 to 29 °C) is 10.14 + 0.787 × canthus − 0.053 × room by one camera
/// and 14.06 + 0.670 × canthus − 0.040 × room by the other: at the same oral temperature the canthus rises by
/// 0.053 / 0.787 = 0.067 or 0.040 / 0.670 = 0.060 °C for each °C of the room.
public enum AmbientTerm {
    /// °C of skin for each °C of the room.
    public static let slope = 0.06
    /// The room of the default thresholds, °C.
    public static let neutral = 23.0
    /// What the data cover and a little more, °C; beyond it the term stays.
    public static let range = 18.0...30.0

    /// What a threshold on skin temperature rises by in a room, °C; 0 where the room's temperature is not known.
    public static func shift(room: Double?) -> Double {
        guard let room, !room.isNaN else { return 0 }
        return slope * (min(range.upperBound, max(range.lowerBound, room)) - neutral)
    }
}
