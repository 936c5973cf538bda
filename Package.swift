// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "newspaper-indicators",
  products: [
    .executable(name: "extract", targets: ["extract"]),
    .library(name: "NewspaperIndicators", targets: ["Pipeline"]),
    // For `Benchmarks/`, a package of its own.
    .library(name: "GeneratedPages", targets: ["GeneratedPages"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // In the order of the road: a target imports only targets above it (Tests/PipelineTests checks it).
    .target(name: "Values"),
    .target(name: "SourceText"),
    .target(name: "RuleSyntax", dependencies: ["Yams"]),
    .target(
      name: "Rules",
      dependencies: ["Values", "RuleSyntax"],
      // The rule files travel inside the binary, so that an installed `extract` needs nothing beside it.
      plugins: ["EmbedRuleFiles"]
    ),
    .plugin(name: "EmbedRuleFiles", capability: .buildTool, dependencies: ["embed-rule-files"]),
    .executableTarget(name: "embed-rule-files", dependencies: ["RuleSyntax"]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    // libzstd is opened at run time.
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CMemory"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "Reading", dependencies: ["Values", "SourceText", "Rules", "CICU", "CCompression", "CLibXML2"]),
    .target(name: "Layout", dependencies: ["Values", "SourceText", "Rules", "Reading"]),
    .target(name: "Figures", dependencies: ["Values", "Rules"]),
    .target(name: "Indicators", dependencies: ["Values", "SourceText", "Rules", "Layout", "Figures"]),
    .target(
      name: "Records",
      dependencies: [
        "Values", "SourceText", "Reading", "Layout", "Figures", "Indicators",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "Values", "SourceText", "Rules", "Reading", "Layout", "Figures", "Indicators", "Records",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .executableTarget(
      name: "extract",
      dependencies: [
        "Values", "Rules", "CMemory", "Records", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),

    .target(name: "GeneratedPages", path: "Tests/GeneratedPages"),
    .target(name: "PrintedPages", dependencies: ["GeneratedPages"], path: "Tests/PrintedPages"),
    .target(
      name: "TestSupport", dependencies: ["Pipeline", "CCompression", "GeneratedPages"], path: "Tests/TestSupport"),
    .testTarget(name: "ValuesTests", dependencies: ["Values", "TestSupport"]),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "TestSupport"]),
    .testTarget(name: "RulesTests", dependencies: ["RuleSyntax", "Rules", "CICU", "TestSupport"]),
    .testTarget(name: "ReadingTests", dependencies: ["Rules", "Reading", "TestSupport"]),
    .testTarget(
      name: "LayoutTests", dependencies: ["Rules", "Layout", "PrintedPages", "TestSupport"],
      exclude: ["Kinds", "Printed/Fixtures"]),
    .testTarget(name: "FiguresTests", dependencies: ["Rules", "Figures", "TestSupport"]),
    .testTarget(
      name: "IndicatorsTests", dependencies: ["Rules", "Indicators", "TestSupport"], exclude: ["Fixtures", "HeldOut"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "TestSupport"]),
    .testTarget(name: "PipelineTests", dependencies: ["Rules", "Pipeline", "GeneratedPages", "TestSupport"]),
    .testTarget(name: "CommandLineTests", dependencies: ["extract", "Records", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
