import Crypto
import Foundation
import Reading
import Records

/// What careful readers take from some pages: `records/NNN.jsonl` and `text/NNN.json`, by the number of the page that
/// a document's file name begins with.
public struct GoldFolder: Sendable {
  /// Gold records by page.
  let records: [String: [JSONValue]]
  /// Gold documents by page.
  let texts: [String: JSONValue]
  /// SHA-256 over the names and bytes of all gold files.
  public let digest: String

  /// Errors: `InputError` where the folder has no gold or a file of it is malformed.
  public init(_ folder: String) throws(InputError) {
    var hash = SHA256()
    records = try Self.files(folder + "/records", suffix: ".jsonl", hash: &hash) { bytes throws(JSONError) in
      try JSONValue.lines(bytes)
    }
    texts = try Self.files(folder + "/text", suffix: ".json", hash: &hash) { bytes throws(JSONError) in
      try JSONValue(bytes)
    }
    guard !records.isEmpty || !texts.isEmpty else {
      throw InputError("\(folder): there are neither records/*.jsonl nor text/*.json in it")
    }
    digest = hash.finalize().hexadecimal
  }

  /// The page that a document belongs to: `101` for `a/101_port.txt`.
  static func page(of document: String) -> String {
    let name = document.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "_" && $0 != "." })
  }

  private static func files<Content>(
    _ folder: String, suffix: String, hash: inout SHA256, parse: ([UInt8]) throws(JSONError) -> Content
  ) throws(InputError) -> [String: Content] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var contents: [String: Content] = [:]
    for name in names.sorted() where name.hasSuffix(suffix) && !name.hasPrefix(".") {
      let path = folder + "/" + name
      do {
        let bytes = try FileReader(sizeLimit: .max).read(path: path)
        hash.update(data: Array("\(name) \(bytes.count)\n".utf8))
        hash.update(data: bytes)
        contents[String(name.dropLast(suffix.count))] = try parse(bytes)
      } catch {
        throw InputError("\(path): \(error)")
      }
    }
    return contents
  }
}
