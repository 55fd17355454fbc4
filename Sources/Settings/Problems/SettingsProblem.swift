/// One thing wrong with the configuration: where, what was found, what is allowed, and what to do about it.
public struct SettingsProblem: Hashable, Sendable, CustomStringConvertible {
    /// Where the problem is.
    public let place: SettingsPlace
    /// The key or section it concerns, such as "camera.rotation"; none where the file as a whole is at fault.
    public let key: String?
    /// What is wrong, in one line.
    public let fault: String
    /// What the reader can do about it, a full sentence.
    public let remedy: String

    public init(place: SettingsPlace, key: String? = nil, fault: String, remedy: String) {
        self.place = place
        self.key = key
        self.fault = fault
        self.remedy = remedy
    }

    init(place: SettingsPlace, key: String, found: String, allowed: String, remedy: String) {
        self.init(place: place, key: key, fault: "found \(found), allowed \(allowed)", remedy: remedy)
    }

    /// The same in one line, for a log.
    public var line: String {
        let subject = key.map { "\($0): " } ?? ""
        return "\(place): \(subject)\(fault). \(remedy)"
    }

    /// `FILE:LINE: KEY: found X, allowed Y`, and the remedy on a line of its own.
    public var description: String {
        let subject = key.map { "\($0): " } ?? ""
        return "\(place): \(subject)\(fault)\n  \(remedy)"
    }
}
