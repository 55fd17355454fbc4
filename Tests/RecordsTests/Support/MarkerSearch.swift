import Foundation

/// Finds many byte strings in many bytes in one pass.
struct MarkerSearch {
    /// By their first eight bytes.
    private var markers: [UInt64: [[UInt8]]] = [:]
    /// Whether any begins with these two bytes.
    private var begins = [Bool](repeating: false, count: 65_536)

    /// - Parameter markers: of eight bytes or more.
    init(_ markers: [Data]) {
        for marker in markers {
            let bytes = Array(marker)
            let prefix = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            self.markers[prefix, default: []].append(bytes)
            begins[Int(prefix >> 48)] = true
        }
    }

    /// Of the markers, those that are there.
    func found(in data: Data) -> Set<Data> {
        let bytes = Array(data)
        var found: Set<[UInt8]> = []
        var window: UInt64 = 0
        for index in bytes.indices {
            window = window << 8 | UInt64(bytes[index])
            guard begins[Int(window >> 48)], index >= 7, let candidates = markers[window] else { continue }
            for candidate in candidates where bytes[(index - 7)...].starts(with: candidate) { found.insert(candidate) }
        }
        return Set(found.map { Data($0) })
    }
}
