import Settings

/// What a video node offers, and the profile that fits it.
public struct CameraOffer: Sendable {
    /// The node; what sysfs did not tell is filled in from the driver's own answer.
    public let node: CameraNode
    /// Every format with its sizes.
    public let formats: [OfferedFormat]
    /// Which profile fits and why others do not.
    public let result: ProfileMatch.Result

    /// The formats and sizes in one line.
    public var words: String {
        if formats.isEmpty { return "no format" }
        return formats.map { format in
            "'\(format.pixelFormat)' \(format.sizes.map(\.description).joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    /// Opens a video node of this machine, asks what it offers and closes it. Takes no frame, changes no format.
    ///
    /// - Throws: `CaptureError` when the node can't be opened or is no camera.
    public static func ask(_ node: CameraNode, settings: CameraSettings) throws(CaptureError) -> CameraOffer {
        do throws(CameraOpenFailure) {
            let device: any VideoDevice
            do throws(SystemErrno) {
                device = try SystemVideoDevice(opening: node.path)
            } catch {
                throw CameraOpenFailure(node.path, "opening", error)
            }
            return try CameraOffer(asking: VideoStream(owning: device, path: node.path), node, settings: settings)
        } catch {
            throw error.error
        }
    }
}

extension CameraOffer {
    /// No driver offers more; a driver that never ends its list is not listened to for ever.
    private static let mostFormats = 64
    private static let mostSizes = 256

    /// Asks an opened device.
    package init(
        asking stream: borrowing VideoStream, _ node: CameraNode, settings: CameraSettings
    ) throws(CameraOpenFailure) {
        let device = stream.device
        let capabilities = try Self.asking(node) { () throws(SystemErrno) in try device.capabilities() }
        guard capabilities.captures, capabilities.streams else { throw Self.noCamera(node, capabilities) }
        var node = node
        if node.driver.isEmpty { node.driver = capabilities.driver }
        if node.card.isEmpty { node.card = capabilities.card }
        self.node = node
        formats = try Self.asking(node) { () throws(SystemErrno) in try Self.formats(of: device) }
        let current = try? device.currentFormat()
        result = ProfileMatch.find(for: node, offered: formats, current: current?.size, settings: settings)
    }

    private static func asking<Answer>(
        _ node: CameraNode, _ body: () throws(SystemErrno) -> Answer
    ) throws(CameraOpenFailure) -> Answer {
        do throws(SystemErrno) {
            return try body()
        } catch {
            throw CameraOpenFailure(node.path, "asking what it offers", error)
        }
    }

    private static func noCamera(_ node: CameraNode, _ capabilities: VideoCapabilities) -> CameraOpenFailure {
        CameraOpenFailure(
            .unusable,
            CaptureError(
                what: node.path,
                cause: capabilities.captures ? "it does not stream (no streaming I/O)" : "it does not capture video",
                remedy: "Name a thermal camera in camera.device; `lintelctl cameras` lists them."))
    }

    private static func formats(of device: any VideoDevice) throws(SystemErrno) -> [OfferedFormat] {
        var formats: [OfferedFormat] = []
        for index in 0..<mostFormats {
            guard let pixelFormat = try device.pixelFormat(at: index) else { break }
            formats.append(OfferedFormat(pixelFormat: pixelFormat, sizes: try sizes(of: pixelFormat, device)))
        }
        return formats
    }

    private static func sizes(
        of pixelFormat: PixelFormat, _ device: any VideoDevice
    ) throws(SystemErrno) -> [OfferedSizes] {
        var sizes: [OfferedSizes] = []
        for index in 0..<mostSizes {
            guard let size = try device.sizes(at: index, of: pixelFormat) else { break }
            sizes.append(size)
        }
        return sizes
    }
}
