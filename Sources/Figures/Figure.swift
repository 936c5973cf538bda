import Values

/// A numeral with its unit, bound and meaning, at its place in a text.
public struct Figure: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case number, ordinal, percentage, points, money, count, quantity, multiple, ratio, period, date, duration, age
    /// Part of a name and so no quantity: 110千伏变电站, “四上企业”.
    case name
  }

  public enum Bound: String, CaseIterable, Sendable {
    case exact
    case atLeast = "at_least"
    case moreThan = "more_than"
    case about, nearly
    case atMost = "at_most"
  }

  public enum Amount: Hashable, Sendable {
    case value(ExactDecimal)
    case range(low: ExactDecimal, high: ExactDecimal)
  }

  /// The amount in the base unit, exact.
  public struct Normalized: Hashable, Sendable {
    public let amount: Amount
    /// ISO 4217 for money, UCUM for physical units, `%`, `1` for counts.
    public let unit: String

    public init(amount: Amount, unit: String) {
      self.amount = amount
      self.unit = unit
    }
  }

  public enum Role: String, CaseIterable, Sendable {
    case none
    /// Limits the things that are counted: 亿元以上 in 亿元以上项目138个.
    case threshold
    /// Describes a thing rather than measures it: 10万吨级泊位.
    case attribute
    /// 一个, 一位: no more than an article.
    case article
    /// What a price is said for: 一公斤 in 一公斤两块多.
    case per
  }

  /// Bytes of the text that the figure takes up, numeral and unit: `68.3亿元`.
  public let range: Range<Int>
  /// Bytes of the numeral alone, where there is one: `68.3亿` of 68.3亿元.
  public let numeral: Range<Int>?
  /// `range` and the words of bound around it that were read as part of it: `超过68.3亿元`, `20家以上`.
  public let extent: Range<Int>
  public let kind: Kind
  /// `nil` for periods and dates, and for numerals that have no exact decimal.
  public let amount: Amount?
  /// As written, half-width and simplified, scale word included: `亿元`, `个百分点`; empty where there is none.
  public let unit: String
  public let bound: Bound
  public let normalized: Normalized?
  /// Set for periods and dates, as far as the words and the publication date fix it.
  public let period: TimePeriod?
  /// What the words of a period say, to be resolved by the context; set for every period and date.
  public let periodExpression: PeriodExpression?
  /// The unit that a figure is said for by words beside it, simplified: 吨 in 每吨1.6万元, 人·月 in 每人每月910元.
  public let per: String?
  /// Bytes of the per-words.
  public let perRange: Range<Int>?
  /// What a figure that is part of a name does in it.
  public let role: Role
  /// Why it is a name or was rejected, for people; `nil` where there is nothing to say.
  public let reason: String?

  public init(
    range: Range<Int>, extent: Range<Int>? = nil, kind: Kind, amount: Amount? = nil, unit: String = "",
    bound: Bound = .exact, normalized: Normalized? = nil, period: TimePeriod? = nil, reason: String? = nil,
    periodExpression: PeriodExpression? = nil, per: String? = nil, perRange: Range<Int>? = nil, role: Role = .none,
    numeral: Range<Int>? = nil
  ) {
    self.range = range
    self.extent = extent ?? range
    self.kind = kind
    self.amount = amount
    self.unit = unit
    self.bound = bound
    self.normalized = normalized
    self.period = period
    self.reason = reason
    self.periodExpression = periodExpression
    self.per = per
    self.perRange = perRange
    self.role = role
    self.numeral = numeral
  }

  /// The same figure said for a unit by words beside it.
  func said(for per: String, _ words: Range<Int>) -> Figure {
    Figure(
      range: range, extent: extent, kind: kind, amount: amount, unit: unit, bound: bound, normalized: normalized,
      period: period, reason: reason, periodExpression: periodExpression, per: per, perRange: words, role: role,
      numeral: numeral)
  }

  /// The same figure in another role.
  func acting(as role: Role) -> Figure {
    Figure(
      range: range, extent: extent, kind: kind, amount: amount, unit: unit, bound: bound, normalized: normalized,
      period: period, reason: reason, periodExpression: periodExpression, per: per, perRange: perRange, role: role,
      numeral: numeral)
  }

  /// The same number as a sum of yuan, whose unit was left out.
  func asMoney() -> Figure {
    Figure(
      range: range, extent: extent, kind: .money, amount: amount, unit: unit + "元", bound: bound,
      normalized: normalized.map { Normalized(amount: $0.amount, unit: "CNY") }, per: per, perRange: perRange,
      role: role, numeral: numeral)
  }

  /// The same figure at other offsets.
  func moved(by move: (Range<Int>) -> Range<Int>) -> Figure {
    Figure(
      range: move(range), extent: move(extent), kind: kind, amount: amount, unit: unit, bound: bound,
      normalized: normalized, period: period, reason: reason, periodExpression: periodExpression, per: per,
      perRange: perRange.map(move), role: role, numeral: numeral.map(move))
  }
}
