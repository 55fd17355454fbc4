/// The answer to a request; which kind, the request says.
public enum DeskAnswer: Hashable, Sendable {
    case done
    case notice(DeskNotice)
    case receipt(DeskReceipt)
    case consents([DeskConsent])
    case entries([DeskEntry])
    case exported(DeskExport)
    case destroyed(DeskDestroyed)
    case report(PrivacyReport)
    /// A signed line of JSON, to be kept elsewhere.
    case checkpoint(String)
    /// 64 hexadecimal digits.
    case accessKey(String)
}
