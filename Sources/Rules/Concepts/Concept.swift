/// A standard statistical indicator.
public struct Concept: Hashable, Sendable {
  /// What a level of it is counted in.
  public enum UnitClass: String, CaseIterable, Sendable {
    case money, count, quantity, percent, permille, ratio
  }

  /// Lower case with underscores: `va_industry_designated`.
  public let code: String
  /// The standard name: `规模以上工业增加值`.
  public let name: String
  public let english: String
  public let unitClass: UnitClass
}
