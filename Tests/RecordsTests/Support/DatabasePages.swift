import Foundation

/// The parts of a database's file that no row uses, read by the file format alone
/// (https://www.sqlite.org/fileformat2.html): free pages, free blocks and the gaps between cell pointers and cells.
struct DatabasePages {
    private let bytes: [UInt8]
    private let size: Int

    struct NoDatabase: Error {}

    init(_ data: Data) throws {
        bytes = Array(data)
        guard bytes.count >= 512, bytes.starts(with: Array("SQLite format 3\0".utf8)) else { throw NoDatabase() }
        let stored = Int(bytes[16]) << 8 | Int(bytes[17])
        size = stored == 1 ? 65_536 : stored
        guard size >= 512, bytes.count % size == 0 else { throw NoDatabase() }
    }

    var count: Int { bytes.count / size }

    /// Every unused part, one after another with a byte between them.
    var unused: Data {
        var unused = Data()
        let free = freePages
        for page in 1...count {
            for range in free[page].map({ [$0] }) ?? gaps(in: page) {
                unused += bytes[range]
                unused.append(0)
            }
        }
        return unused
    }

    /// Unused bytes that are not zero.
    var unusedNotZero: Int { unused.count { $0 != 0 } }

    // MARK: The list of free pages

    /// Of every free page, the part that is free.
    private var freePages: [Int: Range<Int>] {
        var free: [Int: Range<Int>] = [:]
        var trunk = number(4, at: 32)
        while trunk > 0, trunk <= count, free[trunk] == nil {
            let start = (trunk - 1) * size
            let leaves = min(number(4, at: start + 4), (size - 8) / 4)
            free[trunk] = (start + 8 + 4 * leaves)..<(start + size)
            for index in 0..<leaves {
                let leaf = number(4, at: start + 8 + 4 * index)
                if leaf > 0, leaf <= count { free[leaf] = ((leaf - 1) * size)..<(leaf * size) }
            }
            trunk = number(4, at: start)
        }
        return free
    }

    // MARK: Pages of trees

    private func gaps(in page: Int) -> [Range<Int>] {
        let start = (page - 1) * size
        let header = start + (page == 1 ? 100 : 0)
        let pointers: Int
        switch bytes[header] {
        case 2, 5: pointers = header + 12
        case 10, 13: pointers = header + 8
        // The rest of a long value; all of it is in use but for its end.
        default: return []
        }
        let cells = number(2, at: header + 3)
        let stored = number(2, at: header + 5)
        let content = start + (stored == 0 ? 65_536 : stored)
        var gaps: [Range<Int>] = []
        let end = pointers + 2 * cells
        if end < content, content <= start + size { gaps.append(end..<content) }
        var block = number(2, at: header + 1)
        while block > 0, block + 4 <= size {
            let length = number(2, at: start + block + 2)
            if length > 4, block + length <= size { gaps.append((start + block + 4)..<(start + block + length)) }
            let next = number(2, at: start + block)
            guard next > block else { break }
            block = next
        }
        return gaps
    }

    private func number(_ length: Int, at offset: Int) -> Int {
        bytes[offset..<(offset + length)].reduce(0) { $0 << 8 | Int($1) }
    }
}
