/// Which states of a live camera are worth a log line: each cause once until a camera gives frames again.
///
/// A camera that is away is looked for again and again, which would repeat the same few states for days.
public struct CameraNews: Sendable {
    /// Causes kept at most: one that changes with every attempt must not fill the memory.
    private static let mostTold = 16

    private var told: Set<CameraState> = []

    public init() {}

    /// Takes a state.
    ///
    /// - Returns: whether it is news.
    public mutating func take(_ state: CameraState) -> Bool {
        switch state {
        case .opening: return false
        case .streaming:
            let isNews = told != [state]
            told = [state]
            return isNews
        case .absent, .stalled, .reopening, .unusable:
            if told.count > Self.mostTold { told = [] }
            return told.insert(state).inserted
        }
    }
}
