import Foundation
import Records
import Values

/// Names and figures brought to the form in which gold and prediction are compared.
enum ComparableText {
  private static let dropped: Set<Unicode.Scalar> = ["“", "”", "\"", "‘", "’", "'", "的"]
  private static let stripped: Set<Unicode.Scalar> = ["，", "。", "、", "；", "："]

  /// NFKC without white space, quotes and 的, and without punctuation at the ends; `nil` for null.
  static func of(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null?: return nil
    case .string(let text)?: return of(text)
    case let value?: return of(value.description)
    }
  }

  static func of(_ text: String) -> String {
    var scalars = Array(squeezed(text).unicodeScalars.filter { !dropped.contains($0) })
    while let last = scalars.last, stripped.contains(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars.drop { stripped.contains($0) }))
  }

  /// NFKC without white space.
  static func squeezed(_ text: String) -> String {
    let composed = text.precomposedStringWithCompatibilityMapping
    return String(
      String.UnicodeScalarView(composed.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value > 0x1F }))
  }
}

/// A figure in its base unit, so that 1200 万元 equals 0.12 亿元.
struct ComparableFigure: Hashable {
  private static let same = ["万亿": "万亿元", "百分点": "个百分点", "元人民币": "元", "平米": "平方米"]
  private static let scales: [(String, Int)] = [
    ("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("亿", 8), ("千万", 7), ("百万", 6), ("十万", 5), ("万", 4), ("千", 3),
    ("百", 2),
  ]
  /// A scale word before one of these is part of a unit's name.
  private static let unitParts = ["分点", "瓦", "克", "米", "伏", "卡", "赫"]
  private static let simplified = Dictionary(
    zip(
      "億萬個戶噸畝點幣圓門臺張輛層間條項雙隻團處隊當裡週時電頃場筆棟頭樓種級兩廳師頂顆輪櫃號",
      "亿万个户吨亩点币元门台张辆层间条项双只团处队当里周时电顷场笔栋头楼种级两厅师顶颗轮柜号"), uniquingKeysWith: { first, _ in first })

  let value: ExactDecimal?
  let low: ExactDecimal?
  let high: ExactDecimal?
  let unit: String

  init(_ record: JSONValue, unit printed: JSONValue?) {
    var unit = String((ComparableText.of(printed) ?? "").map { Self.simplified[$0] ?? $0 })
    unit = Self.same[unit] ?? unit
    var power = 0
    for (word, wordPower) in Self.scales where unit.hasPrefix(word) {
      let rest = unit.dropFirst(word.count)
      guard !rest.isEmpty, !Self.unitParts.contains(where: rest.hasPrefix) else { continue }
      unit = String(rest)
      power = wordPower
      break
    }
    self.unit = unit
    func scaled(_ key: String) -> ExactDecimal? { record[key]?.number?.scaled(byPowerOfTen: power) }
    value = scaled("value")
    low = scaled("low")
    high = scaled("high")
  }
}
