import Rules

/// Numerals that begin no period, told by what stands behind them: most of a text count something.
extension PeriodParser {
  /// What stands behind the numeral that a period begins with: 年, 月, 日, 财 of 财年, 世 of 世纪, a space before one of them,
  /// and what stands between two years, months or days.
  private static let followers: ScalarSet = {
    var followers = ScalarSet()
    for scalar in " 年月日财世、和与及/".unicodeScalars { followers.insertBothWidths(Int(scalar.value)) }
    for scalar in 0..<0x10000 as Range<UInt32> where isConnector(scalar) { followers.insertBothWidths(Int(scalar)) }
    return followers
  }()

  /// Whether a numeral stands at a place that is no part of a period: no word of time begins with it, and what stands behind
  /// it or its scale word goes on with none.
  func isCounted(at start: Int) -> Bool {
    guard numerals.mayBegin(at: start), !lexicon.periods.beginsWord(in: utf8, at: start),
      let numeral = numerals.numeral(at: start)
    else { return false }
    return numeral.scale > 0 || numeral.end == utf8.count || !Self.followers.contains(utf8, at: numeral.end)
  }
}
