/// A pattern over pieces, as `constructions.yaml` writes it, parsed.
///
/// `F` is the figure that the construction reads; what stands before it is matched from it to the left, what stands
/// after it to the right.
indirect enum Pattern: Hashable, Sendable {
  case test(PieceTest)
  case sequence([Pattern])
  case choice([Pattern])
  /// `maximum` is `nil` for no limit but the clause.
  case repetition(Pattern, minimum: Int, maximum: Int?)
  case capture(Int, Pattern)
  case clauseStart
  case clauseEnd
  /// The figure itself.
  case anchor

  /// The slots of captures: two numbers each.
  static let captureNames = ["name", "right", "share", "rate", "earlier", "flow", "verb", "base", "per", "subject"]

  static func slot(of name: String) -> Int? { captureNames.firstIndex(of: name) }
}
