// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "newspaper-indicators-benchmarks",
  platforms: [.macOS(.v14)],
  dependencies: [
    .package(name: "newspaper-indicators", path: ".."),
    // Without its traits: they bring interposers of malloc and of the Swift runtime, which change what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "generate",
      dependencies: [
        .product(name: "GeneratedPages", package: "newspaper-indicators"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "Stages",
      dependencies: [
        .product(name: "NewspaperIndicators", package: "newspaper-indicators"),
        .product(name: "GeneratedPages", package: "newspaper-indicators"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Stages",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
  ],
  swiftLanguageModes: [.v6]
)
