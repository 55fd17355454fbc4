/// The cameras of a machine as text: what `lintelctl cameras` prints.
public struct CameraListing: Sendable {
    /// One camera with what it answered.
    public struct Entry: Sendable {
        public let node: CameraNode
        /// What it offers and the profile for it, or why it could not be asked.
        public let answer: Result<Answer, CaptureError>

        public init(node: CameraNode, answer: Result<Answer, CaptureError>) {
            self.node = node
            self.answer = answer
        }

        /// The profile that fits, where one does.
        var match: ProfileMatch? { try? answer.get().result.match }
    }

    /// What an opened camera offers.
    public struct Answer: Sendable {
        public let formats: [OfferedFormat]
        public let result: ProfileMatch.Result

        public init(formats: [OfferedFormat], result: ProfileMatch.Result) {
            self.formats = formats
            self.result = result
        }
    }

    public let entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// What is said where the machine has no camera at all.
    public static let noCamera = CaptureError(
        what: "no camera", cause: "/sys/class/video4linux lists no video capture device",
        remedy: "Plug the camera in and see `dmesg`. A camera on I2C needs the driver video-i2c, a bridge v4l2loopback."
    )

    /// A block of lines for each camera, and what "auto" would take.
    public var text: String {
        (entries.map(Self.block) + [automatic]).joined(separator: "\n\n")
    }

    /// What `camera.device = "auto"` comes to here.
    private var automatic: String {
        let matching = entries.filter { $0.match != nil }
        switch matching.count {
        case 0: return "camera.device = \"auto\" finds no camera here: no profile fits."
        case 1: return "camera.device = \"auto\" takes \(matching[0].node.path)."
        default:
            return "camera.device = \"auto\" can't choose between "
                + matching.map(\.node.path).joined(separator: " and ") + ": name one of them."
        }
    }

    private static func block(_ entry: Entry) -> String {
        let node = entry.node
        var lines = [node.path + (node.card.isEmpty ? "" : "  " + node.card)]
        lines.append(line("camera.device", "\"\(node.identity?.description ?? node.path)\""))
        let home = [node.driver.isEmpty ? "driver unknown" : node.driver, node.bus].filter { !$0.isEmpty }
        lines.append(line("driver", home.joined(separator: ", ")))
        switch entry.answer {
        case .failure(let error):
            lines.append(line("formats", "can't be asked: \(error.cause)"))
            lines.append(line("", error.remedy))
        case .success(let answer):
            lines += formats(answer.formats)
            lines += profile(answer.result)
        }
        return lines.joined(separator: "\n")
    }

    /// The formats that a profile takes, each on its line; of the others only how many there are.
    private static func formats(_ formats: [OfferedFormat]) -> [String] {
        let known = Set(CameraProfile.table().map(\.pixelFormat) + [.y16BigEndian])
        let (taken, others) = (
            formats.filter { known.contains($0.pixelFormat) }, formats.filter { !known.contains($0.pixelFormat) }
        )
        var words = taken.map { "'\($0.pixelFormat)' \($0.sizes.map(\.description).joined(separator: ", "))" }
        if words.isEmpty, others.isEmpty { words = ["none"] }
        if !others.isEmpty {
            let names = others.prefix(8).map { "'\($0.pixelFormat)'" }.joined(separator: ", ")
            words.append("no profile takes: " + names + (others.count > 8 ? " and \(others.count - 8) more" : ""))
        }
        return words.enumerated().map { index, text in line(index == 0 ? "formats" : "", text) }
    }

    private static func profile(_ result: ProfileMatch.Result) -> [String] {
        var lines: [String] = []
        if let match = result.match {
            let profile = match.profile
            lines.append(
                line("profile", "\(profile.name), '\(profile.pixelFormat)' \(match.wireSize.words): \(profile.title)"))
            if !profile.canMeasure { lines.append(line("", "counts people only: temperature can't be measured")) }
            if !profile.triedOnHardware { lines.append(line("", "never tried on hardware")) }
        } else {
            lines.append(line("profile", "none"))
        }
        return lines
            + result.refusals.enumerated().map { index, refusal in
                line(index == 0 ? "not" : "", "\(refusal.profile): \(refusal.reason)")
            }
    }

    private static func line(_ name: String, _ text: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 15 - name.count)) + text
    }
}
