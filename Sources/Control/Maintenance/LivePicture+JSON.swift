import Capture
import Foundation
import Radiometry
import Screening

extension LivePicture: WireValue {
    var parameters: JSONObject {
        var reply: JSONObject = [
            "width": .count(size.width), "height": .count(size.height),
            "picture": .string(Data(indices).base64EncodedString()), "people": .objects(people),
        ]
        reply["disc"] = disc.map { .object($0.parameters) }
        reply["reference"] = .string(reference.rawValue)
        reply["camera"] = .string(camera.rawValue)
        return reply
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        let size = FrameSize(width: try Self.side(reply, "width"), height: try Self.side(reply, "height"))
        guard let indices = Data(base64Encoded: try reply.text("picture")) else { throw ReplyFault(field: "picture") }
        let picture = LivePicture(
            size: size, indices: Array(indices), people: try reply.values("people"),
            disc: try reply.optionalValue("disc"), reference: try reply.word("reference"),
            camera: try reply.word("camera"))
        guard let picture else { throw ReplyFault(field: "picture") }
        self = picture
    }

    private static func side(_ reply: ReplyReader, _ name: String) throws(ReplyFault) -> Int {
        let side: Int = try reply.count(name)
        guard (1...longSide).contains(side) else { throw ReplyFault(field: name) }
        return side
    }
}

extension LivePicture.Person: WireValue {
    var parameters: JSONObject {
        var person: JSONObject = [
            "x": .count(head.x), "y": .count(head.y), "width": .count(head.width), "height": .count(head.height),
            "track": .count(track), "phase": .string(phase.rawValue),
        ]
        person["outcome"] = outcome.map { .string($0.rawValue) }
        person["reason"] = reason.map { .string($0.rawValue) }
        return person
    }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(
            head: PixelBox(
                x: try reply.pixel("x"), y: try reply.pixel("y"), width: try reply.pixel("width"),
                height: try reply.pixel("height")),
            track: try reply.count("track"), phase: try reply.word("phase"),
            outcome: try reply.optionalWord("outcome"), reason: try reply.optionalWord("reason"))
    }
}

extension LivePicture.Disc: WireValue {
    var parameters: JSONObject { ["x": .count(x), "y": .count(y), "radius": .count(radius)] }

    init(_ reply: ReplyReader) throws(ReplyFault) {
        self.init(x: try reply.pixel("x"), y: try reply.pixel("y"), radius: try reply.pixel("radius"))
    }
}

extension ReplyReader {
    /// A place or length in a picture; one that is far outside of any is refused.
    fileprivate func pixel(_ name: String) throws(ReplyFault) -> Int {
        let pixel = try whole(name)
        guard (-10_000...10_000).contains(pixel) else { throw ReplyFault(field: name) }
        return Int(pixel)
    }
}
