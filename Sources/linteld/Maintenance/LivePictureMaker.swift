import Capture
import Control
import Picture
import Radiometry
import Screening
import Settings

/// Makes live pictures for a maintenance session: at most 80 by 60 palette indices, and what was seen, without any reading.
struct LivePictureMaker {
    private let rotation: Rotation
    private var maker: PictureMaker?

    init(rotation: Rotation) {
        self.rotation = rotation
    }

    mutating func picture(of shown: PictureFeed.Shown) -> LivePicture? {
        guard let format = shown.format else { return nil }
        if maker?.sampler.source != format.size { maker = PictureMaker(source: format.size, rotation: rotation) }
        guard var maker else { return nil }
        let small = maker.picture(of: shown.pixels.span, fitting: maker.liveLimit)
        self.maker = maker
        let scale = Scale(from: maker.sampler.upright, to: small.size)
        return LivePicture(
            size: small.size, indices: small.indices, people: shown.scene.people.map { person($0, scale) },
            disc: shown.scene.disc.map(scale.disc), reference: shown.scene.reference, camera: shown.scene.camera)
    }

    /// The reading stays behind.
    private func person(_ person: PersonState, _ scale: Scale) -> LivePicture.Person {
        LivePicture.Person(
            head: scale.box(person.head), track: person.track, phase: person.state, outcome: person.outcome,
            reason: person.prompt)
    }

    /// From upright pixels to those of the picture.
    private struct Scale {
        let across: Double
        let down: Double

        init(from upright: FrameSize, to size: FrameSize) {
            across = Double(size.width) / Double(upright.width)
            down = Double(size.height) / Double(upright.height)
        }

        func box(_ box: PixelBox) -> PixelBox {
            PixelBox(
                x: Self.whole(Double(box.x) * across), y: Self.whole(Double(box.y) * down),
                width: max(1, Self.whole(Double(box.width) * across)),
                height: max(1, Self.whole(Double(box.height) * down)))
        }

        func disc(_ disc: Disc) -> LivePicture.Disc {
            LivePicture.Disc(
                x: Self.whole(disc.x * across), y: Self.whole(disc.y * down),
                radius: max(1, Self.whole(disc.radius * across)))
        }

        /// The nearest pixel; far outside of any picture is as good as farther.
        private static func whole(_ place: Double) -> Int {
            place.isFinite ? Int(min(max(place.rounded(), -10_000), 10_000)) : 0
        }
    }
}
