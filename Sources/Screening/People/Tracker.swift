/// Keeps heads together from frame to frame.
///
/// The nearest pairs are joined first, within what a person can walk in the time. A track unseen for 2 s is over.
struct Tracker: Sendable {
    private(set) var tracks: [Track] = []
    private var lastNumber: UInt32 = 0
    private var taken = [Bool](repeating: false, count: 32)

    /// How long a person may be hidden and still be the same, nanoseconds.
    static let patience: Int64 = 2_000_000_000
    /// Unseen for longer than this, a person has gone out of view, nanoseconds.
    private static let inView: Int64 = 350_000_000
    private static let mostTracks = 16

    init() { tracks.reserveCapacity(Self.mostTracks) }

    mutating func update(_ index: Int, _ body: (inout Track) -> Void) { body(&tracks[index]) }

    /// Joins this frame's heads to the tracks and opens new ones.
    mutating func join(_ heads: [Head], now: Int64) {
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
            guard tracks.count < Self.mostTracks else { break }
            lastNumber &+= 1
            tracks.append(Track(number: lastNumber, head: head, now: now))
        }
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
            if track.firstSeen - other.lastFace < Self.patience, near, ratio > 0.75, ratio < 1.67 { return true }
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

    private func nearestPair(_ heads: [Head], now: Int64, returning: Bool) -> (track: Int, head: Int)? {
        var best: (track: Int, head: Int)?
        var least = Double.infinity
        for (index, track) in tracks.enumerated() where !track.matched {
            guard (now - track.lastSeen > Self.inView) == returning else { continue }
            let seconds = Double(now - track.lastSeen) / 1e9
            // A walker moves about five head widths a second across the view; half a width is what the outline jumps.
            let reach = (returning ? 1.2 : min(2.5, 0.6 + 3 * seconds)) * Double(track.head.width)
            for (number, head) in heads.enumerated() where number < taken.count && !taken[number] {
                let ratio = Double(head.width) / Double(track.head.width)
                guard returning ? ratio > 0.75 && ratio < 1.33 : ratio > 0.5 && ratio < 2 else { continue }
                let dx = head.centreX - track.head.centreX
                let dy = Double(head.top - track.head.top)
                let distance = (dx * dx + dy * dy).squareRoot() + 0.5 * abs(Double(head.width - track.head.width))
                if distance < reach, distance < least {
                    least = distance
                    best = (index, number)
                }
            }
        }
        return best
    }
}

extension Track {
    fileprivate mutating func move(to next: Head, now: Int64) {
        let dx = next.centreX - head.centreX
        let dy = Double(next.top - head.top)
        let frameTimes = max(1, Double(now - lastSeen) / 115_000_000)
        movement = (dx * dx + dy * dy).squareRoot() / Double(max(1, next.width)) / frameTimes
        head = next
        lastSeen = now
        widest = max(widest, next.width)
        frames += 1
        noteTravel()
        matched = true
    }
}
