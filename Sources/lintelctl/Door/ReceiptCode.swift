import Control

/// Finds the code on a receipt.
enum ReceiptCode {
    /// The code of a receipt in JSON or in text, or a text that is one line alone; whether it is right, the daemon says.
    static func find(in text: String) -> String? {
        if case .object(let receipt)? = try? JSONReader.read(Array(text.utf8)) {
            guard case .string(let code)? = receipt["piiPrincipalId"] else { return nil }
            return code
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimming(while: \.isWhitespace) }
            .filter { !$0.isEmpty }
        if lines.count == 1, let line = lines.first { return String(line) }
        return lines.first { isCode($0) }.map(String.init)
    }

    /// Seven groups of four.
    private static func isCode(_ line: Substring) -> Bool {
        let groups = line.split(separator: "-", omittingEmptySubsequences: false)
        return groups.count == 7
            && groups.allSatisfy { group in
                group.utf8.count == 4
                    && group.utf8.allSatisfy {
                        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    }
            }
    }
}

extension Substring {
    /// Without what stands at both ends.
    func trimming(while isOuter: (Character) -> Bool) -> Substring {
        var rest = drop(while: isOuter)
        while let last = rest.last, isOuter(last) { rest = rest.dropLast() }
        return rest
    }
}
