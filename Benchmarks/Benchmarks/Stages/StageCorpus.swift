import Figures
import Foundation
import GeneratedPages
import Pipeline
import Reading
import Records
import Rules

/// Generated pages and what each stage makes of them.
struct StageCorpus: Sendable {
  let road: DocumentRoad
  let inputs: [(name: String, bytes: [UInt8])]
  /// The same pages as files.
  let paths: [String]
  let pages: [Page]
  let documents: [ExtractedDocument]
  let records: [IndicatorRecord]
  let bytes: Int

  init(pages count: Int) throws {
    let generator = PageGenerator(seed: 1)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("extract-benchmark-\(count)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var inputs: [(name: String, bytes: [UInt8])] = []
    var paths: [String] = []
    for index in 0..<count {
      let page = generator.page(at: index)
      let file = folder.appendingPathComponent("\(index).txt")
      try Data(page.utf8).write(to: file)
      inputs.append((page.name, page.utf8))
      paths.append(file.path)
    }
    let road = try DocumentRoad(rules: .embedded)
    pages = try inputs.map { try DocumentReader().read($0.bytes, name: $0.name) }
    documents = zip(pages, inputs).map { road.extract($0, name: $1.name) }
    var store = RecordStore()
    for document in documents { store.insert(document.records) }
    records = store.sorted()
    bytes = inputs.reduce(0) { $0 + $1.bytes.count }
    self.inputs = inputs
    self.paths = paths
    self.road = road
  }

  func figures(of document: ExtractedDocument) -> [[Figure]] {
    document.paragraphs.map { road.recognizer.figures(in: $0.text.utf8, published: document.metadata.published) }
  }
}
