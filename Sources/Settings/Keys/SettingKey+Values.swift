/// What keys hold, read from values and written as TOML.
extension SettingKey {
    static func isPath(_ text: String) -> Bool { text.contains("/") || text.lowercased().hasSuffix(".cptv") }

    /// Vendor and product in four hexadecimal digits each, a serial number or nothing, and the interface.
    static func isIdentity(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 4, let interface = parts.last else { return false }
        return parts.prefix(2).allSatisfy { $0.utf8.count == 4 && $0.allSatisfy(\.isHexDigit) }
            && (1...3).contains(interface.utf8.count) && UInt8(interface) != nil
    }

    /// A whole number is taken where a number is expected.
    static func number(_ found: ConfigurationValue, in range: ClosedRange<Double>) -> Double? {
        switch found {
        case .number(let number) where range.contains(number): number
        case .integer(let number) where range.contains(Double(number)): Double(number)
        default: nil
        }
    }

    static func disc(_ found: ConfigurationValue) -> ReferenceSettings.Region? {
        switch found {
        case .string("auto"):
            return .automatic
        case .table(let entries) where entries.count == 3:
            guard let x = entries["x"].flatMap({ number($0, in: 0...1280) }),
                let y = entries["y"].flatMap({ number($0, in: 0...1280) }),
                let radius = entries["radius"].flatMap({ number($0, in: 1...200) })
            else { return nil }
            return .disc(x: x, y: y, radius: radius)
        default:
            return nil
        }
    }

    static func crop(_ found: ConfigurationValue) -> Crop? {
        guard case .table(let entries) = found, Set(entries.keys).isSubset(of: ["left", "top", "right", "bottom"])
        else { return nil }
        var sides: [String: Int] = [:]
        for (side, value) in entries {
            guard case .integer(let pixels) = value, (0...8192).contains(pixels) else { return nil }
            sides[side] = pixels
        }
        return Crop(
            left: sides["left"] ?? 0, top: sides["top"] ?? 0, right: sides["right"] ?? 0,
            bottom: sides["bottom"] ?? 0)
    }

    static func written(_ crop: Crop) -> String {
        "{ left = \(crop.left), top = \(crop.top), right = \(crop.right), bottom = \(crop.bottom) }"
    }

    static func written(_ region: ReferenceSettings.Region) -> String {
        switch region {
        case .automatic: "\"auto\""
        case .disc(let x, let y, let radius): "{ x = \(x), y = \(y), radius = \(radius) }"
        }
    }

    /// "a, b or c".
    static func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
