import Crypto
import Foundation
import Reading
import Records
import Rules
import SourceText
import Values

/// First whole road; discovery, workers and outputs follow in files of their own.
public struct CorpusRun: Sendable {
  public var inputs: [String]
  public var output: String
  public var published: CalendarDate?
  public var rules: RulePack

  public init(inputs: [String], output: String, published: CalendarDate?, rules: RulePack) {
    self.inputs = inputs
    self.output = output
    self.published = published
    self.rules = rules
  }

  /// The number of rejected inputs.
  public func run() throws -> Int {
    let road = try DocumentRoad(rules: rules)
    var store = RecordStore()
    var documents = JSONWriter()
    var rejects = JSONWriter()
    var rejected = 0
    var read = 0
    for (path, name) in try files() {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
      guard !bytes.isEmpty else {
        rejects.line(Reject(document: name, reason: "empty", detail: "the file has no bytes"))
        rejected += 1
        continue
      }
      guard String(validating: bytes, as: UTF8.self) != nil else {
        rejects.line(Reject(document: name, reason: "undecodable", detail: "no valid UTF-8"))
        rejected += 1
        continue
      }
      read += 1
      let document = road.extract([Self.page(bytes)], name: name, published: published)
      documents.line(document, sha256: SHA256.hash(data: bytes).hexadecimal)
      store.insert(document.records)
    }
    var indicators = JSONWriter()
    let records = store.sorted()
    for record in records { indicators.line(record) }
    var manifest = JSONWriter()
    manifest.beginObject()
    manifest.key("rules")
    manifest.string(rules.digest)
    manifest.key("counts")
    manifest.counts(["documents": read, "rejects": rejected, "records": records.count])
    manifest.endObject()
    manifest.endLine()
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    for (name, writer) in [
      ("indicators.jsonl", indicators), ("documents.jsonl", documents), ("rejects.jsonl", rejects),
      ("manifest.json", manifest),
    ] {
      try Data(writer.utf8).write(to: URL(fileURLWithPath: output).appendingPathComponent(name), options: .atomic)
    }
    return rejected
  }

  private func files() throws -> [(path: String, name: String)] {
    var files: [(path: String, name: String)] = []
    for input in inputs {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: input, isDirectory: &isFolder)
      if isFolder.boolValue {
        for name in try FileManager.default.subpathsOfDirectory(atPath: input) where !name.hasPrefix(".") {
          let path = input + "/" + name
          _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          if !isFolder.boolValue { files.append((path, name)) }
        }
      } else {
        files.append((input, URL(fileURLWithPath: input).lastPathComponent))
      }
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// UTF-8 only, until Reading decodes.
  private static func page(_ bytes: [UInt8]) -> Page {
    var lines: [Line] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      let end = index > start && bytes[index - 1] == UInt8(ascii: "\r") ? index - 1 : index
      lines.append(Line(range: start..<end, number: lines.count + 1))
      start = index + 1
    }
    if start < bytes.count { lines.append(Line(range: start..<bytes.count, number: lines.count + 1)) }
    return Page(text: SourceText(decoded: bytes), lines: lines, locator: .scalars)
  }
}
