/// A type of the Varlink interface definition language.
public indirect enum VarlinkType: Hashable, Sendable {
    case bool
    case int
    case float
    case string
    /// Any JSON object.
    case object
    /// Another type of the same interface.
    case named(String)
    /// `?T`: may be null or left out.
    case optional(VarlinkType)
    case array(VarlinkType)
    /// `[string]T`.
    case map(VarlinkType)
    case structure([VarlinkField])
    /// One of a few words, as a string.
    case enumeration([String])
}

/// A field of a Varlink structure.
public struct VarlinkField: Hashable, Sendable {
    public let name: String
    public let type: VarlinkType
}
