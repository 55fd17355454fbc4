import Control

/// Where the records lie, by which clock they die, who used them, and what the daemon can reach.
struct ReportOfMachine {
    private let report: PrivacyReport

    init(_ report: PrivacyReport) { self.report = report }

    var sections: [ReportDocument.Section] { [place, clock, accessLog, network, configuration] }

    private var place: ReportDocument.Section {
        guard let place = report.fileSystem else {
            return ReportDocument.Section(heading: "Where it lies", paragraphs: ["Nowhere: no store was ever made."])
        }
        return ReportDocument.Section(
            heading: "Where it lies",
            rows: [
                ("directory", place.directory),
                ("file system", place.type + (place.options.map { ", \($0)" } ?? "")),
                ("keys", "\(Self.tier(report.keyTier)); \(place.words)"),
            ])
    }

    private static func tier(_ tier: PrivacyReport.KeyTier) -> String {
        switch tier {
        case .memory: "in memory alone"
        case .file: "in a file, each overwritten in place when it dies"
        case .tpm: "in a file, wrapped by a key of the TPM"
        }
    }

    private var clock: ReportDocument.Section {
        ReportDocument.Section(
            heading: "By which clock it dies",
            rows: [
                ("trusted time", report.clock.now.map(Moment.text) ?? "none yet"),
                (
                    "confirmed",
                    report.clock.isSynchronized
                        ? "yes, by \(report.clock.source)"
                        : "no, not by \(report.clock.source): records die by the hours that the machine was on, too"
                ),
            ])
    }

    private var accessLog: ReportDocument.Section {
        let log = report.accessLog
        return ReportDocument.Section(
            heading: "Who used the records",
            rows: [
                ("accesses", Count.grouped(log.count)),
                (
                    "last checkpoint",
                    log.lastCheckpoint.map { "after \(Count.grouped($0.count)), at \(Moment.text($0.time))" }
                        ?? "none since the daemon started"
                ),
                ("head", log.head ?? "there is no log"),
                ("kept for", SpanOfTime.words(log.keep.multipliedReportingOverflow(by: 1000).partialValue)),
            ])
    }

    /// Nothing but AF_UNIX was given by the kernel, and nothing but the machine itself is in view.
    static func hasNoNetwork(_ network: PrivacyReport.Network) -> Bool {
        network.allowedFamilies.allSatisfy { $0 == "AF_UNIX" } && network.foreignSockets == 0
            && network.interfaces.allSatisfy { $0 == "lo" }
    }

    private var network: ReportDocument.Section {
        let network = report.network
        let list = { (words: [String]) in words.isEmpty ? "none" : words.joined(separator: ", ") }
        return ReportDocument.Section(
            heading: "What leaves the machine",
            paragraphs: [
                Self.hasNoNetwork(network)
                    ? "Nothing: the daemon's process has no network."
                    : "The daemon's process can reach a network. Run it as its unit does (PrivateNetwork, "
                        + "RestrictAddressFamilies=AF_UNIX)."
            ],
            rows: [
                ("sockets given", list(network.allowedFamilies)), ("sockets refused", list(network.refusedFamilies)),
                ("interfaces seen", list(network.interfaces)), ("other sockets open", "\(network.foreignSockets)"),
                ("system calls", network.isFiltered ? "filtered (seccomp)" : "not filtered"),
            ])
    }

    private var configuration: ReportDocument.Section {
        ReportDocument.Section(
            heading: "Configuration in force",
            rows: [
                ("file", report.configuration.path ?? "none: the defaults"),
                ("sha256", report.configuration.hash ?? "none"),
            ])
    }
}
