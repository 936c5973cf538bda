/// The first word of a unit's entry in the rule files, by which code asks for a few units; compared without strings.
enum UnitKey: Hashable, Sendable {
  case none
  case yuan, kuaiMoney, maoMoney, jiaoMoney, fenMoney, fen, second, year
  case piece, person, household, bed, rank, place, strong, business, item, session, time
  case tenths, percent, permille, permyriad
  case li, kilometre, metre, zhang, chi, mu, ton, jin, kilogram, litre, cubicMetre
  case month, week, day, hour, minute
  case thousandth
  case degree, celsius, fahrenheit
  case kilowatt, megawatt, gigawatt, kilovoltAmpere, horsepower, kilovolt, volt, watt, inch, milliampereHour
  /// An entry that no code asks for, by its number.
  case other(Int32)

  /// The key of an entry.
  init(_ word: String, number: Int) {
    self = Self.named[word] ?? .other(Int32(number))
  }

  private static let named: [String: UnitKey] = [
    "元": .yuan, "块钱": .kuaiMoney, "毛钱": .maoMoney, "角钱": .jiaoMoney, "分钱": .fenMoney, "分": .fen, "秒": .second,
    "年": .year, "块": .piece, "人": .person, "户": .household, "床": .bed, "名": .rank, "位": .place, "强": .strong,
    "家": .business, "个": .item, "届": .session, "次": .time, "成": .tenths, "%": .percent, "‰": .permille,
    "‱": .permyriad, "里": .li, "公里": .kilometre, "米": .metre, "丈": .zhang, "尺": .chi, "亩": .mu, "吨": .ton,
    "斤": .jin, "公斤": .kilogram, "升": .litre, "立方米": .cubicMetre, "千瓦": .kilowatt, "兆瓦": .megawatt, "吉瓦": .gigawatt,
    "千伏安": .kilovoltAmpere, "马力": .horsepower, "千伏": .kilovolt, "伏": .volt, "瓦": .watt, "英寸": .inch,
    "毫安时": .milliampereHour, "个月": .month, "个星期": .week, "天": .day, "小时": .hour,
    "分钟": .minute,
    "厘": .thousandth, "度": .degree, "摄氏度": .celsius, "华氏度": .fahrenheit,
  ]
}
