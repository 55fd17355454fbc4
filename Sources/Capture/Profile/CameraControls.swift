/// The controls by which a camera's mode can be read and repaired; `nil` where it has none.
public struct CameraControls: Hashable, Sendable {
    /// 1 while counts are proportional to temperature (TLinear), 0 for raw data.
    public let tlinearEnable: ExtensionUnitControl?
    /// 0 for 0.1 K a count, 1 for 0.01 K.
    public let tlinearResolution: ExtensionUnitControl?
    /// Writing 1 runs a flat-field correction; there is nothing to read.
    public let runFlatFieldCorrection: ExtensionUnitControl?

    public init(
        tlinearEnable: ExtensionUnitControl? = nil, tlinearResolution: ExtensionUnitControl? = nil,
        runFlatFieldCorrection: ExtensionUnitControl? = nil
    ) {
        self.tlinearEnable = tlinearEnable
        self.tlinearResolution = tlinearResolution
        self.runFlatFieldCorrection = runFlatFieldCorrection
    }

    public static let none = CameraControls()

    /// A Lepton behind PureThermal firmware, which maps a module's register to selector (register >> 2) + 1 and registers
    /// from 0x7C on to the module's second unit. RAD TLinear is at 0xC0 (unit 21), SYS run-FFC at 0x42 (unit 6)
    /// (groupgets/purethermal1-firmware, usbd_uvc_lepton_xu.c, which gives the lengths too). Never tried on hardware.
    public static let lepton = CameraControls(
        tlinearEnable: ExtensionUnitControl(unit: 21, selector: 18, length: 4),
        tlinearResolution: ExtensionUnitControl(unit: 21, selector: 19, length: 4),
        runFlatFieldCorrection: ExtensionUnitControl(unit: 6, selector: 17, length: 1))
}
