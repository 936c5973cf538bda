import Figures
import Rules

/// Reads the text of a pattern: `N? <yoy|adverb>* verb:<rise> F.percentage`.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private let lexicon: Lexicon
  private let node: RuleNode
  private var position = 0
  private(set) var anchorTest: PieceTest?

  init(_ text: String, lexicon: Lexicon, node: RuleNode) {
    scalars = Array(text.unicodeScalars)
    self.lexicon = lexicon
    self.node = node
  }

  /// The parts before and after the figure, and what the figure must be.
  mutating func parse() throws(RuleError) -> (left: [Pattern], anchor: PieceTest, right: [Pattern]) {
    let items = try sequence(depth: 0)
    guard position == scalars.count else { throw failure("unexpected '\(scalars[position])'") }
    guard let index = items.firstIndex(of: .anchor), let anchorTest else { throw failure("the pattern has no F") }
    guard items.lastIndex(of: .anchor) == index else { throw failure("the pattern has more than one F") }
    return (Array(items[..<index]), anchorTest, Array(items[(index + 1)...]))
  }

  private func failure(_ message: String) -> RuleError {
    node.error("pattern, at character \(position + 1): \(message)")
  }

  private mutating func skipSpace() {
    while position < scalars.count, scalars[position] == " " || scalars[position] == "\n" { position += 1 }
  }

  private mutating func sequence(depth: Int) throws(RuleError) -> [Pattern] {
    guard depth < 16 else { throw failure("brackets nest too deeply") }
    var items: [Pattern] = []
    while true {
      skipSpace()
      guard position < scalars.count, scalars[position] != ")", scalars[position] != "|" else { return items }
      items.append(try quantified(try element(depth: depth)))
    }
  }

  private mutating func choice(depth: Int) throws(RuleError) -> Pattern {
    var branches = [Pattern.sequence(try sequence(depth: depth))]
    while position < scalars.count, scalars[position] == "|" {
      position += 1
      branches.append(.sequence(try sequence(depth: depth)))
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func quantified(_ pattern: Pattern) throws(RuleError) -> Pattern {
    guard position < scalars.count else { return pattern }
    switch scalars[position] {
    case "?":
      position += 1
      return .repetition(pattern, minimum: 0, maximum: 1)
    case "*":
      position += 1
      return .repetition(pattern, minimum: 0, maximum: nil)
    case "+":
      position += 1
      return .repetition(pattern, minimum: 1, maximum: nil)
    case "{":
      position += 1
      let minimum = try number()
      guard position < scalars.count, scalars[position] == "," else { throw failure("expected ','") }
      position += 1
      let maximum = try number()
      guard position < scalars.count, scalars[position] == "}" else { throw failure("expected '}'") }
      position += 1
      guard minimum <= maximum, maximum <= 12 else { throw failure("a repetition has at most 12") }
      return .repetition(pattern, minimum: minimum, maximum: maximum)
    default: return pattern
    }
  }

  private mutating func number() throws(RuleError) -> Int {
    var value: Int?
    while position < scalars.count,
      let digit = scalars[position].properties.numericType != nil
        ? Int(String(scalars[position])) : nil
    {
      value = (value ?? 0) * 10 + digit
      position += 1
      guard let value, value < 100 else { throw failure("the number is too large") }
    }
    guard let value else { throw failure("expected a number") }
    return value
  }

  private mutating func word() -> String {
    var text = String.UnicodeScalarView()
    while position < scalars.count, scalars[position].properties.isAlphabetic || scalars[position] == "-" {
      text.append(scalars[position])
      position += 1
    }
    return String(text)
  }

  private mutating func element(depth: Int) throws(RuleError) -> Pattern {
    switch scalars[position] {
    case "^":
      position += 1
      return .clauseStart
    case "$":
      position += 1
      return .clauseEnd
    case "(":
      position += 1
      let inner = try choice(depth: depth + 1)
      guard position < scalars.count, scalars[position] == ")" else { throw failure("expected ')'") }
      position += 1
      return inner
    case "<":
      position += 1
      return .test(try classes())
    case "'":
      position += 1
      return .test(try literal())
    default:
      let start = position
      let name = word()
      guard !name.isEmpty else { throw failure("unexpected '\(scalars[start])'") }
      if position < scalars.count, scalars[position] == ":" {
        position += 1
        guard let slot = Pattern.slot(of: name) else {
          throw failure("unknown capture '\(name)'; known are \(Pattern.captureNames.joined(separator: ", "))")
        }
        return .capture(slot, try quantified(try element(depth: depth)))
      }
      return try named(name)
    }
  }

  private mutating func named(_ name: String) throws(RuleError) -> Pattern {
    switch name {
    case "F":
      anchorTest = try figure()
      return .anchor
    case "N": return .capture(0, .repetition(.test(PieceTest(isName: true)), minimum: 1, maximum: nil))
    case "R":
      // What stands behind a figure and belongs to it begins at once, with no mark and no adverb between.
      var first = PieceTest(isName: true)
      first.not = lexicon.inner & ~lexicon.known.place | lexicon.known.predicate & ~lexicon.flow
      first.notKinds = Self.bit(.enumeration) | Self.bit(.bracket)
      return .capture(
        1, .sequence([.test(first), .repetition(.test(PieceTest(isName: true)), minimum: 0, maximum: nil)]))
    case "noun":
      var first = PieceTest(isName: true)
      first.not =
        lexicon.inner | lexicon.known.predicate | lexicon.flow | lexicon.known.act | lexicon.known.verb
        | lexicon.known.negation
      first.notKinds = Self.bit(.enumeration) | Self.bit(.bracket)
      return .test(first)
    case "figure": return .test(try figure())
    case "any": return .test(PieceTest(kinds: 0xFFFF))
    case "text": return .test(PieceTest(kinds: Self.bit(.text)))
    case "nameable": return .test(PieceTest(isName: true))
    case "period": return .test(PieceTest(kinds: Self.bit(.period)))
    case "bracket": return .test(PieceTest(kinds: Self.bit(.bracket)))
    case "enumeration": return .test(PieceTest(kinds: Self.bit(.enumeration)))
    default: throw failure("unknown element '\(name)'")
    }
  }

  private static func bit(_ kind: Piece.Kind) -> UInt16 { 1 << UInt16(kind.rawValue) }

  /// `.percentage|points` behind `F` or `figure`.
  private mutating func figure() throws(RuleError) -> PieceTest {
    var test = PieceTest(kinds: Self.bit(.figures))
    guard position < scalars.count, scalars[position] == "." else { return test }
    repeat {
      position += 1
      let name = word()
      guard let kind = Figure.Kind(rawValue: name) else { throw failure("unknown kind of figure '\(name)'") }
      test.figureKinds |= PieceTest.bit(of: kind)
    } while position < scalars.count && scalars[position] == "/"
    return test
  }

  /// `rise|fall|period>`: classes of the lexicon, and kinds of pieces.
  private mutating func classes() throws(RuleError) -> PieceTest {
    var test = PieceTest()
    while true {
      let name = word()
      switch name {
      case "period": test.kinds |= Self.bit(.period)
      case "text": test.kinds |= Self.bit(.text)
      case "bracket": test.kinds |= Self.bit(.bracket)
      case "enumeration": test.kinds |= Self.bit(.enumeration)
      default:
        guard let bit = lexicon.bit(of: name) else { throw failure("unknown class '\(name)'") }
        test.classes |= bit
      }
      guard position < scalars.count else { throw failure("expected '>'") }
      let mark = scalars[position]
      position += 1
      if mark == ">" { return test }
      guard mark == "|" else { throw failure("expected '|' or '>'") }
    }
  }

  private mutating func literal() throws(RuleError) -> PieceTest {
    var text = String.UnicodeScalarView()
    while position < scalars.count, scalars[position] != "'" {
      text.append(scalars[position])
      position += 1
    }
    guard position < scalars.count else { throw failure("expected a closing '") }
    position += 1
    guard let identifier = lexicon.identifier(of: String(text)) else {
      throw failure("'\(String(text))' is no word of lexicon.yaml")
    }
    return PieceTest(word: identifier)
  }
}
