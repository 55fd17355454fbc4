/// How a person looks to the camera.
public struct Appearance: Hashable, Codable, Sendable {
    public enum Hair: String, CaseIterable, Codable, Sendable { case short, long, bald }
    public enum Headwear: String, CaseIterable, Codable, Sendable { case none, cap, woolly, hood }

    public var hair = Hair.short
    public var headwear = Headwear.none
    public var glasses = false
    public var mask = false
    public var beard = false
    /// Hair over the forehead.
    public var fringe = false
    /// Just in from the cold: nose, cheeks and forehead far below the inner canthi.
    public var coldFace = false

    public init() {}

    /// Whether the skin beside the inner canthi can be seen.
    public var canthiVisible: Bool { !glasses }

    /// Whether an honest reading of the true skin temperature is possible at all.
    public var isMeasurable: Bool { canthiVisible && !coldFace }

    static func random(using random: inout RandomGenerator) -> Appearance {
        var look = Appearance()
        look.hair = random.chance(0.35) ? .long : random.chance(0.15) ? .bald : .short
        look.beard = look.hair != .long && random.chance(0.2)
        look.fringe = look.hair != .bald && random.chance(0.2)
        return look
    }
}
