import Crypto
import Records
import Rules

/// An input that could not be read.
public struct Reject: Error, Hashable, Sendable {
  public let document: String
  /// One word of a fixed set, as `ReadingError.reason` gives it: `empty`, `undecodable`, …
  public let reason: String
  /// For people.
  public let detail: String

  public init(document: String, reason: String, detail: String) {
    self.document = document
    self.reason = reason
    self.detail = detail
  }
}

extension JSONWriter {
  /// A line of `documents.jsonl`, but for its end.
  /// - Parameter fields: What a JSON object says besides its text.
  mutating func beginLine(_ document: ExtractedDocument, sha256: String, fields: [String: JSONValue] = [:]) {
    beginObject()
    key("document")
    string(document.name)
    key("format")
    string(document.metadata.format)
    key("encoding")
    string(document.metadata.encoding)
    key("sha256")
    string(sha256)
    key("published")
    string(document.metadata.published?.description)
    key("title")
    string(document.metadata.title)
    key("page")
    string(document.metadata.pageNumber)
    key("source")
    string(document.metadata.source)
    key("region")
    string(document.metadata.region)
    key("fields")
    value(.object(fields))
    key("paragraphs")
    beginArray()
    for paragraph in document.paragraphs {
      beginObject()
      key("text")
      string(utf8: paragraph.text.utf8)
      key("kind")
      string(paragraph.kind.rawValue)
      endObject()
    }
    endArray()
    key("repairs")
    counts(document.repairCounts)
  }

  /// The end of a line of `documents.jsonl`.
  mutating func endLine(duplicateOf original: String?) {
    key("duplicate_of")
    string(original)
    endObject()
    endLine()
  }

  /// One line of `rejects.jsonl`.
  mutating func line(_ reject: Reject) {
    beginObject()
    key("document")
    string(reject.document)
    key("reason")
    string(reject.reason)
    key("detail")
    string(reject.detail)
    endObject()
    endLine()
  }

  /// The whole of `manifest.json`.
  mutating func manifest(rules: RulePack, counts: RunCounts) {
    beginObject()
    key("version")
    string(productVersion)
    key("rules")
    string("sha256:" + rules.digest)
    key("counts")
    beginObject()
    for (name, count) in [
      ("inputs", counts.inputs), ("documents", counts.documents), ("rejects", counts.rejects),
      ("paragraphs", counts.paragraphs), ("figures", counts.figures), ("observations", counts.observations),
      ("records", counts.records), ("mentions", counts.mentions), ("conflicts", counts.conflicts),
    ] {
      key(named: name)
      number(count)
    }
    key("repairs")
    self.counts(counts.repairs)
    endObject()
    endObject()
    endLine()
  }

  /// An object of numbers, in order of the keys.
  mutating func counts(_ counts: [String: Int]) {
    beginObject()
    for (name, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      key(named: name)
      number(count)
    }
    endObject()
  }
}

extension RulePack {
  /// SHA-256 of names and contents of all files, so that a result names the rules it was made with.
  public var digest: String {
    var hash = SHA256()
    for file in files {
      hash.update(data: Array("\(file.name) \(file.utf8.count)\n".utf8))
      hash.update(data: file.utf8)
    }
    return hash.finalize().hexadecimal
  }
}

extension SHA256.Digest {
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
