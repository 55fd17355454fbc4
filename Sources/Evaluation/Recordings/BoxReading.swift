import Capture
import Radiometry
import Screening
import Settings

/// The skin temperature that a labelled head box shows in the frame nearest its time.
///
/// The warmest 3×3 mean in the box's upper six tenths, corrected by the reference body of the same frame and by emissivity; the
/// size of the warm spot is not corrected for. It knows nothing of faces: an independent witness of where a reading was taken.
struct BoxReading {
    private let head: RecordingLabel.Head
    private var distance = Double.infinity
    private(set) var celsius: Double?

    init(_ head: RecordingLabel.Head) {
        self.head = head
    }

    /// Whether this frame is nearer to the label's time than those before.
    func wants(_ time: Double) -> Bool { abs(time - head.time) < distance }

    /// Takes a frame that it wants.
    ///
    /// - Parameter disc: the reference body in upright pixels; without one nothing is read.
    mutating func take(_ counts: UprightCounts, disc: Disc?, time: Double, settings: Settings) {
        distance = abs(time - head.time)
        celsius = nil
        guard let disc, let warmest = counts.warmest(in: head.box) else { return }
        let body = DiscReading.read(disc, in: counts.grid)
        guard body.cells > 0, case .temperature(let map) = RadiometricMode.recognise(median: counts.median) else {
            return
        }
        celsius = SkinTemperature.celsius(
            apparent: settings.reference.temperature + (warmest - body.mean) * map.scale,
            reflected: settings.screening.room ?? SkinTemperature.defaultReflected)
    }
}

extension UprightCounts {
    /// The median of all pixels, counts.
    var median: UInt16 {
        let ordered = grid.counts.sorted()
        return ordered.isEmpty ? 0 : ordered[ordered.count / 2]
    }
}
