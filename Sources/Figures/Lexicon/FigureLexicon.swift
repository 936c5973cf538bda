import Rules
import Values

/// Everything the rule files say about figures, compiled for lookup.
///
/// A class, so that a reader of a text holds one reference to it.
final class FigureLexicon: Sendable {
  /// What a word behind a numeral is.
  enum UnitWord: Sendable {
    /// Index into `units`.
    case unit(Int)
    /// A word that begins like a unit and is none: 个性, 家庭.
    case blocked
  }

  struct WordFigure: Sendable {
    let kind: Figure.Kind
    let value: ExactDecimal?
    let unit: String
    let base: String
    let bound: Figure.Bound
    let reason: String?
  }

  /// A currency whose name stands before a sum: 美元5亿, US$5.2亿, 新台币三百亿元.
  struct CurrencyWord: Sendable {
    /// As a record prints it behind a scale word.
    let unit: String
    /// ISO 4217.
    let code: String
    /// 新台币300亿元: said with 元 behind the sum, which then stays in the unit.
    let takesYuan: Bool
    let word: String
  }

  let units: [UnitDefinition]
  let unitWords: WordTable<UnitWord>
  let boundsBefore: WordTable<Figure.Bound>
  let boundsAfter: WordTable<Figure.Bound>
  /// `nil` for words that begin like one and are something else.
  let wordFigures: WordTable<WordFigure?>
  let names: NameLexicon
  let periods: PeriodLexicon
  /// Words, codes and signs of money that stand before a sum, from their ends.
  let currenciesBefore: WordTable<CurrencyWord>
  private let firstUnits: [UnitKey: Int]
  private let wordPairs: WordPairs

  init(rules: RulePack) throws(RuleError) {
    let reader = try FigureLexiconReader(rules: rules)
    units = reader.units
    unitWords = reader.unitWords.compressed()
    currenciesBefore = reader.currenciesBefore
    firstUnits = Dictionary(reader.units.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    boundsBefore = reader.boundsBefore
    boundsAfter = reader.boundsAfter
    wordFigures = reader.wordFigures.compressed()
    wordPairs = try WordPairs(rules: rules, firsts: reader.blockedSeconds)
    names = try NameLexicon(rules: rules)
    periods = try PeriodLexicon(rules: rules)
  }

  /// The signs that currencies end with before a sum: $, ￥.
  var currencySigns: [UInt32] {
    currenciesBefore.firstScalars.filter { !($0 < 0x80 && UInt8($0).isLetter) && !FigureScanner.isHan($0) }
  }

  /// The unit that begins at `offset`, in the longest reading.
  func unit(in utf8: [UInt8], at offset: Int) -> (index: Int, end: Int)? {
    guard let match = unitWords.longestMatch(in: utf8, at: offset) else { return nil }
    switch match.value {
    case .unit(let index): return (index, match.end)
    case .blocked: return unitBeforeWord(in: utf8, at: offset, blockedTo: match.end)
    }
  }

  /// 名 in 30名师生: 名师 is no unit, but 师生 is a word of its own. 部 in 5部门 is none.
  private func unitBeforeWord(in utf8: [UInt8], at offset: Int, blockedTo end: Int) -> (index: Int, end: Int)? {
    guard end - offset == 6, end < utf8.count, utf8[offset] >= 0xE0, utf8[offset + 3] >= 0xE0, utf8[end] >= 0xE0,
      wordPairs.contains(
        UTF8Scalar.folded(in: utf8, at: offset + 3).scalar, UTF8Scalar.folded(in: utf8, at: end).scalar)
    else { return nil }
    return unit(in: utf8, at: offset, limit: offset + 3)
  }

  /// The same before `limit`.
  func unit(in utf8: [UInt8], at offset: Int, limit: Int) -> (index: Int, end: Int)? {
    guard let match = unitWords.longestMatch(in: utf8, at: offset, end: limit), case .unit(let index) = match.value
    else { return nil }
    return (index, match.end)
  }

  /// The usual word of an entry that code asks for.
  func unit(named key: UnitKey) -> UnitDefinition? { firstUnits[key].map { units[$0] } }
}

extension UInt8 {
  /// A Latin letter of ASCII.
  fileprivate var isLetter: Bool { self >= 0x41 && self <= 0x5A || self >= 0x61 && self <= 0x7A }
}
