extension PolicyEvaluation {
    /// The report as text of several lines.
    public var text: String {
        let people = febrile + others
        let ambient = withAmbient == 0 ? "" : ", room temperature known for \(withAmbient)"
        return """
            \(file): \(people) people, \(febrile) febrile, \(others) not\(ambient)
            rule: \(ruleWords)

            AUC \(Decimal.text(discrimination.area, 3)) \(interval(discrimination.interval))

            \(line("configured", configured))
            \(line("specificity \(Decimal.text(wanted, 3))", fitted))

            by the configured threshold, if the camera were wrong by (random errors: median of \(ErrorEffect.seeds) seeds):
            \(errorTable)
            """
    }

    private var ruleWords: String {
        switch mode {
        case .absolute: "absolute threshold, as with a reference body in view"
        case .site: "relative threshold over the last 20 people in the order of the file, as without a reference body"
        }
    }

    private func line(_ name: String, _ outcome: PolicyOutcome) -> String {
        "\(name): \(key) = \(Decimal.text(outcome.threshold, 2)): sensitivity \(proportion(outcome.sensitivity)), "
            + "specificity \(proportion(outcome.specificity))"
    }

    private func proportion(_ value: Proportion) -> String {
        "\(Decimal.text(value.share, 3)) \(interval(value.interval))"
    }

    private func interval(_ range: ClosedRange<Double>) -> String {
        "[\(Decimal.text(range.lowerBound, 3)), \(Decimal.text(range.upperBound, 3))]"
    }

    private var errorTable: String {
        var table = TextTable(["error, °C", "AUC", "sensitivity", "specificity"])
        for effect in effects {
            table.add(
                [effect.error.words]
                    + [effect.area, effect.sensitivity, effect.specificity].map { Decimal.text($0, 3) })
        }
        return table.text
    }
}

extension MeasurementError {
    /// In words, °C.
    var words: String {
        if noise > 0 { return "noise, sd \(Decimal.text(noise, 1))" }
        if drift > 0 { return "drift, \(Decimal.text(drift, 2)) a person" }
        return bias == 0 ? "none" : "bias \(bias > 0 ? "+" : "")\(Decimal.text(bias, 1))"
    }
}
