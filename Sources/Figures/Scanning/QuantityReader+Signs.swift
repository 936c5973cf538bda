import Rules
import Values

/// Signs before a numeral: -, −, +, 负, 零下, 零上.
extension QuantityReader {
  struct Sign {
    let isNegative: Bool
    let end: Int
    /// 零下, 零上: only degrees have them.
    var isTemperature = false
    /// 零下摄氏5度
    var scale: TemperatureScale?
  }

  func sign(at position: Int) -> Sign? {
    guard position < utf8.count else { return nil }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
    switch scalar {
    case 0x2D, 0x2212, 0xFE63: return Sign(isNegative: true, end: position + length)
    // – is a sign where nothing stands before it that it could join.
    case 0x2013: return Sign(isNegative: true, end: position + length, isTemperature: true)
    case 0x2B: return Sign(isNegative: false, end: position + length)
    case 0x8D1F:  // 负
      let end = position + length
      return Sign(isNegative: true, end: end + 1 < utf8.count && utf8[end] == 0x20 ? end + 1 : end)
    case 0x96F6:  // 零
      let isBelow = starts(with: "下", at: position + length)
      guard isBelow || starts(with: "上", at: position + length) else { return nil }
      var end = position + length + 3
      let scale = temperatureScale(at: end)
      if scale != nil { end += 6 }
      if end < utf8.count, utf8[end] == 0x20 { end += 1 }
      return Sign(isNegative: isBelow, end: end, isTemperature: true, scale: scale)
    default: return nil
    }
  }

  /// 摄氏, 华氏.
  func temperatureScale(at offset: Int) -> TemperatureScale? {
    if starts(with: "摄氏", at: offset) { return .celsius }
    return starts(with: "华氏", at: offset) ? .fahrenheit : nil
  }
}
