import Figures
import Rules

/// All constructions of a rule pack, in the order in which they are tried.
struct ConstructionSet: Sendable {
  static let fileNames = ["constructions.yaml"]

  let constructions: [Construction]
  /// Of each construction.
  let outlines: [ConstructionOutline]
  /// For each kind of figure, alone and side by side with others, with a piece before it and behind it and without, the
  /// constructions that may read it, in their order.
  private let candidates: [[Int]]

  /// The constructions that may read a figure of a clause.
  func candidates(for anchor: Int, in clause: Range<Int>, of pieces: [Piece]) -> [Int] {
    guard let kind = pieces[anchor].figureKind, pieces[anchor].kind == .figures else { return [] }
    return candidates[
      Self.place(
        kind, isMany: pieces[anchor].count > 1, hasBefore: anchor > clause.lowerBound,
        hasBehind: anchor + 1 < clause.upperBound)]
  }

  /// Where the candidates are for a figure.
  private static func place(_ kind: Figure.Kind, isMany: Bool, hasBefore: Bool, hasBehind: Bool) -> Int {
    PieceTest.bit(of: kind).trailingZeroBitCount * 8 + (isMany ? 4 : 0) + (hasBefore ? 2 : 0) + (hasBehind ? 1 : 0)
  }

  /// Errors: `RuleError` where a construction is wrong.
  init(rules: RulePack, lexicon: Lexicon) throws(RuleError) {
    var constructions: [Construction] = []
    var seen: Set<String> = []
    for file in Self.fileNames {
      let root = try rules.root(of: file)
      let fields = try root.fields(["version", "constructions"])
      for item in try root.required("constructions", in: fields).items() {
        let construction = try Self.read(item, file: file, lexicon: lexicon)
        guard seen.insert(construction.id).inserted else {
          throw item.error("'\(construction.id)' stands twice")
        }
        constructions.append(construction)
      }
    }
    let sorted = constructions.sorted { $0.priority != $1.priority ? $0.priority > $1.priority : $0.id < $1.id }
    self.constructions = sorted
    outlines = sorted.map(ConstructionOutline.init)
    var candidates = Array(repeating: [Int](), count: UInt16.bitWidth * 8)
    for kind in Figure.Kind.allCases {
      for count in 1...2 {
        let piece = Piece(kind: .figures, range: 0..<0, count: count, figureKind: kind)
        let fitting = sorted.indices.filter { sorted[$0].count.contains(count) && sorted[$0].anchor.accepts(piece) }
        for (hasBefore, hasBehind) in [(false, false), (false, true), (true, false), (true, true)] {
          candidates[Self.place(kind, isMany: count > 1, hasBefore: hasBefore, hasBehind: hasBehind)] = fitting.filter {
            (hasBefore || sorted[$0].left.first == nil) && (hasBehind || sorted[$0].right.first == nil)
          }
        }
      }
    }
    self.candidates = candidates
  }

  private static func read(_ node: RuleNode, file: String, lexicon: Lexicon) throws(RuleError) -> Construction {
    let fields = try node.fields([
      "id", "description", "pattern", "figures", "emits", "priority", "examples", "counterexamples",
    ])
    let patternNode = try node.required("pattern", in: fields)
    var parser = PatternParser(try patternNode.text(), lexicon: lexicon, node: patternNode)
    let (left, anchor, right) = try parser.parse()
    var count = 1...Int.max
    if let figures = fields["figures"] {
      switch try figures.text() {
      case "one": count = 1...1
      case "many": count = 2...Int.max
      case "any": break
      default: throw figures.error("expected one, many or any")
      }
    }
    let id = try node.required("id", in: fields)
    return Construction(
      id: try id.text(), file: file, line: id.error("").line,
      description: try node.required("description", in: fields).text(),
      priority: try fields["priority"]?.integer() ?? 50, anchor: anchor, count: count,
      left: PatternProgram(left, isReversed: true), right: PatternProgram(right, isReversed: false),
      emission: try emission(try node.required("emits", in: fields)),
      examples: try examples(fields["examples"]), counterexamples: try examples(fields["counterexamples"]))
  }

  private static func emission(_ node: RuleNode) throws(RuleError) -> Construction.Emission {
    let fields = try node.fields([
      "measure", "name", "sign", "comparison", "status", "role", "earlier", "zip", "each", "right", "topic", "reject",
    ])
    if let reject = fields["reject"] {
      var emission = Construction.Emission(measure: .byName, name: [])
      emission.rejection = try reject.text()
      return emission
    }
    let measureNode = try node.required("measure", in: fields)
    let measure: Construction.MeasureRule
    switch try measureNode.text() {
    case "by-name": measure = .byName
    case "as-before": measure = .asBefore
    case let text:
      guard let known = Observation.Measure(rawValue: text) else {
        throw measureNode.error("expected level, growth, change, share, ratio, by-name or as-before")
      }
      measure = .fixed(known)
    }
    var emission = Construction.Emission(measure: measure, name: [.nameOrPrevious])
    if let name = fields["name"] {
      emission.name = []
      for item in try name.items() { emission.name.append(try namePart(item)) }
    }
    if let sign = fields["sign"] {
      switch try sign.text() {
      case "positive": emission.sign = .positive
      case "negative": emission.sign = .negative
      case "by-word": emission.sign = .byWord
      default: throw sign.error("expected positive, negative or by-word")
      }
    }
    if let comparison = fields["comparison"] {
      switch try comparison.text() {
      case "by-words": emission.comparison = .byWords
      case "none": emission.comparison = .none
      case let text:
        guard let known = Observation.Comparison(rawValue: text) else {
          throw comparison.error("expected by-words, none, yoy, mom or avg_annual")
        }
        emission.comparison = .fixed(known)
      }
    }
    if let status = fields["status"] {
      guard let known = Observation.Status(rawValue: try status.text()) else {
        throw status.error("expected actual, target or forecast")
      }
      emission.status = known
    }
    if let role = fields["role"] {
      switch try role.text() {
      case "current": emission.role = .current
      case "earlier": emission.role = .earlier
      case "base": emission.role = .comparisonBase
      default: throw role.error("expected current, earlier or base")
      }
    }
    emission.emitsEarlier = try fields["earlier"]?.flag() ?? false
    emission.zips = try fields["zip"]?.flag() ?? false
    emission.distributes = try fields["each"]?.flag() ?? false
    emission.usesRight = try fields["right"]?.flag() ?? false
    emission.setsTopic = try fields["topic"]?.flag() ?? true
    return emission
  }

  private static func namePart(_ node: RuleNode) throws(RuleError) -> Construction.NamePart {
    let text = try node.text()
    if text == "name" { return .nameOrPrevious }
    if text == "previous" { return .previous }
    if text.hasPrefix("+") { return .literal(String(text.dropFirst())) }
    guard let slot = Pattern.slot(of: text) else {
      throw node.error("expected name, previous, a capture, or + and the words to add")
    }
    return .capture(slot)
  }

  private static func examples(_ node: RuleNode?) throws(RuleError) -> [Construction.Example] {
    guard let node else { return [] }
    var examples: [Construction.Example] = []
    for item in try node.items() {
      let place = item.error("")
      let fields = try item.fields(["text", "records", "published"])
      examples.append(
        Construction.Example(
          text: try item.required("text", in: fields).text(), records: try fields["records"]?.texts() ?? [],
          published: try fields["published"]?.text(), line: place.line, column: place.column))
    }
    return examples
  }
}
