import Rules
import Values

/// Reads a numeral of Arabic digits, Chinese numerals or both, in one pass over its scalars.
struct NumeralParser {
  let utf8: [UInt8]
  let lexicon: FigureLexicon
  /// Whether the text is traditional: 兆 at the end of a clause is then 10^12.
  let isTraditional: Bool
  let steps: StepCounter?
  /// Shared by the copies of a parser: they read one text.
  let memo = NumeralMemo()
  /// Behind 百分之: a raised point needs no unit behind it.
  private(set) var isShare = false

  /// The numeral that begins at `start`; `nil` where none does.
  func numeral(at start: Int) -> Numeral? {
    guard mayBegin(at: start) else { return nil }
    return memo.numeral(at: start) {
      let numeral = read(at: start)
      steps?.add(1 + (numeral?.end ?? start) - start)
      return numeral
    }
  }

  /// The numeral of a share whose unit stands before it: 六·五 of 百分之六·五.
  func shareNumeral(at start: Int) -> Numeral? {
    var parser = self
    parser.isShare = true
    let numeral = parser.read(at: start)
    steps?.add(1 + (numeral?.end ?? start) - start)
    return numeral
  }

  /// Whether the scalar at `start` is one that a numeral begins with.
  @inline(__always)
  func mayBegin(at start: Int) -> Bool {
    start < utf8.count && NumeralClass.beginnings.contains(utf8, at: start)
  }

  /// The same without a look at what numerals begin with.
  func read(at start: Int) -> Numeral? {
    guard start < utf8.count else { return nil }
    let first = utf8[start]
    if first >= 0x30 && first <= 0x39 || first == 0xEF && isFullWidthDigit(at: start) {
      let arabic = ArabicNumeral(in: utf8, at: start)
      return mixed(start: start, arabic: raised(arabic, at: start) ?? arabic)
    }
    return chinese(at: start)
  }

  /// Whether what stands at an offset belongs to no numeral that ends there, whatever follows.
  private func endsNumeral(at offset: Int) -> Bool {
    guard let (scalar, _) = scalar(at: offset) else { return true }
    switch scalar {
    case 0x20, 0x30...0x39: return false
    case 0x4F59, 0x591A, 0x6765, 0x70B9, 0x5146: return false  // 余多来点兆
    default: return NumeralClass.of(scalar) == nil && NumeralClass.tens(scalar) == nil
    }
  }

  /// Arabic digits alone, where some begin there.
  func digits(at start: Int) -> Numeral? {
    guard isDigit(at: start) else { return nil }
    var builder = NumeralBuilder(start: start)
    let arabic = ArabicNumeral(in: utf8, at: start)
    builder.add(arabic)
    return builder.numeral(end: arabic.end)
  }

  func isFullWidthDigit(at offset: Int) -> Bool {
    offset + 2 < utf8.count && utf8[offset] == 0xEF && utf8[offset + 1] == 0xBC && utf8[offset + 2] >= 0x90
      && utf8[offset + 2] <= 0x99
  }

  private func mixed(start: Int, arabic: ArabicNumeral) -> Numeral? {
    // Most are digits alone or digits before one scale word.
    if endsNumeral(at: arabic.end) { return Numeral(arabic, start: start, end: arabic.end) }
    if case (.large(let power), let length)? = numeralClass(at: arabic.end), endsNumeral(at: arabic.end + length) {
      return Numeral(arabic, start: start, end: arabic.end + length, scale: power)
    }
    var builder = NumeralBuilder(start: start)
    builder.add(arabic)
    var position = arabic.end
    // 9.42 亿: spaces between digits and a scale word are typesetting.
    let unspaced = skippingSpaces(from: position)
    if unspaced > position, case .large? = numeralClass(at: unspaced)?.0 { position = unspaced }
    if unspaced > position, case .small? = numeralClass(at: unspaced)?.0, !beginsUnit(at: unspaced) {
      position = unspaced
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
      // 壹贰叁玖 are nothing else.
      let isPlain = [0x58F9, 0x8D30, 0x53C1, 0x7396].contains(value)
      let next = skippingSpaces(from: start + length)
      let isNumeral =
        if let (follower, size) = scalar(at: next) {
          NumeralClass.isFormal(follower)
            || [0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF, 0x96F6, 0x5143, 0x70B9].contains(follower)
            || NumeralClass.of(follower) != nil && numeralClass(at: next + size) != nil
        } else {
          false
        }
      guard isPlain || isNumeral else { return nil }
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
        if value == 0x20, let next = spaced(from: position, builder) {
          position = next
          continue
        }
        if value == 0x70B9, builder.canTakePoint, let end = fraction(after: position + size, into: &builder) {
          position = end
          continue
        }
        // 七六九．一億, 六六六六點五億: digits by their places go on behind any point where a unit follows.
        if Self.isRaisedPoint(value) || value == 0x2E || value == 0x70B9, builder.canTakeRaisedPoint,
          let end = raisedFraction(after: position + size, into: &builder)
        {
          position = end
          continue
        }
        // 又: 一年又三个月 ends a numeral.
        break
      }
      switch kind {
      case .digit(let digit):
        guard builder.canTakeDigit else { break scanning }
        // 两万两: 两 stands for a digit only before a scale or alone.
        if !builder.isEmpty, utf8[position] == 0xE4, utf8[position + 1] == 0xB8, utf8[position + 2] == 0xA4 {
          guard builder.endsWithScale || builder.endsWithZero || builder.isOneDigit, isScale(at: position + length)
          else { break scanning }
        }
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
        } else if builder.endsWithScale || builder.endsWithZero {
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
    guard builder.canBeApproximate || builder.endsWithDecimal else { return nil }
    var offset = offset
    let unspaced = skippingSpaces(from: offset)
    // 五百 余万
    if unspaced > offset, let (_, size) = scalar(at: unspaced), isScale(at: skippingSpaces(from: unspaced + size)) {
      offset = unspaced
    }
    guard let (value, length) = scalar(at: offset) else { return nil }
    if builder.endsWithDecimal {
      guard case .large? = numeralClass(at: offset + length)?.0 else { return nil }
    }
    switch value {
    case 0x4F59, 0x591A:  // 余多
      guard mayFollowApproximation(skippingSpaces(from: offset + length)) else { return nil }
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

  /// Whether a word that may follow 余, 多, 来 begins there: a unit, a counter or a scale.
  private func mayFollowApproximation(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return true }
    let (scalar, _) = UTF8Scalar.folded(in: utf8, at: offset)
    if case .large? = NumeralClass.of(scalar) { return true }
    // Punctuation and spaces: the numeral ends the clause.
    if scalar < 0x30 || scalar >= 0x2010 && scalar < 0x3100 || scalar >= 0xFF00 { return true }
    return beginsUnit(at: offset)
  }

  /// The digits after 点; the offset behind them.
  private func fraction(after offset: Int, into builder: inout NumeralBuilder) -> Int? {
    var position = offset
    if position < utf8.count, utf8[position] == 0x20 { position = skippingSpaces(from: position) }
    var digits: [UInt8] = []
    while case .digit(let digit)? = numeralClass(at: position)?.0, let length = numeralClass(at: position)?.1 {
      // 点两 is no fraction: 两 counts.
      if utf8[position] == 0xE4, utf8[position + 1] == 0xB8, utf8[position + 2] == 0xA4 { break }
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
    lexicon.unit(in: utf8, at: offset) != nil
  }

  func skippingSpaces(from offset: Int) -> Int {
    var position = offset
    while position < utf8.count, utf8[position] == 0x20, position - offset < 4 { position += 1 }
    return position
  }

  private func isScale(at offset: Int) -> Bool {
    switch numeralClass(at: offset)?.0 {
    case .small, .large: true
    default: false
    }
  }

  /// 两千 四 百 五: the numeral goes on behind spaces where a scale stands on either side of them.
  private func spaced(from offset: Int, _ builder: NumeralBuilder) -> Int? {
    let next = skippingSpaces(from: offset)
    guard let (kind, length) = numeralClass(at: next) else {
      guard let (value, size) = scalar(at: next), value == 0x70B9, builder.canTakePoint else { return nil }
      return numeralClass(at: skippingSpaces(from: next + size)) != nil ? next : nil
    }
    switch kind {
    case .small(let power):
      return builder.endsWithDigit && builder.canTake(small: power) && !beginsUnit(at: next) ? next : nil
    case .large(let power): return builder.canTake(large: power) ? next : nil
    case .digit:
      guard builder.endsWithScale, builder.canTakeDigit else { return nil }
      let after = skippingSpaces(from: next + length)
      if isScale(at: after) { return next }
      guard let (value, _) = scalar(at: after) else { return next }
      return after == next + length && (value < 0x2E80 || value == 0x53C8) || FigureScanner.isPunctuation(value)
        ? next : nil
    case .indefinite: return builder.endsWithScale && isScale(at: next + length) ? next : nil
    case .several: return nil
    }
  }

  private func startsYear(at offset: Int, digits: Int) -> Bool {
    digits == 4 && scalar(at: offset)?.0 == 0x5E74
  }

  func isDigit(at offset: Int) -> Bool {
    offset < utf8.count && utf8[offset] >= 0x30 && utf8[offset] <= 0x39 || isFullWidthDigit(at: offset)
  }

  func scalar(at offset: Int) -> (UInt32, Int)? {
    offset < utf8.count ? UTF8Scalar.folded(in: utf8, at: offset) : nil
  }

  func numeralClass(at offset: Int) -> (NumeralClass, Int)? {
    guard offset < utf8.count, utf8[offset] >= 0xE2 else { return nil }
    let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
    if scalar == 0x5146, isTrillion(offset + length) { return (.large(12), length) }
    return NumeralClass.of(scalar).map { ($0, length) }
  }

  /// 兆 is 10^12 where a numeral or money goes on behind it: 五兆六十亿, 1兆2000亿韩元, 3兆元; a megabit or a megawatt
  /// elsewhere.
  private func isTrillion(_ offset: Int) -> Bool {
    guard offset < utf8.count else { return isTraditional }
    let (next, _) = UTF8Scalar.folded(in: utf8, at: offset)
    if NumeralClass.of(next) != nil { return true }
    if next >= 0x30, next <= 0x39 {
      let digits = ArabicNumeral(in: utf8, at: offset)
      guard let (scale, _) = scalar(at: digits.end) else { return false }
      return NumeralClass.of(scale).map { $0 == .large(8) || $0 == .small(3) } ?? false
    }
    if case .unit(let index)? = lexicon.unitWords.longestMatch(in: utf8, at: offset)?.value {
      return lexicon.units[index].kind == .money
    }
    return isTraditional && FigureScanner.isPunctuation(next)
  }
}
