/// Which camera `camera.device` names.
public enum CameraSelection: Hashable, Sendable {
    /// The one camera with a known profile.
    case automatic
    /// The camera at this path.
    case path(String)
    /// The camera of this stable identity, whatever its number.
    case identity(CameraIdentity)

    /// - Parameter device: the value of `camera.device`.
    public init(_ device: String) {
        if device == "auto" {
            self = .automatic
        } else if let identity = CameraIdentity(device) {
            self = .identity(identity)
        } else {
            self = .path(device)
        }
    }

    /// The nodes to consider, in order. A path that sysfs does not list, such as a link below /dev/v4l, gives a node with
    /// nothing known of it.
    public func candidates(in nodes: [CameraNode]) -> [CameraNode] {
        switch self {
        case .automatic: nodes
        case .identity(let identity): nodes.filter { $0.identity == identity }
        case .path(let path):
            [nodes.first { $0.path == (DeviceTree.target(of: path) ?? path) } ?? CameraNode(path: path)]
        }
    }
}
