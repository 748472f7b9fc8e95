// swift-tools-version:6.2
import PackageDescription

/// Checks that every target imports only what it declares and says which of its imports are public.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioWebSocket: Target.Dependency = .product(name: "NIOWebSocket", package: "swift-nio")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTPTypesHTTP1: Target.Dependency = .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")

let package = Package(
    name: "martlet",
    products: [
        .executable(name: "martlet", targets: ["Main"]),
        .library(name: "Martlet", targets: ["Martlet"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    ],
    targets: [
        // Values, without I/O.
        library("JSON"),
        library("Model", ["JSON"]),
        library("CDP", ["JSON"]),
        library("SSE"),
        // Storage.
        library("Store", ["Model", "JSON"]),
        library("StoreSQLite", ["Store", "Model", "JSON", grdb, logging]),
        library("FrameLog", ["Model", "JSON", logging]),
        library("VideoEncoding", ["ChildProcesses", "CBrowserSpawn", nioPosix]),
        // The browser and what is read from it.
        .target(name: "CBrowserSpawn"),
        library("ChildProcesses", ["CBrowserSpawn"]),
        library("Chromium", ["CBrowserSpawn", "ChildProcesses", "CDP", "Model", "JSON", nio, nioPosix, logging]),
        library("Activity", ["Model", "JSON"]),
        library("Recorder", ["Activity", "CDP", "FrameLog", "Store", "Model", "JSON", logging]),
        library("LiveView", ["Activity", "CDP", "Recorder", "Store", "Model", "JSON", logging]),
        library("WebSocket", [nio, nioPosix, nioHTTP1, nioWebSocket]),
        library("CDPProxy", ["CDP", "JSON", nio, nioPosix, nioHTTP1, logging]),
        // Bytes that leave.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        library("Archive", ["CZlib"]),
        // What ties them together.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        library("Credentials", ["CCrypto"]),
        library("Multipart", [nio]),
        library("FileStorage", ["Credentials", "Model", nio, nioPosix]),
        library("FileStorageS3", ["Credentials", "FileStorage", "Model", asyncHTTPClient, nio, nioHTTP1]),
        library(
            "ControlPlane",
            [
                "Activity", "Archive", "Store", "FileStorage", "FrameLog", "VideoEncoding", "Chromium", "Recorder",
                "LiveView", "CDPProxy", "CDP",
                "Credentials", "Model",
                "JSON",
                nio, logging, lifecycle,
            ]
        ),
        // Doors.
        library("API", ["Model", "JSON"]),
        library(
            "HTTPServer",
            [
                "ControlPlane", "API", "FrameLog", "SSE", "FileStorage", "Multipart", "CDPProxy", "Credentials",
                "Store", "Recorder", "VideoEncoding", "WebPages", "WebSocket", "LiveView", "Documentation", "Model",
                "JSON",
                hummingbird, hummingbirdCore, httpTypes, nio, nioPosix, nioHTTP1, nioHTTPTypes, nioHTTPTypesHTTP1,
                lifecycle,
                logging,
            ]
        ),
        library("Documentation"),
        .target(name: "WebPages", exclude: ["Assets"], swiftSettings: settings),
        library("DemoSite", [hummingbird, nio, logging, lifecycle]),
        // The client: the SDK, and the commands on it. They reach the server over HTTP only.
        library("Martlet", ["JSON", "SSE", asyncHTTPClient, nio, nioPosix, nioHTTP1, nioSSL, system]),
        library("CLI", ["Martlet", "WebSocket", "CDP", "DemoSite", "JSON", nio, nioPosix, argumentParser]),
        .executableTarget(
            name: "Main",
            dependencies: [
                "CLI", "Martlet", "HTTPServer", "ControlPlane", "StoreSQLite", "Store", "FileStorage",
                "FileStorageS3", "Chromium",
                "Recorder", "LiveView", "Credentials",
                "Model", "JSON",
                hummingbird, nioPosix, argumentParser, configuration, system, lifecycle, signals, logging,
            ],
            swiftSettings: settings
        ),
        // Measurements, run by hand in release.
        .executableTarget(
            name: "StoreBenchmark",
            dependencies: ["StoreSQLite", "Store", "Model", "JSON", grdb, logging],
            path: "Benchmarks/StoreBenchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "FoldBenchmark",
            dependencies: ["Activity", "Model", "JSON"],
            path: "Benchmarks/FoldBenchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "FrameLogBenchmark",
            dependencies: ["FrameLog", "Model", logging],
            path: "Benchmarks/FrameLogBenchmark",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "SDKBenchmark",
            dependencies: ["Martlet"],
            path: "Benchmarks/SDKBenchmark",
            swiftSettings: settings
        ),
        // The Swift of the documentation, as programs: only the SDK, as a user has it. Tests/Acceptance runs them.
        .executableTarget(name: "Snippets", dependencies: ["Martlet"], path: "Tests/Snippets", swiftSettings: settings),
        // Tests, beside what they test; those of the whole server are in Tests/Acceptance, by its real clients.
        tests("JSON", []),
        tests("Model", ["JSON"]),
        tests("CDP", ["JSON"]),
        tests("SSE", []),
        tests("StoreSQLite", ["Store", "Model", "JSON", grdb, logging]),
        tests("FrameLog", ["Model", "JSON", logging], exclude: ["Fixtures"]),
        tests("Chromium", ["CLI", "ChildProcesses", "CDP", "Model", "JSON", logging]),
        tests("VideoEncoding", []),
        tests("Activity", ["Model", "JSON"], exclude: ["Fixtures"]),
        tests(
            "Recorder",
            ["Activity", "CDP", "FrameLog", "Store", "StoreSQLite", "Model", "JSON", logging],
            exclude: ["Fixtures"]
        ),
        tests("WebSocket", [nio, nioPosix, nioHTTP1, nioWebSocket]),
        tests("LiveView", ["CDP", "Model", "JSON", "Recorder", "StoreSQLite", logging]),
        tests(
            "ControlPlane",
            [
                "Activity", "Credentials", "FrameLog", "JSON", "Model", "Recorder", "Store", "StoreSQLite",
                "VideoEncoding",
                grdb, logging,
            ]
        ),
        tests("CDPProxy", ["JSON", nio, nioEmbedded, nioPosix]),
        tests(
            "HTTPServer",
            [
                "API", "CDPProxy", "Chromium", "ControlPlane", "Credentials", "FileStorage", "FrameLog", "JSON",
                "Model", "SSE",
                "Store",
                "StoreSQLite", "WebPages",
                hummingbird, hummingbirdCore, httpTypes, nio, nioPosix, lifecycle, logging,
            ]
        ),
        tests("Credentials", []),
        tests("Archive", []),
        tests("Multipart", [nio]),
        tests("FileStorage", ["Credentials", "Model", nio]),
        tests("FileStorageS3", ["Credentials", "FileStorage", "Model", nio]),
        tests("API", ["Model", "JSON"]),
        // Against the real binary, which is built first.
        tests("Martlet", ["JSON", "Main", nio, nioPosix, nioHTTP1], exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
