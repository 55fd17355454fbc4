extension PrivacyReport {
    /// What is there, in numbers, and what was destroyed.
    public struct Store: Hashable, Sendable {
        public var consents: Int
        public var entries: Int
        public var epochs: Int
        /// Refusals of this day (UTC).
        public var refusalsToday: Int
        /// When the next thing dies, trusted UTC milliseconds; none where nothing is kept.
        public var nextDestruction: Int64?
        /// Milliseconds that the oldest thing is overdue.
        public var lag: Int64
        /// The last purge that ended well, trusted UTC milliseconds.
        public var lastPurge: Int64?
        /// Why the last purge failed.
        public var purgeFailure: Trouble?
        /// The last lines of the proof, newest first.
        public var ledger: [LedgerLine]

        public init(
            consents: Int, entries: Int, epochs: Int, refusalsToday: Int, nextDestruction: Int64?, lag: Int64,
            lastPurge: Int64?, purgeFailure: Trouble? = nil, ledger: [LedgerLine] = []
        ) {
            self.consents = consents
            self.entries = entries
            self.epochs = epochs
            self.refusalsToday = refusalsToday
            self.nextDestruction = nextDestruction
            self.lag = lag
            self.lastPurge = lastPurge
            self.purgeFailure = purgeFailure
            self.ledger = ledger
        }
    }

    /// One line of the proof that something was destroyed.
    public struct LedgerLine: Hashable, Sendable {
        /// Its number, or 0 for a consent.
        public var epoch: Int64
        /// As the ledger names it.
        public var reason: String
        /// Entries that were destroyed with it.
        public var entries: Int
        /// When it was due and when it was done, trusted UTC milliseconds.
        public var due: Int64
        public var done: Int64
        /// Whether the key's slot was read back without it.
        public var isVerified: Bool
        /// Whether what was sealed under the key, to try it, does not open any more.
        public var canaryIsDead: Bool

        public init(
            epoch: Int64, reason: String, entries: Int, due: Int64, done: Int64, isVerified: Bool, canaryIsDead: Bool
        ) {
            self.epoch = epoch
            self.reason = reason
            self.entries = entries
            self.due = due
            self.done = done
            self.isVerified = isVerified
            self.canaryIsDead = canaryIsDead
        }
    }

    /// Why something does not work.
    public struct Trouble: Hashable, Sendable {
        /// The file or part that it is about.
        public var what: String
        public var cause: String
        /// A full sentence.
        public var remedy: String

        public init(what: String, cause: String, remedy: String) {
            self.what = what
            self.cause = cause
            self.remedy = remedy
        }
    }
}
