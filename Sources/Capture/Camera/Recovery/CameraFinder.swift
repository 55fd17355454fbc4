import Settings

/// Finds the one camera that the configuration means, among the nodes that are there now.
struct CameraFinder {
    private let settings: CameraSettings
    private let selection: CameraSelection

    init(_ settings: CameraSettings) {
        self.settings = settings
        selection = CameraSelection(settings.device)
    }

    /// What is said when the camera is not there.
    var absence: CaptureError {
        switch selection {
        case .automatic:
            CaptureError(
                what: "camera.device \"auto\"", cause: "no camera with a profile is connected",
                remedy: "Connect the camera; `lintelctl cameras` lists what is there.")
        case .path(let path):
            CaptureError(what: path, cause: "there is no such device", remedy: "Connect the camera.")
        case .identity(let identity):
            CaptureError(what: "camera \(identity)", cause: "it is not connected", remedy: "Connect the camera.")
        }
    }

    /// The nodes worth opening: under "auto" no camera is touched that no profile is for.
    func candidates(in nodes: [CameraNode]) -> [CameraNode] {
        let candidates = selection.candidates(in: nodes)
        guard isAutomatic else { return candidates }
        let known = Set(CameraProfile.table(settings.generic).flatMap(\.usb))
        return candidates.filter { node in node.identity.map { known.contains($0.usb) } ?? true }
    }

    /// Chooses among the candidates' offers.
    ///
    /// - Parameter ask: opens a candidate, asks what it offers and closes it.
    func find(
        in nodes: [CameraNode], ask: (CameraNode) throws(CameraOpenFailure) -> CameraOffer
    ) throws(CameraOpenFailure) -> CameraOffer {
        var fitting: [CameraOffer] = []
        var failures: [CameraOpenFailure] = []
        for node in candidates(in: nodes) {
            do throws(CameraOpenFailure) {
                let offer = try ask(node)
                guard offer.result.match != nil else { throw offer.noProfile }
                fitting.append(offer)
            } catch {
                if isTelling(error, of: node) { failures.append(error) }
            }
        }
        if fitting.count > 1 { throw several(fitting) }
        if let offer = fitting.first { return offer }
        throw failure(failures)
    }

    /// Under "auto" a node that can't be told to be a thermal camera is passed over when it turns out to be none.
    private func isTelling(_ failure: CameraOpenFailure, of node: CameraNode) -> Bool {
        failure.kind != .absent && (failure.kind != .unusable || !isAutomatic || node.identity != nil)
    }

    private var isAutomatic: Bool { selection == .automatic && settings.profile == "auto" }

    private func several(_ offers: [CameraOffer]) -> CameraOpenFailure {
        let names = offers.map { offer in
            let name = offer.node.identity.map(\.description) ?? offer.node.path
            return "\(name) (\(offer.node.card) at \(offer.node.path))"
        }
        return CameraOpenFailure(
            .unusable,
            CaptureError(
                what: "camera.device \"\(settings.device)\"",
                cause: "\(offers.count) cameras fit: \(names.joined(separator: ", "))",
                remedy: "Name one of them in camera.device."))
    }

    /// The failure to tell: of several the one that may pass by itself, else all of them.
    private func failure(_ failures: [CameraOpenFailure]) -> CameraOpenFailure {
        guard let first = failures.first else { return CameraOpenFailure(.absent, absence) }
        if failures.count == 1 { return first }
        if let passing = failures.first(where: { $0.kind != .unusable }) { return passing }
        let causes = failures.map { "\($0.error.what): \($0.error.cause)" }
        return CameraOpenFailure(
            .unusable,
            CaptureError(
                what: "camera.device \"\(settings.device)\"",
                cause: "none of \(failures.count) video devices fits: \(causes.joined(separator: "; "))",
                remedy: first.error.remedy))
    }
}
