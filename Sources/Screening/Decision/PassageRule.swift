/// Tells the direction of a track that has ended.
///
/// Entering is coming from afar, or presenting, and leaving the view while near; leaving is beginning near and ending
/// far off. Whoever comes near and goes back, or only crosses at one distance, has not passed.
enum PassageRule {
    static func direction(of track: Track, leastWidth: Int, gridWidth: Int, gridHeight: Int) -> Passage.Direction? {
        let head = track.head
        // Half out of the picture a head is still as high as it was.
        let size = head.cut ? max(head.width, head.height) : head.width
        let nearAtEnd = size * 10 >= leastWidth * 9
        let margin = gridWidth / 8
        let atEdge =
            head.left < margin || head.right >= gridWidth - margin || head.bottom >= gridHeight - margin
            || head.top <= 2
        let cameCloser = head.width * 10 >= track.firstWidth * 13
        if nearAtEnd, atEdge, cameCloser || track.phase == .decided { return .entering }
        if track.firstWidth * 10 >= leastWidth * 9, head.width * 10 <= track.widest * 6 { return .leaving }
        return nil
    }
}
