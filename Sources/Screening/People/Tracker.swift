/// Keeps heads together from frame to frame.
///
/// The nearest pairs are joined first, within what a person can walk in the time. A track unseen for 2 s is over.
struct Tracker: Sendable {
    private(set) var tracks: [Track] = []
    private var lastNumber: UInt32 = 0
    private var started: Int64?
    private let gridWidth: Int
    private var taken = [Bool](repeating: false, count: 32)

    /// How long a person may be hidden and still be the same, nanoseconds.
    static let patience: Int64 = 2_000_000_000
    /// Unseen for longer than this, a person has gone out of view, nanoseconds.
    private static let inView: Int64 = 350_000_000
    private static let mostTracks = 16
    /// Within this time somebody whose outline was lost shows it again, nanoseconds.
    private static let reappearance: Int64 = 1_400_000_000
    /// Who is found within this time was in view when the camera began to look, nanoseconds.
    private static let beginning: Int64 = 2_000_000_000

    init(gridWidth: Int) {
        self.gridWidth = gridWidth
        tracks.reserveCapacity(Self.mostTracks)
    }

    /// How many people the frame that was joined last shows.
    var peopleSeen: Int { tracks.count { $0.isSeenPerson } }

    /// When the earliest presentation without an outcome began.
    var presentingSince: Int64? {
        var earliest: Int64?
        for track in tracks where track.isPresenting {
            guard let since = track.presentingSince else { continue }
            earliest = min(earliest ?? since, since)
        }
        return earliest
    }

    mutating func update(_ index: Int, _ body: (inout Track) -> Void) { body(&tracks[index]) }

    /// Joins this frame's heads to the tracks and opens new ones.
    mutating func join(_ heads: [Head], now: Int64) {
        let started = self.started ?? now
        self.started = started
        for index in tracks.indices { tracks[index].matched = false }
        for index in taken.indices { taken[index] = false }
        // Whoever is in view keeps the track; only a head that is left over can be somebody who comes back.
        for pass in 0..<2 {
            let returning = pass == 1
            while let pair = nearestPair(heads, now: now, returning: returning) {
                taken[pair.head] = true
                tracks[pair.track].move(to: heads[pair.head], now: now)
            }
        }
        for (index, head) in heads.enumerated() where index < taken.count && !taken[index] {
            if let grown = trackWithin(head, now: now) {
                tracks[grown].move(to: head, now: now)
                continue
            }
            guard tracks.count < Self.mostTracks else { break }
            lastNumber &+= 1
            tracks.append(
                Track(
                    number: lastNumber, head: head, now: now, fromStart: now - started < Self.beginning,
                    visit: takeVisit(for: head)))
        }
    }

    /// The visit that a new track goes on with: the nearest of those lost, or one that begins.
    private mutating func takeVisit(for head: Head) -> Visit {
        var nearest: Int?
        var least = Double.infinity
        for (index, track) in tracks.enumerated() where !track.matched {
            guard let gap = track.visit.gap(to: head), gap < least else { continue }
            least = gap
            nearest = index
        }
        guard let nearest else { return Visit(head: head, gridWidth: gridWidth) }
        let visit = tracks[nearest].visit.continued(by: head, presentedAs: tracks[nearest].presentedAs)
        tracks[nearest].visit.isContinued = true
        return visit
    }

    /// Whether this track continues one that was decided: its head is where that one's face was less than 2 s before it
    /// came, and that one shows no face now.
    func isKnown(_ index: Int, now: Int64) -> Bool {
        let track = tracks[index]
        guard track.phase == .inView else { return false }
        for other in tracks where other.number != track.number && other.phase == .decided && other.lastFace < now {
            // Who comes from afar is somebody else; who comes back appears at the size that went.
            let ratio = Double(track.firstWidth) / Double(max(1, other.faceWidth))
            let near = abs(track.head.centreX - other.faceX) < Double(other.faceWidth)
            // Who went off to the side has left the place to the next.
            if other.hasLeft || track.firstSeen - other.lastSeen > Self.reappearance { continue }
            if track.firstSeen - other.lastFace < Self.patience, near, ratio > 0.7, ratio < 1.67 { return true }
        }
        return false
    }

    /// Hands the tracks that are over to `end` and forgets them.
    mutating func forget(now: Int64, _ end: (Track) -> Void) {
        var kept = 0
        for index in tracks.indices {
            if now - tracks[index].lastSeen > Self.patience {
                end(tracks[index])
            } else {
                if kept != index { tracks[kept] = tracks[index] }
                kept += 1
            }
        }
        tracks.removeLast(tracks.count - kept)
    }

    /// The undecided track in view, unmatched, whose head was where this larger one is: its hair or coat has joined it.
    private func trackWithin(_ head: Head, now: Int64) -> Int? {
        tracks.indices.first { index in
            let track = tracks[index]
            guard !track.matched, track.phase != .decided, now - track.lastSeen <= Self.inView else { return false }
            return track.head.width < head.width && head.holds(x: track.head.centreX, top: track.head.top)
        }
    }

    /// Whether another track was seen a moment ago where this head is: then it is that one's, merged with something, and
    /// not somebody who comes back.
    private func isSomebodyElse(_ head: Head, than index: Int, now: Int64) -> Bool {
        for (number, other) in tracks.enumerated() where number != index && now - other.lastSeen <= Self.inView {
            if head.holds(x: other.head.centreX, top: other.head.top) { return true }
        }
        return false
    }

    private func nearestPair(_ heads: [Head], now: Int64, returning: Bool) -> (track: Int, head: Int)? {
        var best: (track: Int, head: Int)?
        var least = Double.infinity
        for (index, track) in tracks.enumerated() where !track.matched {
            guard (now - track.lastSeen > Self.inView) == returning else { continue }
            let seconds = Double(now - track.lastSeen) / 1e9
            // A walker moves about five head widths a second across the view; the outline jumps too.
            let widths = returning ? 1.2 : min(2.5, 0.5 + 3 * seconds)
            for (number, head) in heads.enumerated() where number < taken.count && !taken[number] {
                let step = track.head.step(to: head)
                guard returning ? step.isSameSize : step.isPossible else { continue }
                if returning, isSomebodyElse(heads[number], than: index, now: now) { continue }
                let reach = widths * step.scale
                if step.distance < reach, step.distance < least {
                    least = step.distance
                    best = (index, number)
                }
            }
        }
        return best
    }
}

/// What lies between a head of one frame and one of the next.
private struct Step {
    /// Grid cells; a change of size counts too.
    let distance: Double
    /// New width by old.
    let ratio: Double
    /// Whether both showed bare skin to go by.
    let byFace: Bool
    /// Whether the picture's edge cuts one of them: somebody comes in or goes out, and the width seen says little.
    let atEdge: Bool
    /// The head width that says how far it may have moved, grid cells.
    let scale: Double

    /// A person's outline may jump by half when hair or a coat joins it, the face does not; without a face to go by the
    /// size says whether it is somebody else, nearer or further off.
    var isPossible: Bool { byFace || atEdge ? ratio > 0.5 && ratio < 2 : ratio > 0.65 && ratio < 1.55 }
    var isSameSize: Bool { ratio > 0.75 && ratio < 1.33 }
}

extension Head {
    fileprivate func holds(x: Double, top: Int) -> Bool {
        Double(left) <= x && x <= Double(right) && self.top - 2 <= top && top <= bottom
    }

    fileprivate func step(to next: Head) -> Step {
        let ratio = Double(next.width) / Double(max(1, width))
        let byFace = face.skin > 0 && next.face.skin > 0
        let dx = byFace ? next.face.centreX - face.centreX : next.centreX - centreX
        let dy = byFace ? next.face.centreY - face.centreY : Double(next.top - top)
        let growth = (byFace ? 0.2 : 0.5) * abs(Double(next.width - width))
        let atEdge = cut || next.cut
        return Step(
            distance: (dx * dx + dy * dy).squareRoot() + growth, ratio: ratio, byFace: byFace, atEdge: atEdge,
            scale: Double(atEdge ? max(width, next.width) : min(width, next.width)))
    }
}

extension Track {
    fileprivate mutating func move(to next: Head, now: Int64) {
        let frameTimes = max(1, Double(now - lastSeen) / 115_000_000)
        movement = head.step(to: next).distance / Double(max(1, next.width)) / frameTimes
        head = next
        lastSeen = now
        visit.add(next)
        frames += 1
        noteTravel()
        matched = true
    }
}
