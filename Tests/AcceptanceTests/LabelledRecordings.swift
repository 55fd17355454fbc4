import Foundation

/// Real recordings with labels, where the machine has them: in $LINTEL_RECORDINGS or beside the project.
enum LabelledRecordings {
    struct Label: Decodable {
        struct Presentation: Decodable {
            let from: Double
            let to: Double

            enum CodingKeys: String, CodingKey {
                case from = "face_from_s"
                case to = "face_to_s"
            }
        }

        let file: String
        let rotation: Int
        let reference: Double
        let presentations: [Presentation]
        let expected: Int
        /// Least and greatest number of screenings that is right.
        let range: [Int]

        enum CodingKeys: String, CodingKey {
            case file, rotation, presentations
            case reference = "reference_c"
            case expected = "expected_screenings"
            case range = "expected_range"
        }
    }

    static let folder: String = {
        if let told = ProcessInfo.processInfo.environment["LINTEL_RECORDINGS"] { return told }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.deletingLastPathComponent().appending(path: "shared/recordings").path
    }()

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/labels.json") }

    static func labels() throws -> [Label] {
        try JSONDecoder().decode([Label].self, from: Data(contentsOf: URL(filePath: folder + "/labels.json")))
    }
}
