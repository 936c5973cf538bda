import RuleSyntax

/// A value in a rule file that knows its place, so that every error can name it.
public struct RuleNode {
  /// What all values of a file share, in one reference: thousands of them are made at each start.
  private final class Source {
    let file: String
    let tree: RuleTree

    init(file: String, tree: RuleTree) {
      self.file = file
      self.tree = tree
    }
  }

  private let source: Source
  private let index: Int

  public var file: String { source.file }

  private init(_ source: Source, index: Int) {
    self.source = source
    self.index = index
  }

  /// The root of a file.
  init(file: String, tree: RuleTree) {
    self.init(Source(file: file, tree: tree), index: 0)
  }

  /// The value that a file holds. Errors: where it is no YAML, or empty.
  public init(parsing source: RulePack.File) throws(RuleError) {
    if let tree = source.tree {
      self.init(file: source.name, tree: tree)
      return
    }
    do {
      self.init(file: source.name, tree: try RuleTree(yaml: String(decoding: source.utf8, as: UTF8.self)))
    } catch {
      throw RuleError(file: source.name, line: error.line, column: error.column, message: error.message)
    }
  }

  private var entry: RuleTree.Entry { source.tree.entries[index] }

  /// An error at the place of this value.
  public func error(_ message: String) -> RuleError {
    RuleError(file: file, line: entry.line, column: entry.column, message: message)
  }

  /// An error in a line of a block scalar: the first line of its text is 1.
  public func error(_ message: String, line: Int) -> RuleError {
    RuleError(file: file, line: entry.line + line, column: 1, message: message)
  }

  /// The text of a scalar. Errors: where the value is a list or a mapping.
  public func text() throws(RuleError) -> String {
    String(decoding: try utf8(), as: UTF8.self)
  }

  /// The words of a scalar as a table, to be found from their end where it is reversed. Errors: those of `words`.
  public func wordTable(isReversed: Bool = false) throws(RuleError) -> WordTable<Bool> {
    var table = WordTable<Bool>()
    for word in try words() { _ = isReversed ? table.insertReversed(word, true) : table.insert(word, true) }
    return table
  }

  /// The words of a scalar, which white space parts. Errors: where the value is a list or a mapping.
  public func words() throws(RuleError) -> [String] {
    var words: [String] = []
    let utf8 = try utf8()
    var start = utf8.startIndex
    func close(_ end: Int) {
      if start < end { words.append(String(decoding: utf8[start..<end], as: UTF8.self)) }
    }
    var offset = start
    while offset < utf8.endIndex {
      // The ideographic space is one too.
      let isWide = utf8[offset] == 0xE3 && utf8[offset...].starts(with: [0xE3, 0x80, 0x80])
      if utf8[offset] <= 0x20 || isWide {
        close(offset)
        start = offset + (isWide ? 3 : 1)
      }
      offset += isWide ? 3 : 1
    }
    close(utf8.endIndex)
    return words
  }

  /// The bytes of a scalar. Errors: where the value is a list or a mapping.
  public func utf8() throws(RuleError) -> ArraySlice<UInt8> {
    let entry = entry
    guard entry.kind == .scalar else { throw error("expected a text") }
    return source.tree.utf8[entry.start..<entry.start + entry.count]
  }

  /// Whether this is a scalar of this text.
  func says(_ text: String) -> Bool {
    let entry = entry
    guard entry.kind == .scalar, entry.count == text.utf8.count else { return false }
    return source.tree.utf8.withUnsafeBufferPointer { utf8 in
      var offset = entry.start
      for byte in text.utf8 {
        guard utf8[offset] == byte else { return false }
        offset += 1
      }
      return true
    }
  }

  /// Whether two values of a file are scalars of one text.
  private func saysTheSame(as other: RuleNode) -> Bool {
    let (one, two) = (entry, other.entry)
    guard one.count == two.count, one.kind == .scalar, two.kind == .scalar else { return false }
    return source.tree.utf8.withUnsafeBufferPointer { utf8 in
      (0..<one.count).allSatisfy { utf8[one.start + $0] == utf8[two.start + $0] }
    }
  }

  /// A whole number.
  public func integer() throws(RuleError) -> Int {
    guard let value = Int(try text()) else { throw error("expected a whole number") }
    return value
  }

  /// `true` or `false`.
  public func flag() throws(RuleError) -> Bool {
    switch try text() {
    case "true": return true
    case "false": return false
    default: throw error("expected true or false")
    }
  }

  /// The items of a list.
  public func items() throws(RuleError) -> [RuleNode] {
    guard entry.kind == .sequence else { throw error("expected a list") }
    return values()
  }

  /// The values directly inside this one.
  private func values() -> [RuleNode] {
    var values: [RuleNode] = []
    values.reserveCapacity(entry.count)
    var next = index + 1
    for _ in 0..<entry.count {
      values.append(RuleNode(source, index: next))
      next = source.tree.entries[next].end
    }
    return values
  }

  /// The texts of a list.
  public func texts() throws(RuleError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// Keys and values of a mapping, in the order of the file. Errors: where a key stands twice.
  public func entries() throws(RuleError) -> [(key: RuleNode, value: RuleNode)] {
    guard entry.kind == .mapping else { throw error("expected a mapping") }
    var entries: [(key: RuleNode, value: RuleNode)] = []
    var seen: Set<String> = []
    let values = values()
    entries.reserveCapacity(values.count / 2)
    for position in stride(from: 0, to: values.count, by: 2) {
      let key = values[position]
      // Errors: a key that is a list.
      let text = try key.utf8()
      // A few are looked through, of many a set is kept.
      let isNew =
        values.count > 48
        ? seen.insert(String(decoding: text, as: UTF8.self)).inserted
        : !entries.contains { $0.key.saysTheSame(as: key) }
      guard isNew else { throw key.error("'\(try key.text())' stands twice") }
      entries.append((key, values[position + 1]))
    }
    return entries
  }

  /// The values of a mapping that may have only the named keys.
  public func fields(_ allowed: some Collection<String>) throws(RuleError) -> RuleFields {
    let entries = try entries()
    for (key, _) in entries where !allowed.contains(where: { key.says($0) }) {
      throw key.error("unknown key '\(try key.text())'; known are \(allowed.sorted().joined(separator: ", "))")
    }
    return RuleFields(entries)
  }

  /// A value that must be there, out of `fields`.
  public func required(_ name: String, in fields: RuleFields) throws(RuleError) -> RuleNode {
    guard let value = fields[name] else { throw error("'\(name)' is missing") }
    return value
  }
}
