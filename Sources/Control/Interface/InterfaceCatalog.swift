/// The interfaces of this service, read from the files beside this one.
public struct InterfaceCatalog: Sendable {
    /// In the order in which GetInfo tells them.
    public let interfaces: [InterfaceDescription]

    /// - Throws: a fault of an interface file; none can come up in a program whose tests pass.
    public init() throws(InterfaceFault) {
        let files = [
            PackageResources.org_varlink_service_varlink, PackageResources.io_lintel_Connection_varlink,
            PackageResources.io_lintel_Status_varlink, PackageResources.io_lintel_Monitor_varlink,
            PackageResources.io_lintel_Consent_varlink, PackageResources.io_lintel_Records_varlink,
            PackageResources.io_lintel_Privacy_varlink, PackageResources.io_lintel_Audit_varlink,
            PackageResources.io_lintel_Maintenance_varlink,
        ]
        var interfaces: [InterfaceDescription] = []
        for file in files { interfaces.append(try .parse(String(decoding: file, as: UTF8.self))) }
        self.interfaces = interfaces
    }

    public subscript(_ name: String) -> InterfaceDescription? { interfaces.first { $0.name == name } }
}
