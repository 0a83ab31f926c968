// swift-tools-version: 6.2
import PackageDescription

/// What each of our own targets is compiled with: Swift 6, imports that name their members' modules, and async
/// functions that stay on their caller's executor (the engine is confined to one, so nothing may hop).
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "headroom",
    products: [.executable(name: "headroom", targets: ["headroom"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .target(name: "HTTPMessages", swiftSettings: settings),
        .target(name: "Python", dependencies: [collections], swiftSettings: settings),
        .target(name: "DataModels", dependencies: ["Python"], swiftSettings: settings),
        .target(
            name: "ResponsePipeline", dependencies: ["HTTPMessages", "Python", "DataModels"], swiftSettings: settings),
        .target(name: "BrowserModel", dependencies: ["HTTPMessages"], swiftSettings: settings),
        .target(
            name: "Workbench", dependencies: ["HTTPMessages", "Python", "DataModels", "ResponsePipeline", "BrowserModel"],
            swiftSettings: settings),
        .target(name: "CellUI", swiftSettings: settings),
        .target(name: "Interface", dependencies: ["Workbench", "CellUI"], swiftSettings: settings),
        .target(name: "CursesTerminal", dependencies: ["CNcurses", "CellUI"], swiftSettings: settings),
        .target(
            name: "LoopbackServer", dependencies: ["HTTPMessages", nioCore, nioPosix, logging],
            swiftSettings: settings),
        .executableTarget(
            name: "headroom",
            dependencies: [
                "HTTPMessages", "Python", "DataModels", "ResponsePipeline", "BrowserModel", "Workbench", "CellUI", "Interface",
                "CursesTerminal", "LoopbackServer", argumentParser, nioCore, nioPosix, logging,
            ], swiftSettings: settings),
        .executableTarget(
            name: "headroom-benchmark", dependencies: ["Python"], path: "Tests/Benchmarks", swiftSettings: settings),
        .executableTarget(
            name: "python-runner", dependencies: ["Python", "DataModels"], path: "Tests/Fuzzing/python/Runner", swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        .testTarget(name: "HTTPMessagesTests", dependencies: ["HTTPMessages"], swiftSettings: settings),
        .testTarget(
            name: "PythonTests", dependencies: ["Python", "TestSupport"],
            exclude: [
                "Builtins/Recorder", "Builtins/Fixtures", "Library/Fixtures", "Library/Programs", "Machine/Fixtures",
                "Machine/Recorder", "Syntax/Recorder",
            ],
            swiftSettings: settings),
        .testTarget(name: "BrowserModelTests", dependencies: ["BrowserModel", "HTTPMessages"], swiftSettings: settings),
        .testTarget(
            name: "DataModelsTests", dependencies: ["DataModels", "Python", "TestSupport"],
            exclude: ["Direct/Fixtures", "Programs", "Snapshots", "record.py"],
            swiftSettings: settings),
        .testTarget(
            name: "LoopbackServerTests", dependencies: ["LoopbackServer", "HTTPMessages", nioCore, nioPosix], exclude: ["Recorder"],
            swiftSettings: settings),
        .testTarget(
            name: "InterfaceTests",
            dependencies: [
                "Interface", "BrowserModel", "CellUI", "HTTPMessages", "Python", "ResponsePipeline", "Workbench", "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "ResponsePipelineTests", dependencies: ["ResponsePipeline", "HTTPMessages", "Python", "TestSupport"],
            exclude: ["Declarations", "Files", "Programs", "Fixtures", "record.py"], swiftSettings: settings),
        .testTarget(
            name: "CellUITests", dependencies: ["CellUI", "TestSupport"],
            exclude: ["Fixtures", "Grid/Snapshots", "Widgets/Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "CursesTerminalTests", dependencies: ["CursesTerminal", "CellUI", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CommandTests", dependencies: ["headroom", "Workbench", "TestSupport"], exclude: ["Rules"], swiftSettings: settings),
        .testTarget(name: "TerminalTests", dependencies: ["headroom", "Workbench"], swiftSettings: settings),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: ["Workbench", "BrowserModel", "HTTPMessages", "Python", "ResponsePipeline", "TestSupport"],
            exclude: ["Scenarios/Fixtures", "Scenarios/record.py", "Scenarios/judge.py", "Scenarios/invent.py"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
