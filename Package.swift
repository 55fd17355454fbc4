// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, strict memory safety, warnings as errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "lintel",
    products: [
        .executable(name: "linteld", targets: ["linteld"]),
        .executable(name: "lintelctl", targets: ["lintelctl"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    ],
    targets: [
        // C headers and system libraries.
        .target(name: "CLinux"),
        .systemLibrary(
            name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The modules, lowest first: each imports only those above it in this list.
        .target(
            name: "Journal",
            dependencies: ["CSystemd", "CLinux", .product(name: "Logging", package: "swift-log")],
            swiftSettings: strict),
        .target(
            name: "Settings", dependencies: [.product(name: "TOMLKit", package: "TOMLKit")],
            swiftSettings: strict),
        .target(
            name: "Capture", dependencies: ["Settings", "CLinux", "CZlib"], swiftSettings: strict,
            linkerSettings: [.linkedLibrary("v4l2")]),
        .target(name: "Radiometry", dependencies: ["Capture", "Settings"], swiftSettings: strict),
        .target(
            name: "Screening", dependencies: ["Radiometry", "Capture", "Settings"],
            swiftSettings: strict),
        .target(name: "Simulation", dependencies: ["Capture", "Settings"], swiftSettings: strict),
        .target(
            name: "Audit", dependencies: ["Settings", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Records",
            dependencies: [
                "Audit", "Settings", "CLinux",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .target(
            name: "Picture", dependencies: ["Screening", "Radiometry", "Capture", "Settings", "CLinux", "CZlib"],
            swiftSettings: strict),

        .target(
            name: "Control", dependencies: ["Screening", "Radiometry", "Capture", "Settings", "CLinux"],
            resources: [
                .embedInCode("Interface/org.varlink.service.varlink"),
                .embedInCode("Interface/io.lintel.Connection.varlink"),
                .embedInCode("Interface/io.lintel.Status.varlink"),
                .embedInCode("Interface/io.lintel.Monitor.varlink"),
                .embedInCode("Interface/io.lintel.Consent.varlink"),
                .embedInCode("Interface/io.lintel.Records.varlink"),
                .embedInCode("Interface/io.lintel.Privacy.varlink"),
                .embedInCode("Interface/io.lintel.Audit.varlink"),
                .embedInCode("Interface/io.lintel.Maintenance.varlink"),
            ],
            swiftSettings: strict),

        .target(
            name: "Evaluation",
            dependencies: ["Control", "Simulation", "Screening", "Radiometry", "Capture", "Settings"],
            swiftSettings: strict),

        // The programs.
        .executableTarget(
            name: "linteld",
            dependencies: [
                "Control", "Records", "Audit", "Picture", "Simulation", "Screening", "Radiometry", "Capture",
                "Settings", "Journal", "CLinux",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "lintelctl",
            dependencies: [
                "Evaluation", "Control", "Audit", "Picture", "Simulation", "Screening", "Radiometry", "Capture",
                "Settings",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),

        // Writes the manual.
        .executableTarget(
            name: "lintel-manual",
            dependencies: ["Settings", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        .executableTarget(
            name: "lintel-bench",
            dependencies: ["Simulation", "Screening", "Radiometry", "Capture", "Settings"], swiftSettings: strict),

        // Tests and what they share.
        .testTarget(
            name: "PictureTests",
            dependencies: ["Picture", "Screening", "Radiometry", "Capture", "Settings", "CZlib"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", .product(name: "TOMLKit", package: "TOMLKit")], swiftSettings: strict),
        .testTarget(
            name: "JournalTests",
            dependencies: ["Journal", .product(name: "Logging", package: "swift-log")], swiftSettings: strict),
        .target(name: "CAllocationCount", path: "Tests/Support/CAllocationCount"),
        .target(name: "RecordingsFolder", path: "Tests/Support/RecordingsFolder", swiftSettings: strict),
        .testTarget(
            name: "CaptureTests",
            dependencies: ["Capture", "Settings", "CAllocationCount", "CLinux", "RecordingsFolder"],
            swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Simulation", "Capture", "Settings"], swiftSettings: strict),
        .testTarget(
            name: "RadiometryTests", dependencies: ["Radiometry", "Capture"], swiftSettings: strict),
        .testTarget(
            name: "ScreeningTests",
            dependencies: ["Simulation", "Screening", "Radiometry", "Capture", "Settings"], swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests",
            dependencies: ["Evaluation", "Control", "Simulation", "Screening", "Radiometry", "Capture", "Settings"],
            swiftSettings: strict),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: [
                "Evaluation", "Simulation", "Screening", "Radiometry", "Capture", "Settings", "CAllocationCount",
                "RecordingsFolder",
            ],
            swiftSettings: strict),
        .target(
            name: "RecordsFixture", dependencies: ["Records", "Audit", "Settings"],
            path: "Tests/Support/RecordsFixture",
            swiftSettings: strict),
        .target(
            name: "CPlainStore", path: "Tests/Support/CPlainStore", linkerSettings: [.linkedLibrary("sqlite3")]),
        // Dies by SIGKILL at a step of a purge.
        .executableTarget(
            name: "lintel-purge-victim", dependencies: ["RecordsFixture", "Records", "Audit", "Settings"],
            path: "Tests/Support/PurgeVictim", swiftSettings: strict),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "RecordsFixture", "lintel-purge-victim", "CPlainStore", "Records", "Audit", "Settings",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [
                .embedInCode("Fixtures/version1.sql"), .embedInCode("Fixtures/version1.keys"),
                .embedInCode("Fixtures/version1.receipt.json"),
            ], swiftSettings: strict),
        .testTarget(
            name: "ControlTests",
            dependencies: ["Control", "Screening", "Radiometry", "Capture", "Settings", "CAllocationCount"],
            exclude: ["Peer"], swiftSettings: strict),
        .testTarget(
            name: "LinteldTests",
            dependencies: [
                "linteld", "Control", "Records", "Audit", "RecordsFixture", "Simulation", "Screening", "Radiometry",
                "Capture",
                "Settings", "Journal", "CAllocationCount",
                .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        // What the checks in the guest need: see Tests/System.
        .target(name: "CVideoOutput", path: "Tests/Support/CVideoOutput"),
        .executableTarget(
            name: "lintel-testbed",
            dependencies: [
                "Screening", "Radiometry", "Capture", "Settings", "CVideoOutput",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], path: "Tests/System/Testbed", swiftSettings: strict),
        .testTarget(
            name: "LintelTests",
            dependencies: [
                "RecordsFixture", "Records", "Audit", "Control", "Screening", "Radiometry", "Capture", "Settings",
            ],
            exclude: ["Golden"], swiftSettings: strict),
    ]
)
