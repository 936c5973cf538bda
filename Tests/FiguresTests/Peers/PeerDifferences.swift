/// Cases of Recognizers-Text whose conventions are not ours, with the reason of each.
enum PeerDifferences {
  static func reason(model: String, index: Int) -> String? {
    reasons[model]?[index]
  }

  private static let letterScale = "K, M and G are no scale words in print"
  private static let power = "an arithmetic expression, and no exact decimal"
  private static let place = "五台山 and 九台 are places"

  private static let reasons: [String: [Int: String]] = [
    "NumberModel": [
      18: letterScale, 198: power, 224: power, 226: power, 228: power, 308: place, 310: place,
      96: "the numerals of a date and of a time of day are parts of these, not numbers",
    ],
    "PercentModel": [
      20: "十折 is a price in tenths here, and none there",
      72: letterScale, 80: letterScale, 130: letterScale, 148: "5-20% is one figure with two ends",
    ],
    "CurrencyModel": [22: "a currency without a numeral is no figure"],
    "DimensionModel": [10: "一位 counts people, not bits"],
    "NumberRangeModel": [2: "ranks are ordinals", 50: letterScale],
  ]
}
