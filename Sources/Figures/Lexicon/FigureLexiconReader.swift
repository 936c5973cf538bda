import Rules
import Values

/// Reads the rule files about units, counters, bounds and words that are figures.
struct FigureLexiconReader {
  private(set) var units: [UnitDefinition] = []
  private(set) var unitWords = WordTable<FigureLexicon.UnitWord>()
  private(set) var currenciesBefore = WordTable<FigureLexicon.CurrencyWord>()
  private(set) var boundsBefore = WordTable<Figure.Bound>()
  private(set) var boundsAfter = WordTable<Figure.Bound>()
  private(set) var wordFigures = WordTable<FigureLexicon.WordFigure?>()
  private var blocked: [String] = []

  /// The second characters of words of two that begin like a unit and are none.
  var blockedSeconds: Set<UInt32> {
    // 周五 is a day wherever it stands.
    let words = blocked.filter { $0.unicodeScalars.count == 2 }
    return Set(words.compactMap { $0.unicodeScalars.last?.value }).filter {
      if case .digit? = NumeralClass.of($0) { false } else { true }
    }
  }

  init(rules: RulePack) throws(RuleError) {
    try loadUnits(rules)
    try loadCounters(rules)
    // A word of another entry stays a unit: 席 is not followed by 位 there, and 席位 is a unit of its own.
    for word in blocked { unitWords.insert(word, .blocked) }
    try loadBounds(rules)
    try loadWords(rules)
  }

  private mutating func loadUnits(_ rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "units.yaml")
    let file = try root.fields(["version", "units"])
    for entry in try root.required("units", in: file).items() {
      let fields = try entry.fields(["words", "before", "kind", "unit", "value", "base", "factor", "not", "example"])
      let words = try entry.required("words", in: fields).items()
      let kindNode = try entry.required("kind", in: fields)
      guard let kind = Figure.Kind(rawValue: try kindNode.text()) else { throw kindNode.error("unknown kind") }
      let base = try entry.required("base", in: fields).text()
      let factor = try Self.decimal(try entry.required("factor", in: fields))
      let value = try fields["value"].map(Self.decimalNode) ?? ExactDecimal(1)
      try add(
        words: words, unit: fields["unit"], not: fields["not"], kind: kind, value: value, base: base, factor: factor,
        isCounter: false, entry: entry)
      if kind == .money, factor == ExactDecimal(1), value == ExactDecimal(1) {
        try addCurrency(words, before: fields["before"], unit: fields["unit"], code: base)
      }
    }
  }

  /// Names of currencies stand before a sum too, and so do the signs and codes under `before`.
  private mutating func addCurrency(
    _ words: [RuleNode], before: RuleNode?, unit: RuleNode?, code: String
  ) throws(RuleError) {
    guard let first = words.first else { return }
    let usual: String
    if let unit { usual = try unit.text() } else { usual = try first.text() }
    for word in try before?.items() ?? [] {
      let text = try word.text()
      guard currenciesBefore.insertReversed(text, currency(text, unit: usual, code: code)) else {
        throw word.error("'\(text)' is a currency already")
      }
    }
    // 元, 块, 克朗: no one currency.
    guard code != "CNY", code != "XXX", code != "XBT" else { return }
    for word in words {
      let text = try word.text()
      guard text.unicodeScalars.count > 1, !text.hasPrefix("元") else { continue }
      currenciesBefore.insertReversed(text, currency(text, unit: try unit?.text() ?? text, code: code))
    }
  }

  private func currency(_ word: String, unit: String, code: String) -> FigureLexicon.CurrencyWord {
    FigureLexicon.CurrencyWord(
      unit: unit, code: code, takesYuan: word.hasSuffix("币") || word.hasSuffix("金"), word: word)
  }

  private mutating func loadCounters(_ rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "counters.yaml")
    let file = try root.fields(["version", "counters"])
    for entry in try root.required("counters", in: file).items() {
      let fields = try entry.fields(["words", "unit", "noun", "numbered", "not", "example"])
      try add(
        words: try entry.required("words", in: fields).items(), unit: fields["unit"], not: fields["not"], kind: .count,
        value: ExactDecimal(1), base: "1", factor: ExactDecimal(1), isCounter: true,
        isNoun: try fields["noun"]?.flag() ?? false, isNumbered: try fields["numbered"]?.flag() ?? false, entry: entry)
    }
  }

  private mutating func add(
    words: [RuleNode], unit: RuleNode?, not: RuleNode?, kind: Figure.Kind, value: ExactDecimal, base: String,
    factor: ExactDecimal, isCounter: Bool, isNoun: Bool = false, isNumbered: Bool = false, entry: RuleNode
  ) throws(RuleError) {
    guard let first = words.first else { throw entry.error("'words' is empty") }
    let key = UnitKey(try first.text(), number: units.count)
    for word in words {
      let text = try word.text()
      let printed = try unit?.text() ?? text
      units.append(
        UnitDefinition(
          printed: printed, kind: kind, value: value, base: base, factor: factor, isCounter: isCounter, isNoun: isNoun,
          isNumbered: isNumbered, key: key))
      guard unitWords.insert(text, .unit(units.count - 1)) else { throw word.error("'\(text)' is a unit already") }
    }
    blocked += try not?.texts() ?? []
  }

  private mutating func loadBounds(_ rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "bounds.yaml")
    let file = try root.fields(["version", "before", "after"])
    for side in ["before", "after"] {
      for entry in try root.required(side, in: file).items() {
        let fields = try entry.fields(["words", "bound", "example"])
        let node = try entry.required("bound", in: fields)
        guard let bound = Figure.Bound(rawValue: try node.text()) else { throw node.error("unknown bound") }
        for word in try entry.required("words", in: fields).items() {
          let text = try word.text()
          let isNew =
            side == "before" ? boundsBefore.insertReversed(text, bound) : boundsAfter.insert(text, bound)
          guard isNew else { throw word.error("'\(text)' is a bound already") }
        }
      }
    }
  }

  private mutating func loadWords(_ rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "numerals.yaml")
    let file = try root.fields(["version", "words"])
    for entry in try root.required("words", in: file).items() {
      let fields = try entry.fields(["words", "kind", "value", "unit", "base", "bound", "reason", "not", "example"])
      let kindNode = try entry.required("kind", in: fields)
      guard let kind = Figure.Kind(rawValue: try kindNode.text()) else { throw kindNode.error("unknown kind") }
      var bound = Figure.Bound.exact
      if let node = fields["bound"] {
        guard let named = Figure.Bound(rawValue: try node.text()) else { throw node.error("unknown bound") }
        bound = named
      }
      let figure = FigureLexicon.WordFigure(
        kind: kind, value: try fields["value"].map(Self.decimalNode),
        unit: try entry.required("unit", in: fields).text(), base: try entry.required("base", in: fields).text(),
        bound: bound, reason: try fields["reason"]?.text())
      for word in try entry.required("words", in: fields).items() {
        let text = try word.text()
        guard wordFigures.insert(text, figure) else { throw word.error("'\(text)' is a word already") }
      }
      for word in try fields["not"]?.items() ?? [] { wordFigures.insert(try word.text(), nil) }
    }
  }

  static func decimal(_ node: RuleNode) throws(RuleError) -> ExactDecimal {
    guard let value = ExactDecimal(try node.text()) else { throw node.error("expected a decimal") }
    return value
  }

  private static func decimalNode(_ node: RuleNode) throws(RuleError) -> ExactDecimal { try decimal(node) }
}
