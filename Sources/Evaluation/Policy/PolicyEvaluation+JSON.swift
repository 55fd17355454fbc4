import Control

extension PolicyEvaluation {
    /// The report as one JSON object in one line; shares are 0...1, intervals are of 95 %.
    public var json: String {
        let object: JSONObject = [
            "type": .string("policy"), "file": .string(file), "mode": .string(mode.rawValue),
            "people": .whole(febrile + others), "febrile": .whole(febrile), "not_febrile": .whole(others),
            "with_ambient": .whole(withAmbient), "auc": .decimal(discrimination.area),
            "auc_interval": Self.pair(discrimination.interval), "key": .string(key),
            "configured": .object(Self.outcome(configured)), "wanted_specificity": .decimal(wanted),
            "fitted": .object(Self.outcome(fitted)),
            "errors": .array(effects.map { .object(Self.effect($0)) }),
        ]
        return object.json
    }

    private static func outcome(_ outcome: PolicyOutcome) -> JSONObject {
        [
            "threshold_c": .decimal(outcome.threshold), "sensitivity": .decimal(outcome.sensitivity.share),
            "sensitivity_interval": pair(outcome.sensitivity.interval),
            "specificity": .decimal(outcome.specificity.share),
            "specificity_interval": pair(outcome.specificity.interval),
        ]
    }

    private static func effect(_ effect: ErrorEffect) -> JSONObject {
        [
            "bias_c": .decimal(effect.error.bias), "noise_c": .decimal(effect.error.noise),
            "drift_c": .decimal(effect.error.drift), "auc": .decimal(effect.area),
            "sensitivity": .decimal(effect.sensitivity), "specificity": .decimal(effect.specificity),
        ]
    }

    private static func pair(_ range: ClosedRange<Double>) -> JSONValue {
        .array([.decimal(range.lowerBound), .decimal(range.upperBound)])
    }
}
