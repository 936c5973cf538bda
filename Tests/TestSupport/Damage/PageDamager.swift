/// Sets a clean page in columns and damages it as extraction from a newspaper's PDF does, in a way that a seed decides.
public struct PageDamager: Sendable {
  public struct Result: Sendable {
    public var text: String
    /// How often each kind of damage was done.
    public var done: [String: Int]
  }

  enum Indent: Sendable {
    /// Seen only in the width of first lines, as extraction drops it; with two full-width spaces; or none.
    case width, spaces, none
  }

  public let rates: DamageRates

  public init(rates: DamageRates = .real) {
    self.rates = rates
  }

  public func damage(_ page: [CleanParagraph], seed: UInt64) -> Result {
    var setter = PageSetter(rates: rates, generator: SeededGenerator(seed: seed ^ 0x5DEE_CE66))
    return setter.set(page)
  }
}
