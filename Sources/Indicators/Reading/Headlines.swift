/// Headlines repeat what the body says: their figures are mentions of its records.
enum Headlines {
  /// The observations of headlines that the body has too, with the fields that the body gives them.
  static func repeating(_ body: [Observation], in headlines: [Observation]) -> [Observation] {
    guard !headlines.isEmpty else { return [] }
    // Few of the body's figures stand in a headline, and hashing a unit costs more than the rest of this.
    let digits = Set(headlines.map { Self.digits(of: $0) })
    let byAmount = Dictionary(grouping: body.lazy.filter { digits.contains(Self.digits(of: $0)) }) { $0.normalized }
    return headlines.compactMap { headline in
      guard let said = byAmount[headline.normalized]?.prefix(16).first(where: { isSame($0, headline) }) else {
        // What the body counts nothing of, the headline alone says; else it rounds or rewords.
        let kind = Kind(headline)
        return kind.isOpen || body.contains(where: kind.isKind) ? nil : headline
      }
      var repeated = said
      repeated.paragraph = headline.paragraph
      repeated.range = headline.range
      repeated.quote = headline.quote
      repeated.rule = headline.rule
      return repeated
    }
  }

  /// The last digits of the amount, which equal amounts share.
  private static func digits(of observation: Observation) -> UInt64 {
    switch observation.normalized.amount {
    case .value(let value), .range(let value, _): UInt64(truncatingIfNeeded: value.coefficient)
    }
  }

  /// What sort of figure an observation is.
  private struct Kind {
    let measure: Observation.Measure
    let base: String
    let counter: String
    /// A bare number.
    var isOpen: Bool { base == "1" && counter.isEmpty }

    init(_ observation: Observation) {
      measure = Self.measure(of: observation)
      base = observation.normalized.unit
      counter = Self.counter(of: observation)
    }

    /// Whether an observation is of this kind; its counter is asked for last, because it has to be cut out of the unit.
    func isKind(of observation: Observation) -> Bool {
      measure == Self.measure(of: observation) && base == observation.normalized.unit
        && counter == Self.counter(of: observation)
    }

    private static func measure(of observation: Observation) -> Observation.Measure {
      observation.measure == .share ? .level : observation.measure
    }

    /// 万人 and 人 are one counter.
    private static func counter(of observation: Observation) -> String {
      observation.normalized.unit == "1" ? String(observation.unit.drop { "十百千万亿".contains($0) }) : ""
    }
  }

  private static func isSame(_ one: Observation, _ other: Observation) -> Bool {
    one.bound == other.bound
      && (one.measure == other.measure || one.measure == .share || other.measure == .share)
  }
}
