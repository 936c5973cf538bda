import Rules

/// Where the clauses and sentences of a paragraph begin.
///
/// A clause ends at a comma, semicolon, colon, dash or line end, a sentence at a full stop, question or exclamation
/// mark or a line end. Brackets end neither. Offsets are bytes; the shadow of the text serves as well as the text.
struct ClauseMap: Sendable {
  /// Where each clause begins, first 0.
  private(set) var clauses: [Int] = []
  /// For each clause the sentence it belongs to, from 0.
  private(set) var sentenceOfClause: [Int] = []
  /// For each clause whether a semicolon stands before it.
  private(set) var opensAfterSemicolon: [Bool] = []
  let length: Int

  /// The first byte that no mark has taken up, and the sentence there.
  private var next = 0
  private var sentence = 0

  /// The scalars that may end a clause, those of ASCII in full width too.
  static let marks: [Int] = [
    0x3002, 0xFF61, 0x21, 0xFF01, 0x3F, 0xFF1F, 0x0A, 0x2E, 0xFF0E, 0x2C, 0xFF0C, 0x3A, 0xFF1A, 0x3B, 0xFF1B, 0x2026,
    0x25CF, 0x25B2, 0x25A0, 0x25C6, 0x2014,
  ]

  /// A text of one clause, until its marks are added.
  init(length: Int) {
    self.length = length
    // A clause of forty bytes is a short one.
    let room = length / 40 + 4
    clauses.reserveCapacity(room)
    sentenceOfClause.reserveCapacity(room)
    opensAfterSemicolon.reserveCapacity(room)
    clauses.append(0)
    sentenceOfClause.append(0)
    opensAfterSemicolon.append(false)
  }

  /// Adds the mark at an offset, where it is one; the marks of a text are added in order.
  mutating func addMark(at offset: Int, in text: [UInt8]) {
    guard offset >= next else { return }
    let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
    let mark = Self.mark(scalar, text, offset, offset + size)
    guard mark != .none else { return }
    next = offset + size
    if mark == .sentence {
      // A closing quote or bracket belongs to the sentence that ends before it.
      while next < text.count {
        let (closing, width) = UTF8Scalar.folded(in: text, at: next)
        guard Self.isClosing(closing) else { break }
        next += width
      }
      sentence += 1
    }
    if next < text.count {
      clauses.append(next)
      sentenceOfClause.append(sentence)
      opensAfterSemicolon.append(scalar == 0x3B)
    }
  }

  /// The index of the clause that an offset lies in.
  func clause(at offset: Int) -> Int {
    var low = 0
    var high = clauses.count
    while low < high {
      let middle = (low + high) / 2
      if clauses[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  func range(ofClause index: Int) -> Range<Int> {
    clauses[index]..<(index + 1 < clauses.count ? clauses[index + 1] : length)
  }

  func sentence(at offset: Int) -> Int { sentenceOfClause[clause(at: offset)] }

  /// Where a sentence begins; sentences are numbered in their order.
  func start(ofSentence sentence: Int) -> Int? {
    let first = sentenceOfClause.indices.first(notBefore: sentence) { sentenceOfClause[$0] }
    return first < sentenceOfClause.count && sentenceOfClause[first] == sentence ? clauses[first] : nil
  }

  private enum Mark { case none, clause, sentence }

  private static func mark(_ scalar: UInt32, _ text: [UInt8], _ offset: Int, _ next: Int) -> Mark {
    switch scalar {
    case 0x3002, 0xFF61, 0x21, 0x3F, 0x0A: return .sentence
    case 0x2E:
      // A full stop in half width, and no decimal point or file name.
      return isASCIIWord(text, before: offset) || isASCIIWord(text, at: next) ? .none : .sentence
    case 0x2C: return isDigit(text, at: next) && isDigit(text, before: offset) ? .none : .clause
    case 0x3A: return isDigit(text, at: next) && isDigit(text, before: offset) ? .none : .clause
    case 0x3B, 0x2026, 0x25CF, 0x25B2, 0x25A0, 0x25C6: return .clause
    case 0x2014: return text.count > next + 2 && text[next] == 0xE2 && text[next + 1] == 0x80 ? .clause : .none
    default: return .none
    }
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x29, 0x300B, 0x22: true
    default: false
    }
  }

  private static func isDigit(_ text: [UInt8], at offset: Int) -> Bool {
    offset < text.count && (0x30...0x39).contains(UTF8Scalar.folded(in: text, at: offset).scalar)
  }

  private static func isDigit(_ text: [UInt8], before offset: Int) -> Bool {
    offset > 0 && isDigit(text, at: UTF8Scalar.start(before: offset, in: text))
  }

  private static func isASCIIWord(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let scalar = UTF8Scalar.folded(in: text, at: offset).scalar
    return (0x30...0x39).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private static func isASCIIWord(_ text: [UInt8], before offset: Int) -> Bool {
    offset > 0 && isASCIIWord(text, at: UTF8Scalar.start(before: offset, in: text))
  }
}
