/// Turns a call into its answer: checks name, role and parameters, then asks the board.
struct CallRouter: Sendable {
    let catalog: InterfaceCatalog
    let access: AccessRules
    let version: String

    enum Answer: Hashable {
        case reply(JSONObject)
        case failure(VarlinkFailure)
        /// Events from here on, after those that the client missed.
        case monitor(after: EventID?)
        case maintain(MaintenanceCall)
        /// What the records desk answers.
        case ask(DeskRequest)
    }

    /// A call of io.lintel.Maintenance.
    enum MaintenanceCall: Hashable {
        case begin(MaintenanceSession)
        case end
        case view
    }

    /// What a method may look at.
    struct Context {
        let board: ControlBoard
        let clients: ClientCounts
        let now: Int64
    }

    func answer(_ call: VarlinkCall, from peer: Peer, _ context: Context) -> Answer {
        do throws(VarlinkFailure) {
            let name = try check(call, from: peer)
            switch name.description {
            case "org.varlink.service.GetInfo": return .reply(info)
            case "org.varlink.service.GetInterfaceDescription": return .reply(try description(call.parameters))
            case "io.lintel.Status.Get":
                let status = context.board.status(told: peer.disclosure, clients: context.clients, now: context.now)
                return .reply(status.parameters)
            case "io.lintel.Monitor.Monitor": return .monitor(after: try monitorStart(call))
            case "io.lintel.Maintenance.Begin": return .maintain(.begin(try session(call.parameters, peer)))
            case "io.lintel.Maintenance.End": return .maintain(.end)
            case "io.lintel.Maintenance.View":
                guard call.more else { throw .expectedMore }
                return .maintain(.view)
            default: return .ask(try DeskRequest(name, call.parameters))
            }
        } catch {
            return .failure(error)
        }
    }

    /// Whether there is such a method, this peer may call it, and it has its parameters.
    private func check(_ call: VarlinkCall, from peer: Peer) throws(VarlinkFailure) -> QualifiedName {
        if call.upgrade { throw .upgradeRefused }
        guard let name = QualifiedName(call.method) else { throw .methodNotFound(call.method) }
        guard let interface = catalog[name.interface] else { throw .interfaceNotFound(name.interface) }
        guard let method = interface.methods[name.member] else { throw .methodNotFound(call.method) }
        let need = AccessRules.need(name)
        if case .oneOf(let roles) = need, !peer.may(need) {
            throw .roleRequired(roles, groups: roles.map(access.group))
        }
        if let parameter = interface.mismatch(.object(call.parameters), method.input) {
            throw .invalidParameter(parameter)
        }
        return name
    }

    // MARK: Methods

    private var info: JSONObject {
        [
            "vendor": .string("Lintel"), "product": .string("linteld"), "version": .string(version),
            "url": .string(""), "interfaces": .array(catalog.interfaces.map { .string($0.name) }),
        ]
    }

    private func description(_ parameters: JSONObject) throws(VarlinkFailure) -> JSONObject {
        let name = parameters["interface"]?.text ?? ""
        guard let interface = catalog[name] else { throw .interfaceNotFound(name) }
        return ["description": .string(interface.text)]
    }

    private func session(_ parameters: JSONObject, _ peer: Peer) throws(VarlinkFailure) -> MaintenanceSession {
        try MaintenanceSession(
            caller: DeskCaller(user: peer.user), reason: parameters["reason"]?.text ?? "",
            minutes: parameters["minutes"]?.whole ?? 0)
    }

    private func monitorStart(_ call: VarlinkCall) throws(VarlinkFailure) -> EventID? {
        guard call.more else { throw .expectedMore }
        guard let after = call.parameters["after"]?.text else { return nil }
        guard let id = EventID(after) else { throw .invalidParameter("after") }
        return id
    }
}
