import Rules

/// What a scalar does in a numeral. A table by scalar of the basic plane decides where work starts.
enum NumeralClass: Hashable, Sendable {
  case digit(UInt8)
  /// 十 1, 百 2, 千 3.
  case small(Int)
  /// 万 4, 亿 8.
  case large(Int)
  /// 几, 若干 as a digit.
  case indefinite
  /// 数: only before 十, 百, 千, 万, 亿.
  case several

  /// Numerals of simplified text, plain and formal; half-width digits are read elsewhere.
  static func of(_ scalar: UInt32) -> NumeralClass? {
    switch scalar {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: .digit(0)  // 〇零○◯
    case 0x4E00, 0x58F9, 0x5F0C: .digit(1)  // 一壹弌
    case 0x4E8C, 0x8D30, 0x4E24, 0x5F10, 0x8CB3: .digit(2)  // 二贰两弐貳
    case 0x4E09, 0x53C1: .digit(3)  // 三叁
    case 0x56DB, 0x8086: .digit(4)  // 四肆
    case 0x4E94, 0x4F0D: .digit(5)  // 五伍
    case 0x516D, 0x9646: .digit(6)  // 六陆
    case 0x4E03, 0x67D2: .digit(7)  // 七柒
    case 0x516B, 0x634C: .digit(8)  // 八捌
    case 0x4E5D, 0x7396: .digit(9)  // 九玖
    case 0x5341, 0x62FE: .small(1)  // 十拾
    case 0x767E, 0x4F70: .small(2)  // 百佰
    case 0x5343, 0x4EDF: .small(3)  // 千仟
    case 0x4E07, 0x842C: .large(4)  // 万萬
    case 0x4EBF, 0x5104: .large(8)  // 亿億
    case 0x51E0: .indefinite  // 几
    case 0x6570: .several  // 数
    default: nil
    }
  }

  /// 廿 20, 卅 30, 卌 40.
  static func tens(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x5EFF: 2
    case 0x5345: 3
    case 0x534C: 4
    default: nil
    }
  }

  /// What a numeral may begin with: digits in both widths and whatever is of a class; 兆 is of one in some places.
  static let beginnings: ScalarSet = {
    var beginnings = ScalarSet()
    for scalar in 0..<0x10000 as Range<UInt32> where of(scalar) != nil || tens(scalar) != nil {
      beginnings.insertBothWidths(Int(scalar))
    }
    for digit in 0x30...0x39 { beginnings.insertBothWidths(digit) }
    beginnings.insertBothWidths(0x5146)
    return beginnings
  }()

  /// Formal numerals that are common characters otherwise (陆, 伍, 拾, 肆): alone they are no numerals.
  static func isFormal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF: true
    default: false
    }
  }
}
