import Foundation
import RecordingsFolder

/// The labels of the real recordings: who presents when, and how many screenings are right.
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

    static func labels() throws -> [Label] {
        try JSONDecoder().decode([Label].self, from: Data(contentsOf: RecordingsFolder.labels))
    }
}
