import FoundationEssentials

extension Truth {
    /// The truth as a JSON object, keys in snake case and sorted, numbers as they are.
    ///
    /// - Throws: `EncodingError` when a number is not finite, which no scene yields.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads what `json()` wrote.
    ///
    /// - Throws: `DecodingError` when it is not the truth of a scene.
    public init(json: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(Truth.self, from: Data(json.utf8))
    }
}
