import Settings

/// A set of things that a record may hold, as one number.
public struct RecordItems: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let time = RecordItems(rawValue: 1)
    public static let gate = RecordItems(rawValue: 2)
    public static let direction = RecordItems(rawValue: 4)
    public static let outcome = RecordItems(rawValue: 8)

    init(_ items: Set<RecordItem>) {
        self = items.reduce(into: []) { $0.insert(RecordItems($1)) }
    }

    private init(_ item: RecordItem) {
        self =
            switch item {
            case .time: .time
            case .gate: .gate
            case .direction: .direction
            case .outcome: .outcome
            }
    }

    /// The words of the configuration, in its order.
    public var words: [String] { RecordItem.allCases.filter { contains(RecordItems($0)) }.map(\.rawValue) }
}
