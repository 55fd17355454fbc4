import Settings

/// Which profile a camera gets, and why the others do not fit.
///
/// A profile named by `camera.profile` always wins: the camera need only offer its format and size. Under "auto" a camera
/// with a USB identity gets the first profile that lists this identity and whose format and size it offers. A camera
/// without one is matched by its kernel driver where a profile names it (video-i2c), and a node of v4l2loopback or vivid by
/// format and size alone. Profiles of any size (generic and 8-bit) are never chosen by themselves.
public struct ProfileMatch: Hashable, Sendable {
    /// The profile that fits, with what holds for this very camera: no warm-up for virtual ones.
    public let profile: CameraProfile
    /// The size to negotiate.
    public let wireSize: FrameSize

    /// A profile that does not fit.
    public struct Refusal: Hashable, Sendable {
        public let profile: String
        /// In words, without a full stop.
        public let reason: String

        public init(profile: String, reason: String) {
            self.profile = profile
            self.reason = reason
        }
    }

    /// What came of trying every profile.
    public struct Result: Hashable, Sendable {
        /// `nil` where none fits.
        public let match: ProfileMatch?
        /// The profiles that were tried before and do not fit, in the order of the table.
        public let refusals: [Refusal]
    }

    /// Finds the profile of a camera.
    ///
    /// - Parameters:
    ///   - offered: the formats and sizes that the driver enumerates.
    ///   - current: the size that the driver is set to: what a profile of any size takes first.
    public static func find(
        for node: CameraNode, offered: [OfferedFormat], current: FrameSize? = nil, settings: CameraSettings
    ) -> Result {
        var refusals: [Refusal] = []
        for profile in CameraProfile.table(settings.generic) {
            let isNamed = profile.name == settings.profile
            let offer = Offer(node: node, formats: offered, current: current, isNamed: isNamed)
            if !isNamed, settings.profile != "auto" { continue }
            switch offer.size(for: profile) {
            case .success(let size):
                return Result(
                    match: ProfileMatch(profile: profile.adapted(to: node), wireSize: size), refusals: refusals)
            case .failure(let reason): refusals.append(Refusal(profile: profile.name, reason: reason.words))
            }
        }
        return Result(match: nil, refusals: refusals)
    }
}

/// What a camera offers, as a profile looks at it.
private struct Offer {
    let node: CameraNode
    let formats: [OfferedFormat]
    let current: FrameSize?
    /// Whether the configuration names the profile.
    let isNamed: Bool

    struct Reason: Error {
        let words: String
    }

    func size(for profile: CameraProfile) -> Swift.Result<FrameSize, Reason> {
        if !isNamed, let reason = mismatch(of: profile) { return .failure(reason) }
        let sizes = formats.filter { $0.pixelFormat == profile.pixelFormat }.flatMap(\.sizes)
        guard !sizes.isEmpty else {
            return .failure(Reason(words: "the camera does not offer the format '\(profile.pixelFormat)'"))
        }
        if let size = candidates(of: profile, in: sizes).first(where: { size in
            sizes.contains { $0.includes(size) } && profile.layouts.contains { $0.region(in: size) != nil }
        }) {
            return .success(size)
        }
        return .failure(Reason(words: sizeMismatch(of: profile, sizes)))
    }

    /// Why this is no camera of the profile.
    private func mismatch(of profile: CameraProfile) -> Reason? {
        guard !profile.sizes.isEmpty else {
            return Reason(words: "used only where camera.profile names it")
        }
        if let identity = node.identity {
            if profile.usb.contains(identity.usb) { return nil }
            let known = profile.usb.map(\.description).joined(separator: ", ")
            return Reason(words: known.isEmpty ? "not for USB cameras" : "is for USB \(known)")
        }
        if node.isVirtual || profile.drivers.contains(node.driver) { return nil }
        return Reason(words: "a camera without a USB identity, and its driver is not known to this profile")
    }

    /// The sizes to try, the preferred first.
    private func candidates(of profile: CameraProfile, in sizes: [OfferedSizes]) -> [FrameSize] {
        let exact = sizes.compactMap { if case .exactly(let size) = $0 { size } else { nil } }
        guard profile.sizes.isEmpty else {
            // Under "auto" a virtual camera that takes any size is one that nobody feeds yet.
            return isNamed || !node.isVirtual ? profile.sizes : profile.sizes.filter(exact.contains)
        }
        return (current.map { [$0] } ?? []) + exact
    }

    private func sizeMismatch(of profile: CameraProfile, _ sizes: [OfferedSizes]) -> String {
        let offered = sizes.map(\.description).joined(separator: ", ")
        let wanted =
            profile.sizes.isEmpty
            ? "a size of which anything is left after cropping" : profile.sizes.map(\.words).joined(separator: " or ")
        return "'\(profile.pixelFormat)' is offered at \(offered); needed is \(wanted)"
    }
}

extension CameraProfile {
    /// What holds for this camera: a virtual one has no sensor that warms up, and what a program feeds into v4l2loopback
    /// has no shutter either.
    func adapted(to node: CameraNode) -> CameraProfile {
        guard node.isVirtual else { return self }
        return CameraProfile(
            name: name, title: title, usb: usb, drivers: drivers, pixelFormat: pixelFormat, sample: sample,
            layouts: layouts, countsMap: countsMap, plausible: plausible, canMeasure: canMeasure, warmUp: .zero,
            settle: node.driver == CameraNode.loopbackDriver ? .zero : settle, controls: .none,
            triedOnHardware: triedOnHardware)
    }
}
