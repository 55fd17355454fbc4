/// A call that failed: one of the errors that the interface files define.
struct VarlinkFailure: Error, Hashable, Sendable {
    let name: QualifiedName
    let parameters: JSONObject

    init(_ interface: String, _ name: String, _ parameters: JSONObject = [:]) {
        self.name = QualifiedName(interface, name)
        self.parameters = parameters
    }
}

// MARK: org.varlink.service

extension VarlinkFailure {
    private static let service = "org.varlink.service"

    static func interfaceNotFound(_ interface: String) -> VarlinkFailure {
        VarlinkFailure(service, "InterfaceNotFound", ["interface": .string(interface)])
    }

    static func methodNotFound(_ method: String) -> VarlinkFailure {
        VarlinkFailure(service, "MethodNotFound", ["method": .string(method)])
    }

    static func invalidParameter(_ parameter: String) -> VarlinkFailure {
        VarlinkFailure(service, "InvalidParameter", ["parameter": .string(parameter)])
    }

    static func methodNotImplemented(_ method: String) -> VarlinkFailure {
        VarlinkFailure(service, "MethodNotImplemented", ["method": .string(method)])
    }

    static let expectedMore = VarlinkFailure(service, "ExpectedMore")
}

// MARK: io.lintel.Connection

extension VarlinkFailure {
    private static let connection = "io.lintel.Connection"

    static func roleRequired(_ roles: [Role], groups: [String]) -> VarlinkFailure {
        VarlinkFailure(
            connection, "RoleRequired", ["roles": .texts(roles.map(\.rawValue)), "groups": .texts(groups)])
    }

    static func messageMalformed(_ cause: String) -> VarlinkFailure {
        VarlinkFailure(connection, "MessageMalformed", ["cause": .string(cause)])
    }

    static func messageTooLarge(limit: Int) -> VarlinkFailure {
        VarlinkFailure(connection, "MessageTooLarge", ["limit": .count(limit)])
    }

    static func tooManyConnections(limit: Int) -> VarlinkFailure {
        VarlinkFailure(connection, "TooManyConnections", ["limit": .count(limit)])
    }

    static let upgradeRefused = VarlinkFailure(connection, "UpgradeRefused")
}

// MARK: io.lintel.Monitor

extension VarlinkFailure {
    static func gap(after id: EventID) -> VarlinkFailure {
        VarlinkFailure("io.lintel.Monitor", "Gap", ["after": .string(id.description)])
    }
}

// MARK: io.lintel.Maintenance

extension VarlinkFailure {
    private static let maintenance = "io.lintel.Maintenance"

    static func alreadyOpen(seconds: Int64) -> VarlinkFailure {
        VarlinkFailure(maintenance, "AlreadyOpen", ["seconds": .integer(seconds)])
    }

    static let notOpen = VarlinkFailure(maintenance, "NotOpen")

    static func over(_ cause: MaintenanceEnd.Cause) -> VarlinkFailure {
        VarlinkFailure(maintenance, "Over", ["cause": .string(cause.rawValue)])
    }
}
