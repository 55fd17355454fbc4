/// `[control]`: the control socket and who may do what there.
public struct ControlSettings: Hashable, Sendable {
    /// `socket`: where it is.
    public var socket = Socket.automatic
    /// `viewer_group`: is told how the door does.
    public var viewerGroup = "lintel-viewer"
    /// `operator_group`: staff at the door; is told of screenings too.
    public var operatorGroup = "lintel-operator"
    /// `privacy_group`: answers what people ask about their records.
    public var privacyGroup = "lintel-privacy"
    /// `bridge_group`: a program that passes states and counts on.
    public var bridgeGroup = "lintel-bridge"

    public init() {}

    public enum Socket: Hashable, Sendable {
        /// "auto": `io.lintel` in the runtime directory that systemd made; none without systemd.
        case automatic
        /// "off": there is none.
        case off
        /// An absolute path.
        case path(String)
    }
}
