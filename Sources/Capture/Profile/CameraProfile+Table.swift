import Settings

extension CameraProfile {
    /// Every profile, in the order in which "auto" tries them.
    ///
    /// - Parameter generic: what `[generic_camera]` says of a camera without a profile of its own.
    public static func table(_ generic: GenericCameraSettings = GenericCameraSettings()) -> [CameraProfile] {
        [lepton3, lepton2, infiray64, boson, amg88xx, genericY16(generic), genericSplit(generic), loopback8Bit]
    }

    /// The profile of this name.
    public static func named(_ name: String, _ generic: GenericCameraSettings = GenericCameraSettings())
        -> CameraProfile?
    {
        table(generic).first { $0.name == name }
    }

    private static let pureThermal = USBIdentity(vendor: 0x1e4e, product: 0x0100)

    /// groupgets/purethermal1-firmware, uvc_desc_vs_l3.h: the size with two rows more turns telemetry on.
    private static let lepton3 = CameraProfile(
        name: "lepton3-tlinear", title: "FLIR Lepton 3.x (3.5 measures) on PureThermal", usb: [pureThermal],
        pixelFormat: .y16,
        layouts: [
            WireLayout(size: FrameSize(width: 160, height: 122), telemetry: .lepton),
            WireLayout(size: FrameSize(width: 160, height: 120)),
        ],
        countsMap: .tlinear100, settle: settleWithTelemetry, controls: .lepton)

    /// groupgets/purethermal1-firmware, uvc_desc_vs_l2.h: the size with three rows more turns telemetry on.
    private static let lepton2 = CameraProfile(
        name: "lepton2-tlinear", title: "FLIR Lepton 2.x (2.5 measures) on PureThermal", usb: [pureThermal],
        pixelFormat: .y16,
        layouts: [
            WireLayout(size: FrameSize(width: 80, height: 63), telemetry: .lepton),
            WireLayout(size: FrameSize(width: 80, height: 60)),
        ],
        countsMap: .tlinear100, settle: settleWithTelemetry, controls: .lepton)

    /// LeoDJ/P2Pro-Viewer, P2Pro/video.py: above a picture in colour, below it counts of 1/64 K.
    private static let infiray64 = CameraProfile(
        name: "infiray-64", title: "InfiRay P2 Pro, Topdon TC001 and TS001, MaAnt Super IR",
        usb: [USBIdentity(vendor: 0x0bda, product: 0x5830)], pixelFormat: .yuyv,
        layouts: [WireLayout(size: FrameSize(width: 256, height: 384), part: .lowerHalf)],
        countsMap: CountsMap(scale: 1.0 / 64, offset: 0))

    /// flirpy, camera/boson.py. Only a Boson-R in the USB mode IR16 TLinear measures; a plain one is found implausible.
    private static let boson = CameraProfile(
        name: "boson-tlinear", title: "FLIR Boson-R 320 and 640, USB mode IR16 TLinear",
        usb: [USBIdentity(vendor: 0x09cb, product: 0x4007)], pixelFormat: .y16,
        layouts: [
            WireLayout(size: FrameSize(width: 640, height: 512)), WireLayout(size: FrameSize(width: 320, height: 256)),
        ],
        countsMap: .tlinear100)

    /// torvalds/linux, video-i2c.c: twelve bits of 0.25 K with a sign; zero is 0 °C, which is count 2048.
    private static let amg88xx = CameraProfile(
        name: "amg88xx", title: "Panasonic AMG8833 Grid-Eye by the kernel's video-i2c", drivers: ["video-i2c"],
        pixelFormat: .y12, sample: .signedTwelveBits, layouts: [WireLayout(size: FrameSize(width: 8, height: 8))],
        countsMap: CountsMap(scale: 0.25, offset: 273.15 - 512), canMeasure: false, warmUp: .zero)

    private static func genericY16(_ generic: GenericCameraSettings) -> CameraProfile {
        CameraProfile(
            name: "generic-y16", title: "any camera with counts of 16 bits, described by [generic_camera]",
            pixelFormat: generic.byteOrder == .little ? .y16 : .y16BigEndian, sample: .word(generic.byteOrder),
            layouts: [WireLayout(crop: generic.crop)], countsMap: CountsMap(generic))
    }

    private static func genericSplit(_ generic: GenericCameraSettings) -> CameraProfile {
        CameraProfile(
            name: "generic-yuyv-split",
            title: "any camera with a picture above and counts below, described by [generic_camera]",
            pixelFormat: .yuyv, sample: .word(generic.byteOrder),
            layouts: [
                WireLayout(
                    part: generic.splitRow == 0 ? .lowerHalf : .from(row: generic.splitRow), crop: generic.crop)
            ],
            countsMap: CountsMap(generic))
    }

    /// Grey of eight bits, as bridges to v4l2loopback make it: contrast without temperature.
    private static let loopback8Bit = CameraProfile(
        name: "loopback-8bit", title: "any camera with a grey picture of eight bits", pixelFormat: .grey,
        sample: .octet, layouts: [WireLayout()], countsMap: nil, plausible: nil, canMeasure: false, warmUp: .zero)
}

extension CountsMap {
    fileprivate init(_ generic: GenericCameraSettings) {
        self.init(scale: generic.kelvinPerCount, offset: generic.kelvinAtZero)
    }
}
