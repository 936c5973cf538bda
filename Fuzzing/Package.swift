// swift-tools-version: 6.1
import PackageDescription

// A package of its own, since the targets that are fuzzed are built with other flags: their sources are links.
let fuzzing: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]

let package = Package(
  name: "newspaper-indicators-fuzzing",
  targets: [
    .target(name: "Values"),
    .target(name: "SourceText"),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "Reading", dependencies: ["Values", "SourceText", "CICU", "CCompression", "CLibXML2"],
      swiftSettings: fuzzing),
    .executableTarget(
      name: "fuzz-geometry", dependencies: ["Reading"],
      swiftSettings: fuzzing + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    .executableTarget(
      name: "fuzz-reading", dependencies: ["Reading"],
      swiftSettings: fuzzing + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
  ],
  swiftLanguageModes: [.v6]
)
