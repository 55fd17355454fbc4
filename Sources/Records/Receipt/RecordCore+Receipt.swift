import Audit
import GRDB

extension RecordCore {
    /// The receipt of the consents that this reference stands for.
    mutating func receipt(of reference: borrowing SubjectReference) throws(RecordsError) -> ConsentReceipt {
        try enter()
        let (lookup, key) = (try lookup(reference), try key(in: identity.codeSlot))
        let records = try database.run { database in
            try ConsentTable.consents(lookup: lookup, in: database).compactMap { consent in
                try NoticeTable.body(consent.notice, in: database).flatMap(NoticeText.init).map { notice in
                    ReceiptWriter.Record(
                        consent: consent, events: try ConsentTable.events(of: consent.id, in: database), notice: notice)
                }
            }
        }
        guard let receipt = ReceiptWriter(code: reference.code, records: records, key: key).receipt() else {
            throw Self.unknownReceipt
        }
        return receipt
    }

    func isAuthentic(receipt json: String) throws(RecordsError) -> Bool {
        ReceiptProof.isAuthentic(json, key: try key(in: identity.codeSlot))
    }
}
