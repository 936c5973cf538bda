/// Headlines repeat what the body says: their figures are mentions of its records.
enum Headlines {
  /// The observations of headlines that the body has too, with the fields that the body gives them.
  static func repeating(_ body: [Observation], in headlines: [Observation]) -> [Observation] {
    guard !headlines.isEmpty else { return [] }
    let byAmount = Dictionary(grouping: body) { $0.normalized }
    return headlines.compactMap { headline in
      guard let said = byAmount[headline.normalized]?.prefix(16).first(where: { isSame($0, headline) }) else {
        return nil
      }
      var repeated = said
      repeated.paragraph = headline.paragraph
      repeated.range = headline.range
      repeated.quote = headline.quote
      repeated.rule = headline.rule
      return repeated
    }
  }

  private static func isSame(_ one: Observation, _ other: Observation) -> Bool {
    one.bound == other.bound
      && (one.measure == other.measure || one.measure == .share || other.measure == .share)
  }
}
