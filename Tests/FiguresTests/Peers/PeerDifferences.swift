/// Cases of Recognizers-Text whose conventions are not ours, with the reason of each.
enum PeerDifferences {
  static func reason(model: String, index: Int) -> String? {
    reasons[model]?[index]
  }

  private static let letterScale = "K, M and G are no scale words in print"
  private static let power = "an arithmetic expression, and no exact decimal"
  private static let dozen = "打 is a counter, its numeral stays as printed"
  private static let sum = "their numbers leave out sums of money"
  private static let place = "五台山 and 九台 are places"
  private static let approximate = "二三十个百分点 is a figure with two ends"
  private static let discount = "折 stays a unit of its own"

  private static let reasons: [String: [Int: String]] = [
    "NumberModel": [
      18: letterScale, 34: dozen, 172: dozen, 198: power, 224: power, 226: power, 228: power,
      280: sum, 284: sum, 286: sum, 308: place, 310: place, 178: "百分之 belongs to the figure",
      96: "the numerals of a date and of a time of day are parts of these, not numbers",
    ],
    "PercentModel": [
      0: discount, 20: discount, 48: approximate, 116: approximate, 72: letterScale, 80: letterScale, 130: letterScale,
      148: "5-20% is one figure with two ends",
    ],
    "CurrencyModel": [22: "a currency without a numeral is no figure"],
    "DimensionModel": [
      20: letterScale, 22: letterScale, 10: "一位 counts people, not bits",
    ],
    "NumberRangeModel": [
      0: "two bounds of two clauses are two figures", 4: "two bounds of two clauses are two figures",
      8: "two bounds of two clauses are two figures", 44: "two bounds of two clauses are two figures",
      2: "ranks are ordinals", 50: letterScale,
    ],
  ]
}
