import Rules

/// The scalars that a figure, a period or a name with a numeral may begin with.
struct TriggerTable: Sendable {
  /// What may begin at a scalar.
  struct Reasons: OptionSet, Sendable {
    let rawValue: UInt8
    static let numeral = Reasons(rawValue: 1)
    static let word = Reasons(rawValue: 2)
    static let period = Reasons(rawValue: 4)
    static let name = Reasons(rawValue: 8)
    static let ordinal = Reasons(rawValue: 16)
    static let currency = Reasons(rawValue: 32)
    static let sign = Reasons(rawValue: 64)
  }

  /// By scalar of the basic plane.
  private let reasons: [UInt8]
  /// The scalars with a reason, in both widths: a bit is asked of every character of a text.
  private let triggers: ScalarSet

  init(lexicon: FigureLexicon) {
    var reasons = [UInt8](repeating: 0, count: 0x10000)
    func mark(_ scalar: UInt32, _ reason: Reasons) {
      if scalar < 0x10000 { reasons[Int(scalar)] |= reason.rawValue }
    }
    for scalar in 0x3000...0x9FFF as ClosedRange<UInt32>
    where NumeralClass.of(scalar) != nil || NumeralClass.tens(scalar) != nil {
      mark(scalar, .numeral)
    }
    for scalar in 0x30...0x39 as ClosedRange<UInt32> { mark(scalar, [.numeral, .period]) }
    for scalar in [0x25CB, 0x25EF] as [UInt32] { mark(scalar, .numeral) }
    mark(0x534A, .numeral)  // 半
    for scalar in lexicon.names.words.firstScalars { mark(scalar, .name) }
    for scalar in lexicon.wordFigures.firstScalars { mark(scalar, .word) }
    for scalar in lexicon.periods.firstScalars { mark(scalar, .period) }
    // Every Chinese digit may begin a year, a month or a day.
    for scalar in 0x3000...0x9FFF as ClosedRange<UInt32> where NumeralClass.of(scalar) != nil {
      mark(scalar, .period)
    }
    // 截元前首头近最过今未接民第此其随
    for scalar in [
      0x7B2C, 0x622A, 0x5143, 0x524D, 0x9996, 0x5934, 0x8FD1, 0x6700, 0x8FC7, 0x4ECA, 0x672A, 0x63A5, 0x6C11,
      0x6B64, 0x5176, 0x968F,
    ]
      as [UInt32]
    {
      mark(scalar, .period)
    }
    for scalar in [0x7B2C, 0x524D] as [UInt32] { mark(scalar, .ordinal) }  // 第前
    for scalar in lexicon.currencySigns { mark(scalar, .currency) }
    for scalar in [0x2D, 0x2212, 0xFE63, 0x2013, 0x2B, 0x8D1F] as [UInt32] { mark(scalar, .sign) }  // - − ﹣ – + 负
    self.reasons = reasons
    var triggers = ScalarSet()
    for scalar in reasons.indices where reasons[scalar] != 0 { triggers.insertBothWidths(scalar) }
    self.triggers = triggers
  }

  func reasons(for scalar: UInt32) -> Reasons {
    scalar < 0x10000 ? Reasons(rawValue: reasons[Int(scalar)]) : []
  }

  /// The first scalar from an offset on that something may begin at: its place, what may begin and its bytes.
  func next(in utf8: [UInt8], from start: Int) -> (offset: Int, reasons: Reasons, length: Int)? {
    var start = start
    // The set has all beyond the basic plane, where nothing begins.
    while let offset = triggers.first(in: utf8, from: start) {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: offset)
      let found = reasons(for: scalar)
      if !found.isEmpty { return (offset, found, length) }
      start = offset + length
    }
    return nil
  }
}

extension PeriodLexicon {
  var firstScalars: [UInt32] {
    years.firstScalars + spans.firstScalars + moments.firstScalars + plans.firstScalars + feasts.firstScalars
      + newYearDays.firstScalars
  }
}
