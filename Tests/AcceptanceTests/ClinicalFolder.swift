import Evaluation
import Foundation
import RecordingsFolder

/// The FDA's facial and oral temperature data, which are not part of the project: beside the recordings.
enum ClinicalFolder {
    static let url = RecordingsFolder.url.deletingLastPathComponent().appending(path: "clinical")
    static let groups = ["FLIR_group1.csv", "FLIR_group2.csv"]
    static let isPresent = groups.allSatisfy { FileManager.default.fileExists(atPath: url.appending(path: $0).path) }

    /// The people of a group who have an oral temperature and readings of the inner canthi: the mean of up to four rounds.
    ///
    /// - Parameter oral: at and above this somebody is febrile, °C (`aveOralM`).
    static func people(in name: String, oral: Double) throws -> [MeasuredPerson] {
        let text = try String(contentsOf: url.appending(path: name), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = lines[2]
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(where: { $0 == name }) else { throw Missing(column: name) }
            return index
        }
        let canthi = try (1...4).map { try column("canthiMax\($0)") }
        let (temperature, room) = (try column("aveOralM"), try column("T_atm"))
        return lines.dropFirst(3).compactMap { fields in
            guard fields.count == header.count, let measured = Double(fields[temperature]) else { return nil }
            let readings = canthi.compactMap { Double(fields[$0]) }
            guard !readings.isEmpty else { return nil }
            return MeasuredPerson(
                skin: readings.reduce(0, +) / Double(readings.count), ambient: Double(fields[room]),
                isFebrile: measured >= oral)
        }
    }

    struct Missing: Error {
        let column: String
    }
}
