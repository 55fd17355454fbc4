/// Puts a camera into the mode that its profile counts on, through the controls of its extension units.
///
/// A camera whose controls fail streams all the same: its frames show the mode, and a wrong one is never measured.
struct ModeRepair {
    private let device: any VideoDevice
    private let controls: CameraControls
    /// What was done, and what could not be.
    private(set) var notices: [CameraNotice] = []

    init(_ device: any VideoDevice, _ profile: CameraProfile) {
        self.device = device
        controls = profile.controls
    }

    /// Switches TLinear on, at 0.01 K a count, where it is not.
    mutating func run() {
        set(controls.tlinearEnable, "TLinear", .tlinearSwitchedOn)
        set(controls.tlinearResolution, "TLinear resolution", .resolutionRefined)
    }

    func runFlatFieldCorrection() -> CameraNotice {
        guard let control = controls.runFlatFieldCorrection else { return .noFlatFieldControl }
        do throws(SystemErrno) {
            try device.writeControl(unit: control.unit, selector: control.selector, control.bytes(of: 1))
            return .flatFieldCorrectionStarted
        } catch {
            return .controlFailed(control: "flat-field correction", cause: error.text)
        }
    }

    /// Makes a switch 1 where it is 0, and looks whether that worked.
    private mutating func set(_ control: ExtensionUnitControl?, _ name: String, _ done: CameraNotice) {
        guard let control else { return }
        do throws(SystemErrno) {
            guard try value(of: control) == 0 else { return }
            try device.writeControl(unit: control.unit, selector: control.selector, control.bytes(of: 1))
            let refused = CameraNotice.controlFailed(control: name, cause: "the camera did not take the new value")
            notices.append(try value(of: control) == 0 ? refused : done)
        } catch {
            notices.append(.controlFailed(control: name, cause: error.text))
        }
    }

    private func value(of control: ExtensionUnitControl) throws(SystemErrno) -> UInt32 {
        var bytes = [UInt8](repeating: 0, count: control.length)
        try device.readControl(unit: control.unit, selector: control.selector, into: &bytes)
        return control.value(of: bytes)
    }
}
