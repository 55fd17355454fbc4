extension PrivacyReport {
    /// Where the records lie, and whether a key can be destroyed there by overwriting it.
    public struct FileSystem: Hashable, Sendable {
        /// The state directory.
        public var directory: String
        /// Such as "ext4".
        public var type: String
        /// How it writes data, such as "data=ordered"; none where it does not say.
        public var options: String?
        public var canDestroyKeys: Bool
        /// Why keys can be destroyed there, or why not.
        public var words: String

        public init(directory: String, type: String, options: String?, canDestroyKeys: Bool, words: String) {
            self.directory = directory
            self.type = type
            self.options = options
            self.canDestroyKeys = canDestroyKeys
            self.words = words
        }
    }

    /// Where keys are held.
    public enum KeyTier: String, CaseIterable, Hashable, Sendable {
        /// In memory alone: power loss destroys them (tier T0).
        case memory
        /// In slots of a file, overwritten in place (tier T1).
        case file
        /// As T1, wrapped by a TPM's key (tier T2).
        case tpm
    }

    /// The trusted clock.
    public struct Clock: Hashable, Sendable {
        /// UTC milliseconds; it never goes back. None where no store was ever made.
        public var now: Int64?
        /// Whether a time service confirmed it. Where not, deadlines of powered-on time hold too.
        public var isSynchronized: Bool
        /// What says so, as the configuration names it: "timesyncd" or a path.
        public var source: String

        public init(now: Int64?, isSynchronized: Bool, source: String) {
            self.now = now
            self.isSynchronized = isSynchronized
            self.source = source
        }
    }

    /// The log of who used the records.
    public struct AccessLog: Hashable, Sendable {
        /// Lines since the log began.
        public var count: Int64
        /// The head of the chain, 64 hexadecimal digits; none where there is no log.
        public var head: String?
        /// The last checkpoint that was signed, and how many lines it covers.
        public var lastCheckpoint: Checkpoint?
        /// Seconds that its segments are kept.
        public var keep: Int64
        /// Why it can't be written.
        public var failure: Trouble?

        public init(
            count: Int64, head: String?, lastCheckpoint: Checkpoint? = nil, keep: Int64, failure: Trouble? = nil
        ) {
            self.count = count
            self.head = head
            self.lastCheckpoint = lastCheckpoint
            self.keep = keep
            self.failure = failure
        }

        public struct Checkpoint: Hashable, Sendable {
            public var count: Int64
            /// Trusted UTC milliseconds.
            public var time: Int64

            public init(count: Int64, time: Int64) {
                self.count = count
                self.time = time
            }
        }
    }

    /// What the daemon's process can reach, as it finds by looking and trying at this moment.
    public struct Network: Hashable, Sendable {
        /// Address families of which the kernel gave it a socket when it tried, such as "AF_UNIX".
        public var allowedFamilies: [String]
        /// Those that the kernel refused.
        public var refusedFamilies: [String]
        /// Network interfaces that it sees; "lo" alone under PrivateNetwork.
        public var interfaces: [String]
        /// Sockets that it has open and that are not AF_UNIX.
        public var foreignSockets: Int
        /// Whether a system call filter is in force (seccomp).
        public var isFiltered: Bool

        public init(
            allowedFamilies: [String], refusedFamilies: [String], interfaces: [String], foreignSockets: Int,
            isFiltered: Bool
        ) {
            self.allowedFamilies = allowedFamilies
            self.refusedFamilies = refusedFamilies
            self.interfaces = interfaces
            self.foreignSockets = foreignSockets
            self.isFiltered = isFiltered
        }
    }
}
