// swift-tools-version: 6.1
import PackageDescription

// A package of its own, since the targets that are fuzzed are built with other flags: their sources are links.
let fuzzing: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

let package = Package(
  name: "newspaper-indicators-fuzzing",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.2")],
  targets: [
    .target(name: "Values"),
    .target(name: "SourceText"),
    .target(name: "RuleSyntax", dependencies: ["Yams"]),
    .target(name: "Rules", dependencies: ["Values", "RuleSyntax"], plugins: ["EmbedRuleFiles"]),
    .plugin(name: "EmbedRuleFiles", capability: .buildTool, dependencies: ["embed-rule-files"]),
    .executableTarget(name: "embed-rule-files", dependencies: ["RuleSyntax"]),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "Reading", dependencies: ["Values", "SourceText", "Rules", "CICU", "CCompression", "CLibXML2"],
      swiftSettings: fuzzing),
    .target(name: "Figures", dependencies: ["Values", "Rules"], swiftSettings: fuzzing),
    // Its files about JSON.
    .target(name: "Records", dependencies: ["Values"], swiftSettings: fuzzing),
    .executableTarget(
      name: "fuzz-geometry", dependencies: ["Reading"],
      swiftSettings: fuzzing + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    .executableTarget(
      // With the files of Pipeline that parse what inputs hold.
      name: "fuzz", dependencies: ["Reading", "Figures", "Rules", "Records"],
      swiftSettings: fuzzing + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ],
  swiftLanguageModes: [.v6]
)
