import Values

/// Adds up a numeral token by token; the lower and the upper end of an approximate one (三四百) side by side.
struct NumeralBuilder {
  private enum Last { case nothing, digits, arabic, small, large, zero, fraction }

  private let start: Int
  private var totalLow: ExactDecimal? = .zero
  private var totalHigh: ExactDecimal? = .zero
  private var groupLow: ExactDecimal? = .zero
  private var groupHigh: ExactDecimal? = .zero
  private var hasGroup = false
  /// Chinese digits not yet given a scale.
  private var pending: [UInt8] = []
  private var isRange = false
  private var last = Last.nothing
  private var lastSmall: Int?
  private var lastLarge: Int?
  private var scale = 0
  private var arabic: ArabicNumeral?
  private var hasArabic = false
  private var hasChineseDigits = false
  private var hasScale = false
  private var isBare = false
  private var hasDigit = false
  private var hasPoint = false
  private var hasSeparators = false
  private var endsColloquially = false
  private var isAfterZero = false
  /// What was added to the group last: its digits may get a scale yet.
  private var lastAdded: ExactDecimal?
  var approximation = Numeral.Approximation.none

  init(start: Int) {
    self.start = start
  }

  var isEmpty: Bool { last == .nothing && approximation != .indefinite }
  var endsWithScale: Bool { last == .small || last == .large }
  /// One digit and nothing else: 一两百.
  var isOneDigit: Bool { pending.count == 1 && last == .digits }
  var endsWithZero: Bool { last == .zero }
  var endsWithDigit: Bool { last == .digits || last == .arabic }
  var isArabicOnly: Bool { hasArabic && !hasScale && !hasChineseDigits }

  var canBeApproximate: Bool {
    switch last {
    case .small, .large: true
    case .arabic: !hasScale && !hasPoint && (arabic?.integerDigits ?? 0) >= 2
    default: false
    }
  }

  /// Digits with a point, of which only a scale word makes an approximation: 1.27多亿.
  var endsWithDecimal: Bool { last == .arabic && hasPoint && !hasScale }

  var canTakeArabic: Bool {
    hasArabic && approximation == .none && (last == .large || last == .zero || last == .small && (lastSmall ?? 0) >= 3)
  }

  var canTakeDigit: Bool {
    guard approximation != .more, approximation != .about else { return false }
    if approximation == .indefinite, last == .nothing { return false }
    return last != .arabic && last != .fraction && !endsColloquially
  }

  var canTakePoint: Bool {
    guard !hasPoint, approximation == .none, !isRange else { return false }
    switch last {
    case .digits: return pending.count <= 1
    case .small, .large: return true
    default: return false
    }
  }

  /// 三·五, 一三·五: digits in a row are read by their places before a raised point.
  var canTakeRaisedPoint: Bool {
    guard !hasPoint, approximation == .none, !isRange else { return false }
    switch last {
    case .digits: return hasScale ? pending.count == 1 : pending.count <= 8
    case .small, .large: return true
    default: return false
    }
  }

  func canTake(small power: Int) -> Bool {
    guard approximation == .none || approximation == .indefinite && last == .nothing || approximation == .indefinite
    else { return false }
    switch last {
    case .nothing: return true
    case .digits:
      guard pendingIsOneNumber, pending.last != 0 else { return false }
      return lastSmall.map { power < $0 } ?? true
    case .arabic: return lastSmall.map { power < $0 } ?? true
    case .small:
      // 百十来个; 百万 is a large scale and taken elsewhere.
      if approximation == .indefinite { return false }
      return power == 1 && (lastSmall ?? 0) >= 2
    case .zero: return power == 1
    case .large, .fraction: return false
    }
  }

  func canTake(large power: Int) -> Bool {
    switch last {
    case .nothing: return true
    case .digits: return (pendingIsOneNumber || isInPlaces) && lastLarge != power
    case .arabic, .small, .fraction: return lastLarge != power
    case .large: return lastLarge.map { power >= $0 } ?? true
    case .zero: return approximation == .more
    }
  }

  /// One digit, or two that stand for a range: 三四百.
  private var pendingIsOneNumber: Bool {
    switch pending.count {
    case 1: true
    case 2: isApproximatePair
    default: false
    }
  }

  /// 五六三億, 七二〇億: digits in a row before a large scale word are read by their places.
  private var isInPlaces: Bool { !hasScale && !hasArabic && pending.count >= 2 && pending.count <= 8 && pending[0] > 0 }

  /// 三四, 七八; 三五 is said for a few.
  private var isApproximatePair: Bool {
    pending.count == 2 && pending[0] > 0 && (pending[1] == pending[0] + 1 || pending[0] == 3 && pending[1] == 5)
  }

  /// Whether digits after a scale word are below it: 9,860 after 1亿, 6,200 after 8万.
  func fits(_ numeral: ArabicNumeral) -> Bool {
    guard !numeral.hasPoint, !numeral.hasLeadingZero else { return false }
    let places = lastSmall ?? lastLarge ?? 0
    return numeral.integerDigits <= places
  }

  mutating func addIndefinite() {
    approximation = .indefinite
    hasChineseDigits = true
  }

  mutating func add(_ numeral: ArabicNumeral) {
    hasArabic = true
    hasPoint = numeral.hasPoint
    hasSeparators = hasSeparators || numeral.hasSeparators
    if last == .nothing { arabic = numeral }
    var value = numeral.value
    if numeral.integerDigits == 1, last == .large || last == .small {
      // 3万5 is 3.5万; undone where a scale follows.
      endsColloquially = true
      value = numeral.value
    }
    addToGroup(value, value)
    last = .arabic
  }

  mutating func add(digit: UInt8) {
    hasChineseDigits = true
    if digit == 0, pending.isEmpty, last == .small || last == .large {
      isAfterZero = true
      last = .zero
      return
    }
    pending.append(digit)
    hasDigit = true
    last = .digits
  }

  mutating func add(small power: Int) {
    hasScale = true
    if last == .arabic {
      endsColloquially = false
      if lastSmall == nil {
        groupLow = groupLow?.scaled(byPowerOfTen: power)
        groupHigh = groupHigh?.scaled(byPowerOfTen: power)
      } else {
        // 3千5百: only the digits behind the last scale are hundreds.
        splitLast(power: power)
      }
    } else if pending.isEmpty {
      let one = ExactDecimal(1).scaled(byPowerOfTen: power)
      if last == .nothing {
        isBare = power >= 2
        if approximation != .indefinite { hasChineseDigits = true }
      }
      addToGroup(one, one)
    } else {
      flushPending(power: power)
    }
    lastSmall = power
    isAfterZero = false
    last = .small
  }

  mutating func add(large power: Int) {
    hasScale = true
    endsColloquially = false
    if !pending.isEmpty { flushPending(power: 0) }
    if !hasGroup, last != .large {
      if last == .nothing, approximation != .indefinite { isBare = true }
      addToGroup(ExactDecimal(1), ExactDecimal(1))
    }
    if let previous = lastLarge, power >= previous {
      totalLow = sum(totalLow, groupLow)?.scaled(byPowerOfTen: power)
      totalHigh = sum(totalHigh, groupHigh)?.scaled(byPowerOfTen: power)
      scale += power
      if previous == power, power == 4 { scale = 8 }
      lastLarge = power
    } else {
      totalLow = sum(totalLow, groupLow?.scaled(byPowerOfTen: power))
      totalHigh = sum(totalHigh, groupHigh?.scaled(byPowerOfTen: power))
      if lastLarge == nil { scale = power }
      lastLarge = power
    }
    groupLow = .zero
    groupHigh = .zero
    hasGroup = false
    lastSmall = nil
    isAfterZero = false
    last = .large
  }

  mutating func add(fraction digits: [UInt8]) {
    // 两千三点一: the last digit is of the scale below 千.
    if pending.count > 1 {
      let value = Self.value(of: pending)
      addToGroup(value, value)
    } else {
      flushPending(power: colloquialPlaces ?? 0)
    }
    pending.removeAll(keepingCapacity: true)
    if digits.count > 38 {
      groupLow = nil
      groupHigh = nil
    } else {
      var coefficient: UInt128 = 0
      for digit in digits { coefficient = coefficient * 10 + UInt128(digit) }
      let value = ExactDecimal(coefficient: coefficient, exponent: -digits.count)
      addToGroup(value, value)
    }
    hasPoint = true
    last = .fraction
  }

  func numeral(end: Int) -> Numeral {
    var finished = self
    finished.finish()
    return finished.result(end: end)
  }

  private mutating func finish() {
    if hasArabic, endsColloquially, let places = colloquialPlaces, let lastAdded {
      groupLow = sum(groupLow, lastAdded.scaled(byPowerOfTen: places))?.adding(lastAdded.negated)
      groupHigh = groupLow
    }
    guard !pending.isEmpty else { return }
    let isAlone = !hasScale && !hasArabic
    if isAlone, pending.count != 1, !isApproximatePair {
      groupLow = Self.value(of: pending)
      groupHigh = groupLow
      return
    }
    if let places = colloquialPlaces, pending.count <= 2 {
      endsColloquially = true
      flushPending(power: places)
    } else {
      flushPending(power: 0)
    }
  }

  /// The power of ten that a last digit without scale word has: 3 in 一万二, 2 in 三千五; `nil` where it is units.
  private var colloquialPlaces: Int? {
    guard !isAfterZero else { return nil }
    if let lastSmall { return lastSmall >= 2 ? lastSmall - 1 : nil }
    if let lastLarge { return lastLarge - 1 }
    return nil
  }

  private func result(end: Int) -> Numeral {
    var numeral = Numeral(start: start, end: end)
    let low = sum(totalLow, groupLow).flatMap(Self.bounded)
    let high = sum(totalHigh, groupHigh).flatMap(Self.bounded)
    if approximation != .indefinite {
      numeral.low = low
      if let low, let high, low != high { numeral.high = high }
    }
    numeral.scale = scale
    numeral.approximation = approximation
    numeral.hasArabicDigits = hasArabic
    numeral.hasChineseDigits = hasChineseDigits
    numeral.isBareScale = isBare && !hasDigit
    numeral.isDigitString = !hasScale && !hasArabic && pending.count >= 2
    numeral.hasPoint = hasPoint
    numeral.hasSeparators = hasSeparators
    numeral.endsColloquially = endsColloquially
    if let arabic, !hasScale {
      numeral.digitCount = arabic.hasPoint ? 0 : arabic.integerDigits
      numeral.hasLeadingZero = arabic.hasLeadingZero
    }
    return numeral
  }

  private mutating func flushPending(power: Int) {
    guard !pending.isEmpty else { return }
    if isApproximatePair {
      isRange = true
      addToGroup(
        ExactDecimal(Int(pending[0])).scaled(byPowerOfTen: power),
        ExactDecimal(Int(pending[1])).scaled(byPowerOfTen: power))
    } else if let value = Self.value(of: pending) {
      addToGroup(value.scaled(byPowerOfTen: power), value.scaled(byPowerOfTen: power))
    } else {
      addToGroup(nil, nil)
    }
    if hasScale || power > 0 { pending.removeAll(keepingCapacity: true) }
  }

  private mutating func addToGroup(_ low: ExactDecimal?, _ high: ExactDecimal?) {
    groupLow = sum(groupLow, low)
    groupHigh = sum(groupHigh, high)
    lastAdded = low
    hasGroup = true
  }

  private mutating func splitLast(power: Int) {
    guard let lastAdded else { return }
    let rest = lastAdded.scaled(byPowerOfTen: power)
    groupLow = sum(groupLow, lastAdded.negated).flatMap { sum($0, rest) }
    groupHigh = groupLow
  }

  private func sum(_ left: ExactDecimal?, _ right: ExactDecimal?) -> ExactDecimal? {
    guard let left, let right else { return nil }
    return left.adding(right)
  }

  /// 万万万… has few digits and no end; what is above 10^38 is refused.
  static func bounded(_ value: ExactDecimal) -> ExactDecimal? {
    value.exponent <= 38 ? value : nil
  }

  private static func value(of digits: [UInt8]) -> ExactDecimal? {
    guard digits.count <= 38 else { return nil }
    var coefficient: UInt128 = 0
    for digit in digits { coefficient = coefficient * 10 + UInt128(digit) }
    return ExactDecimal(coefficient: coefficient)
  }
}
