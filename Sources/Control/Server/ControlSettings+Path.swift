import Settings

extension ControlSettings {
    /// Where the control socket is; nil where there is none.
    ///
    /// - Parameter runtimeDirectory: what systemd made for the unit, `$RUNTIME_DIRECTORY`: the first of paths between colons.
    public func socketPath(runtimeDirectory: String?) -> String? {
        switch socket {
        case .off: nil
        case .path(let path): path
        case .automatic:
            runtimeDirectory?.split(separator: ":").first.map { "\($0)/io.lintel" }
        }
    }
}
