import ArgumentParser
import Control

/// A receipt to print and keep, in the language of its notice. All of it is read from the receipt itself.
struct ReceiptText {
    /// - Throws: the exit code, after the receipt's own bytes were printed: nothing of it is lost.
    static func of(_ receipt: DeskReceipt) throws(ExitCode) -> String {
        guard case .object(let fields)? = try? JSONReader.read(Array(receipt.json.utf8)) else {
            print(receipt.json)
            throw StandardError.end(
                "the receipt is no JSON object; it is printed as it came\n  Daemon and tool should be of one version.",
                .protocolError)
        }
        return ReceiptText(fields, receipt).text
    }

    private let fields: JSONObject
    private let receipt: DeskReceipt
    private let words: PersonWords

    private init(_ fields: JSONObject, _ receipt: DeskReceipt) {
        self.fields = fields
        self.receipt = receipt
        words = PersonWords.of(fields["language"]?.string ?? "en")
    }

    private var text: String {
        var lines = [words.receiptTitle, String(repeating: "=", count: ColumnWidth.of(words.receiptTitle)), ""]
        lines += broken(words.receiptKeep, indent: 0)
        lines += ["", words.receiptCode, "", "    \(SafeText.shown(receipt.code))", ""]
        if case .integer(let seconds)? = fields["consentTimestamp"] {
            lines += row(words.agreedOn, Moment.text(seconds.multipliedReportingOverflow(by: 1000).partialValue))
        }
        for record in fields["iso27560"]?.objects ?? [] { lines += consent(record) }
        lines += controller
        lines += [""] + broken("\(words.receiptUse): \(words.rightsText)", indent: 0)
        return lines.joined(separator: "\n") + "\n"
    }

    private func consent(_ record: JSONObject) -> [String] {
        guard case .object(let processing)? = record["processing"] else { return [] }
        let items = (processing["pii_information"]?.strings ?? []).map(words.item).joined(separator: ", ")
        var lines = ["", words.agreedTo] + broken(processing["purpose"]?.string ?? "", indent: 2)
        lines += row(words.items, items)
        if let seconds = processing["retention_period"]?.string.flatMap(Self.seconds) {
            lines += row(words.retention, words.span(seconds))
        }
        if case .object(let header)? = record["header"], let id = header["record_id"]?.string {
            lines += row(words.consentNumber, id)
        }
        lines += row(words.noticeShown, processing["privacy_notice"]?.string ?? "")
        return lines + row(words.withdrawal, processing["withdrawal_method"]?.string ?? "")
    }

    private var controller: [String] {
        guard let controller = fields["piiControllers"]?.objects.first else { return [] }
        let reach = ["contact", "phone", "email"].compactMap { controller[$0]?.string }.joined(separator: ", ")
        return ["", words.controller] + broken(controller["piiController"]?.string ?? "", indent: 2)
            + broken(reach, indent: 2)
            + row(words.policy, fields["policyUrl"]?.string ?? "")
    }

    private func row(_ name: String, _ value: String) -> [String] { broken("\(name): \(value)", indent: 2) }

    private func broken(_ text: String, indent: Int) -> [String] {
        LineBreaks.lines(SafeText.shown(text), columns: 78 - indent).map { String(repeating: " ", count: indent) + $0 }
    }

    /// Of "PT3600S" (ISO 8601).
    private static func seconds(_ period: String) -> Int64? {
        guard period.hasPrefix("PT"), period.hasSuffix("S") else { return nil }
        return Int64(period.dropFirst(2).dropLast())
    }
}

extension JSONValue {
    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var strings: [String] {
        guard case .array(let values) = self else { return [] }
        return values.compactMap(\.string)
    }

    var objects: [JSONObject] {
        guard case .array(let values) = self else { return [] }
        return values.compactMap { if case .object(let object) = $0 { object } else { nil } }
    }
}
