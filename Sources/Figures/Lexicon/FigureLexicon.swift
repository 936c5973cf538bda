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

  let units: [UnitDefinition]
  let unitWords: WordTable<UnitWord>
  let boundsBefore: WordTable<Figure.Bound>
  let boundsAfter: WordTable<Figure.Bound>
  /// `nil` for words that begin like one and are something else.
  let wordFigures: WordTable<WordFigure?>
  let names: NameLexicon
  let periods: PeriodLexicon

  init(rules: RulePack) throws(RuleError) {
    let reader = try FigureLexiconReader(rules: rules)
    units = reader.units
    unitWords = reader.unitWords
    boundsBefore = reader.boundsBefore
    boundsAfter = reader.boundsAfter
    wordFigures = reader.wordFigures
    names = try NameLexicon(rules: rules)
    periods = try PeriodLexicon(rules: rules)
  }

  /// The unit that begins at `offset`, in the longest reading.
  func unit(in utf8: [UInt8], at offset: Int) -> (index: Int, end: Int)? {
    guard let match = unitWords.longestMatch(in: utf8, at: offset), case .unit(let index) = match.value else {
      return nil
    }
    return (index, match.end)
  }
}
