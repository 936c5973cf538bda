/// Text that remembers where it came from: UTF-8 bytes and the origin of each.
public struct SourceText: Hashable, Sendable {
  /// Valid UTF-8.
  public private(set) var utf8: [UInt8]
  /// Covers `utf8`; its source is the decoded input file, in bytes of UTF-8.
  public private(set) var origins: OriginMap

  public init() {
    utf8 = []
    origins = OriginMap()
  }

  /// A text that is its own source.
  public init(decoded utf8: [UInt8]) {
    self.utf8 = utf8
    origins = OriginMap(identity: utf8.count)
  }

  public init(decoded text: String) {
    self.init(decoded: Array(text.utf8))
  }

  public var isEmpty: Bool { utf8.isEmpty }

  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Makes room for what will be added.
  public mutating func reserveCapacity(_ bytes: Int, runs: Int) {
    utf8.reserveCapacity(bytes)
    origins.reserveCapacity(runs)
  }

  /// Adds a part of another text, with its origins.
  public mutating func append(_ range: Range<Int>, of text: SourceText) {
    utf8.append(contentsOf: text.utf8[range])
    if let source = text.origins.linearSource(of: range) {
      origins.append(source: source, length: range.count)
      return
    }
    for run in text.origins.runs(in: range) {
      origins.append(source: run.source, length: run.output.count)
    }
  }

  public mutating func append(_ text: SourceText) {
    append(0..<text.utf8.count, of: text)
  }

  /// Adds bytes that stand for a range of another text: a folded width, a mapped radical.
  public mutating func append(_ bytes: some Collection<UInt8>, standingFor range: Range<Int>, of text: SourceText) {
    guard !bytes.isEmpty, let source = text.origins.source(of: range) else { return }
    utf8.append(contentsOf: bytes)
    origins.append(source: source, length: bytes.count)
  }

  public subscript(range: Range<Int>) -> SourceText {
    var part = SourceText()
    part.append(range, of: self)
    return part
  }
}
