import Foundation
import TestSupport
import Testing

/// The targets stand in one order, and a target imports only targets before it.
struct ImportOrderTests {
  private static let order = [
    "Values", "SourceText", "RuleSyntax", "Rules", "CICU", "CCompression", "CMemory", "CLibXML2", "Reading", "Layout",
    "Figures",
    "Indicators", "Records", "Pipeline", "extract",
  ]

  @Test func thePackageNamesTheTargetsInOrder() throws {
    let package = try String(contentsOfFile: Project.path("Package.swift"), encoding: .utf8)
    let pattern = /\.(?:target|systemLibrary|executableTarget)\(\s*name: "([\w-]+)"/
    let folders = try FileManager.default.contentsOfDirectory(atPath: Project.path("Sources"))
    // embed-rule-files runs while the package is built and is no part of the product.
    let names = package.matches(of: pattern).map { String($0.output.1) }
      .filter { folders.contains($0) && $0 != "embed-rule-files" }
    #expect(names == Self.order)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.order + ["embed-rule-files"]))
  }

  @Test(arguments: order)
  func importsGoOneWay(target: String) throws {
    let earlier = Set(Self.order.prefix { $0 != target })
    let files = try #require(FileManager.default.enumerator(atPath: Project.path("Sources/\(target)")))
    for case let file as String in files where file.hasSuffix(".swift") {
      let source = try String(contentsOfFile: Project.path("Sources/\(target)/\(file)"), encoding: .utf8)
      let pattern =
        /(?m)^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|enum|class|protocol|func|var|let|typealias)\s+)?(\w+)/
      for match in source.matches(of: pattern) {
        let name = String(match.output.1)
        guard Self.order.contains(name) else { continue }
        #expect(earlier.contains(name), "\(target)/\(file) imports \(name)")
      }
    }
  }
}
