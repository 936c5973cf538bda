import Reading
import Rules
import Values

/// `NAME.meta.yaml` beside a file `NAME`: what is known of it besides its text.
///
/// ```yaml
/// published: 2024-02-08
/// title: 全市工业经济开门红
/// page: A02
/// source: 江城日报
/// region: 江城市
/// ```
enum Sidecar {
  static func path(beside file: SystemPath) -> SystemPath { SystemPath(file.utf8 + SidecarName.ending) }

  /// Whether the file is a sidecar and what it describes is there.
  static func isBesideItsFile(_ path: SystemPath) -> Bool {
    SidecarName.isOne(path.utf8)
      && FileStatus(of: SystemPath(SidecarName.described(by: path.utf8)), followingLinks: true)?.kind == .file
  }

  /// - Parameter name: For messages.
  /// - Throws: `badMetadata` with file, line and column.
  static func read(_ path: SystemPath, name: String) throws(ReadingError) -> GivenMetadata {
    let bytes: [UInt8]
    do throws(ReadingError) {
      bytes = try FileReader(sizeLimit: SidecarName.sizeLimit).read(path: path.utf8)
    } catch {
      throw .badMetadata(detail: "\(name): \(error.detail)")
    }
    return try parse(bytes, name: name)
  }

  /// - Throws: `badMetadata` with file, line and column.
  static func parse(_ bytes: [UInt8], name: String) throws(ReadingError) -> GivenMetadata {
    do throws(RuleError) {
      try refuseAliases(in: bytes, name: name)
      let root = try RuleNode(parsing: RulePack.File(name: name, utf8: bytes))
      let fields = try root.fields(["published", "title", "page", "source", "region"])
      var given = GivenMetadata()
      if let node = fields["published"] {
        guard let date = CalendarDate(iso8601: try node.text()) else {
          throw node.error("'\(try node.text())' is no date of the form 2024-02-08")
        }
        given.published = date
      }
      given.title = try text(fields["title"])
      given.page = try text(fields["page"])
      given.source = try text(fields["source"])
      given.region = try text(fields["region"])
      return given
    } catch {
      throw .badMetadata(detail: error.description)
    }
  }

  private static func text(_ node: RuleNode?) throws(RuleError) -> String? {
    guard let node else { return nil }
    let text = try node.text()
    guard !text.isEmpty else { throw node.error("an empty text; leave the key out") }
    return text
  }

  /// Anchors and aliases together can make a small file endless to compare.
  private static func refuseAliases(in bytes: [UInt8], name: String) throws(RuleError) {
    var line = 1
    var anchor = false
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A { line += 1 }
      let before = index > 0 ? bytes[index - 1] : 0x20
      guard before <= 0x20 || "[{,:?-".utf8.contains(before) else { continue }
      if byte == UInt8(ascii: "&") { anchor = true }
      if byte == UInt8(ascii: "*"), anchor {
        throw RuleError(file: name, line: line, column: 1, message: "anchors and aliases are not read")
      }
    }
  }
}
