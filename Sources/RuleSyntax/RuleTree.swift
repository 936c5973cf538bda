/// A rule file as a tree of values that know their places, in flat arrays.
///
/// The build writes the trees of the embedded files as text, which is read back in a fraction of the time that YAML takes.
public struct RuleTree: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case scalar = 0x73  // s
    case sequence = 0x6C  // l
    case mapping = 0x6D  // m
  }

  /// A value; the values inside it follow it, and end before `end`.
  public struct Entry: Hashable, Sendable {
    public let kind: Kind
    public let line: Int
    public let column: Int
    /// Bytes of a scalar; items of a list; keys and values of a mapping.
    public let count: Int
    /// Where the bytes of a scalar begin in `utf8`.
    public let start: Int
    public internal(set) var end: Int
  }

  public private(set) var entries: [Entry] = []
  /// The bytes of all scalars.
  public private(set) var utf8: [UInt8] = []

  init() {}

  mutating func add(scalar: some Collection<UInt8>, line: Int, column: Int) {
    entries.append(
      Entry(
        kind: .scalar, line: line, column: column, count: scalar.count, start: utf8.count, end: entries.count + 1))
    utf8.append(contentsOf: scalar)
  }

  /// Adds a list or a mapping whose values `addValues` adds.
  mutating func add(_ kind: Kind, count: Int, line: Int, column: Int, addValues: (inout RuleTree) -> Void) {
    let index = entries.count
    entries.append(Entry(kind: kind, line: line, column: column, count: count, start: utf8.count, end: index + 1))
    addValues(&self)
    entries[index].end = entries.count
  }

  /// The tree as text: a line for each value with its kind, place and count, an empty line, and the bytes of all scalars.
  public var serialized: String {
    var lines = ""
    for entry in entries {
      lines += "\(Character(UnicodeScalar(entry.kind.rawValue)))\(entry.line) \(entry.column) \(entry.count)\n"
    }
    return lines + "\n" + String(decoding: utf8, as: UTF8.self)
  }

  /// Reads what `serialized` wrote; `nil` where the text is something else.
  public init?(serialized text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    var start = 0
    // The lists and mappings that are open, with how many values they still wait for.
    var open: [(index: Int, rest: Int)] = []
    func number() -> Int? {
      var value = 0
      let first = position
      while position < text.count, text[position] >= 0x30, text[position] <= 0x39, position - first < 10 {
        value = value * 10 + Int(text[position] - 0x30)
        position += 1
      }
      guard position > first, position < text.count else { return nil }
      position += 1
      return value
    }
    while position < text.count, text[position] != 0x0A {
      guard let kind = Kind(rawValue: text[position]) else { return nil }
      position += 1
      guard let line = number(), let column = number(), let count = number() else { return nil }
      let index = entries.count
      entries.append(Entry(kind: kind, line: line, column: column, count: count, start: start, end: index + 1))
      if kind == .scalar { start += count }
      if let last = open.indices.last { open[last].rest -= 1 }
      if kind != .scalar { open.append((index, count)) }
      while let last = open.last, last.rest == 0 {
        entries[last.index].end = entries.count
        open.removeLast()
      }
    }
    position += 1
    guard open.isEmpty, !entries.isEmpty, text.count - position == start else { return nil }
    utf8 = Array(text[position...])
  }
}
