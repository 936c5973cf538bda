import Rules
import Values

/// Reads a numeral of Arabic digits, Chinese numerals or both, in one pass over its scalars.
struct NumeralParser {
  let utf8: [UInt8]
  let units: WordTable<FigureLexicon.UnitWord>
  /// Whether a word that may follow 余, 多, 来 begins there: a unit, a counter or a scale.
  let mayFollowApproximation: (Int) -> Bool

  /// The numeral that begins at `start`; `nil` where none does.
  func numeral(at start: Int) -> Numeral? {
    guard start < utf8.count else { return nil }
    let first = utf8[start]
    if first >= 0x30 && first <= 0x39 || first == 0xEF && isFullWidthDigit(at: start) {
      let arabic = ArabicNumeral(in: utf8, at: start)
      return mixed(start: start, arabic: arabic)
    }
    return chinese(at: start)
  }

  func isFullWidthDigit(at offset: Int) -> Bool {
    offset + 2 < utf8.count && utf8[offset] == 0xEF && utf8[offset + 1] == 0xBC && utf8[offset + 2] >= 0x90
      && utf8[offset + 2] <= 0x99
  }

  private func mixed(start: Int, arabic: ArabicNumeral) -> Numeral? {
    var builder = NumeralBuilder(start: start)
    builder.add(arabic)
    var position = arabic.end
    // 9.42 亿: one space between digits and a scale word is typesetting.
    if position + 1 < utf8.count, utf8[position] == 0x20, case .large? = numeralClass(at: position + 1)?.0 {
      position += 1
    }
    guard let next = numeralClass(at: position) else {
      return approximated(builder, at: arabic.end)
    }
    switch next.0 {
    case .small where beginsUnit(at: position): return builder.numeral(end: arabic.end)
    case .small, .large: return parse(builder, from: position)
    case .indefinite: return approximated(builder, at: arabic.end)
    case .digit, .several: return builder.numeral(end: arabic.end)
    }
  }

  private func chinese(at start: Int) -> Numeral? {
    guard let first = numeralClass(at: start) else {
      if let (scalar, length) = scalar(at: start), let tens = NumeralClass.tens(scalar) {
        var builder = NumeralBuilder(start: start)
        builder.add(digit: tens)
        builder.add(small: 1)
        return parse(builder, from: start + length)
      }
      return nil
    }
    if case .several = first.0 {
      guard let next = numeralClass(at: start + first.1) else { return nil }
      switch next.0 {
      case .small, .large: break
      default: return nil
      }
      var builder = NumeralBuilder(start: start)
      builder.addIndefinite()
      return parse(builder, from: start + first.1)
    }
    if let (value, length) = scalar(at: start), NumeralClass.isFormal(value) {
      // 奥斯陆一名, 收拾: formal numerals stand with their like or with a scale.
      guard let (next, _) = scalar(at: start + length),
        NumeralClass.isFormal(next) || [0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x96F6, 0x5143].contains(next)
      else { return nil }
    }
    return parse(NumeralBuilder(start: start), from: start)
  }

  /// Reads on until something is no part of the numeral.
  private func parse(_ initial: NumeralBuilder, from start: Int) -> Numeral? {
    var builder = initial
    var position = start
    scanning: while position < utf8.count {
      guard let (kind, length) = numeralClass(at: position) else {
        // 1亿9,860万, 8万6,200: digits go on after a scale word, where they are below it.
        if builder.canTakeArabic, isDigit(at: position) {
          let arabic = ArabicNumeral(in: utf8, at: position)
          guard builder.fits(arabic), !startsYear(at: arabic.end, digits: arabic.integerDigits) else { break }
          builder.add(arabic)
          position = arabic.end
          continue
        }
        guard let (value, size) = scalar(at: position) else { break }
        if let tens = NumeralClass.tens(value), builder.canTakeDigit {
          builder.add(digit: tens)
          builder.add(small: 1)
          position += size
          continue
        }
        if value == 0x70B9, builder.canTakePoint, let end = fraction(after: position + size, into: &builder) {
          position = end
          continue
        }
        // 又: 一年又三个月 ends a numeral.
        break
      }
      switch kind {
      case .digit(let digit):
        guard builder.canTakeDigit else { break scanning }
        builder.add(digit: digit)
        position += length
      case .small(let power):
        guard builder.canTake(small: power), builder.isEmpty || !beginsUnit(at: position) else { break scanning }
        builder.add(small: power)
        position += length
      case .large(let power):
        guard builder.canTake(large: power) else { break scanning }
        builder.add(large: power)
        position += length
      case .indefinite:
        if builder.isEmpty {
          builder.addIndefinite()
          position += length
        } else if builder.endsWithScale {
          // 十几, 一百四十几: more than what stands before.
          builder.approximation = .more
          position += length
          if case .large(let power)? = numeralClass(at: position)?.0, builder.canTake(large: power) { continue }
          break scanning
        } else {
          break scanning
        }
      case .several: break scanning
      }
      if let end = approximation(after: position, builder: &builder) {
        position = end
        if case .large(let power)? = numeralClass(at: position)?.0, builder.canTake(large: power) {
          // Left to the loop: 四万多亿, 三千二百多万.
        } else {
          break
        }
      }
    }
    guard !builder.isEmpty else { return nil }
    return builder.numeral(end: position)
  }

  private func approximated(_ initial: NumeralBuilder, at end: Int) -> Numeral {
    var builder = initial
    guard let position = approximation(after: end, builder: &builder) else { return builder.numeral(end: end) }
    if case .large(let power)? = numeralClass(at: position)?.0, builder.canTake(large: power) {
      return parse(builder, from: position) ?? builder.numeral(end: position)
    }
    return builder.numeral(end: position)
  }

  /// 余, 多, 来, 几 behind a round number, where a unit, a scale or the end follows.
  private func approximation(after offset: Int, builder: inout NumeralBuilder) -> Int? {
    guard builder.canBeApproximate, let (value, length) = scalar(at: offset) else { return nil }
    switch value {
    case 0x4F59, 0x591A:  // 余多
      guard mayFollowApproximation(offset + length) else { return nil }
      builder.approximation = builder.approximation == .indefinite ? .indefinite : .more
    case 0x6765:  // 来
      guard mayFollowApproximation(offset + length), builder.endsWithScale || builder.isArabicOnly else { return nil }
      builder.approximation = .about
    case 0x51E0:  // 几
      guard builder.isArabicOnly, mayFollowApproximation(offset + length) else { return nil }
      builder.approximation = .more
    default: return nil
    }
    return offset + length
  }

  /// The digits after 点; the offset behind them.
  private func fraction(after offset: Int, into builder: inout NumeralBuilder) -> Int? {
    var position = offset
    var digits: [UInt8] = []
    while case .digit(let digit)? = numeralClass(at: position)?.0, let length = numeralClass(at: position)?.1 {
      digits.append(digit)
      position += length
    }
    guard !digits.isEmpty else { return nil }
    // 八点三十分 is a time of day.
    if case .small? = numeralClass(at: position)?.0 { return nil }
    builder.add(fraction: digits)
    return position
  }

  /// 千 of 千瓦, 千克, 千米 is part of the unit.
  private func beginsUnit(at offset: Int) -> Bool {
    if case .unit? = units.longestMatch(in: utf8, at: offset)?.value { true } else { false }
  }

  private func startsYear(at offset: Int, digits: Int) -> Bool {
    digits == 4 && scalar(at: offset)?.0 == 0x5E74
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39 || isFullWidthDigit(at: offset)
  }

  func scalar(at offset: Int) -> (UInt32, Int)? {
    offset < utf8.count ? UTF8Scalar.folded(in: utf8, at: offset) : nil
  }

  func numeralClass(at offset: Int) -> (NumeralClass, Int)? {
    guard offset < utf8.count, utf8[offset] >= 0xE2 else { return nil }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    return NumeralClass.of(scalar).map { ($0, length) }
  }
}
