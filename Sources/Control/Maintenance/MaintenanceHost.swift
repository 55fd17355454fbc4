/// Whoever announces maintenance sessions and makes the pictures. Called on the control thread, which must not wait.
public protocol MaintenanceHost: Sendable {
    /// A session began: announce it.
    func began(_ session: MaintenanceSession)
    /// Somebody looks: publish pictures from here on.
    func show(to pictures: LivePictures)
    /// Nobody looks any more.
    func hide()
    /// A session is over: announce it.
    func ended(_ session: MaintenanceSession, _ end: MaintenanceEnd)
}
