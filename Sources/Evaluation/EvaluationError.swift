/// Why a file can't be evaluated: everything that is wrong with it, each with its place, cause and remedy.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    public struct Problem: Hashable, Sendable {
        public let file: String
        /// Counted from 1; `nil` when the file as a whole is meant.
        public let line: Int?
        public let cause: String
        public let remedy: String

        public init(file: String, line: Int? = nil, cause: String, remedy: String) {
            self.file = file
            self.line = line
            self.cause = cause
            self.remedy = remedy
        }
    }

    /// At least one, in the order of the file.
    public let problems: [Problem]

    /// Problems beyond this many are counted, not shown.
    private static let mostShown = 50

    public init(_ problems: [Problem]) {
        self.problems = problems
    }

    public var description: String {
        var lines = problems.prefix(Self.mostShown).map { problem in
            let place = problem.line.map { "\(problem.file):\($0)" } ?? problem.file
            return "\(place): \(problem.cause)\n  \(problem.remedy)"
        }
        if problems.count > Self.mostShown { lines.append("... and \(problems.count - Self.mostShown) more") }
        return lines.joined(separator: "\n")
    }
}
