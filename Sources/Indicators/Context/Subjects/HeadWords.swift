import Rules

/// Where words stand in a paragraph that are looked for at the head of every clause and found in few paragraphs: they are
/// noted in the one pass over its text.
struct HeadWords: Sendable {
  private var householders: [Int] = []
  private var companyTitles: [Int] = []
  private var totals: [Int] = []
  private var particles: [Int32] = []
  private var epithetEnds: [Int32] = []
  private var copulas: [Int32] = []
  /// Whether the words of a text are noted: what is not noted stands nowhere in it.
  private let isComplete: Bool

  /// Those of a text that nobody went through.
  init() { isComplete = false }

  /// - Parameter room: The bytes of the text, whose words are noted next.
  init(room: Int) {
    isComplete = true
    particles.reserveCapacity(room / 64 + 4)
  }

  /// Those of a text without a paragraph.
  init(in text: [UInt8], _ rules: OrganizationRules) {
    self.init(room: text.count)
    var offset = 0
    while offset < text.count {
      note(.headWords, at: offset, in: text, rules)
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
  }

  /// Notes the words that begin at an offset, of those that may; the offsets of a text come in order.
  mutating func note(_ reasons: ContextTriggers.Reasons, at offset: Int, in text: [UInt8], _ rules: OrganizationRules) {
    if reasons.contains(.householder), rules.householders.longestMatch(in: text, at: offset) != nil {
      householders.append(offset)
    }
    if reasons.contains(.companyTitle), rules.companyTitles.longestMatch(in: text, at: offset) != nil {
      companyTitles.append(offset)
    }
    if reasons.contains(.total), rules.totals.longestMatch(in: text, at: offset) != nil { totals.append(offset) }
    if reasons.contains(.particle), PeriodMarker.begins(text, offset, PeriodMarker.of) {
      particles.append(Int32(offset))
    }
    if reasons.contains(.copula), rules.rankCopulas.longestMatch(in: text, at: offset) != nil,
      rules.rankLeads.longestMatch(endingAt: offset, in: text) != nil
    {
      copulas.append(Int32(offset))
    }
    if reasons.contains(.epithet) {
      let end = offset + UTF8Scalar.folded(in: text, at: offset).length
      if rules.epithets.longestMatch(endingAt: end, in: text) != nil { epithetEnds.append(Int32(end)) }
    }
  }

  /// Whether 的 may begin in a range.
  func mayHaveParticle(_ range: Range<Int>) -> Bool { !isComplete || Self.contains(particles, range) }

  /// Whether what a place is said to be may end in a range.
  func mayHaveEpithet(_ range: Range<Int>) -> Bool { !isComplete || Self.contains(epithetEnds, range) }

  /// Where a verb stands in a range that names whoever comes first or last.
  func copula(in range: Range<Int>) -> Int? {
    guard !copulas.isEmpty else { return nil }
    let first = copulas.indices.first(notBefore: range.lowerBound) { Int(copulas[$0]) }
    return first < copulas.count && copulas[first] < range.upperBound ? Int(copulas[first]) : nil
  }

  @inline(__always)
  private static func contains(_ offsets: [Int32], _ range: Range<Int>) -> Bool {
    guard !offsets.isEmpty else { return false }
    let first = offsets.indices.first(notBefore: range.lowerBound) { Int(offsets[$0]) }
    return first < offsets.count && offsets[first] < range.upperBound
  }

  /// The first word for what a householder is that begins in a range and ends by `end`.
  func firstHouseholder(in text: [UInt8], _ range: Range<Int>, end: Int, _ rules: OrganizationRules) -> Int? {
    Self.first(of: householders, in: text, range, end: end, rules.householders)
  }

  /// The same for what people are in companies.
  func firstCompanyTitle(in text: [UInt8], _ range: Range<Int>, end: Int, _ rules: OrganizationRules) -> Int? {
    Self.first(of: companyTitles, in: text, range, end: end, rules.companyTitles)
  }

  /// The same for verbs of a total.
  func firstTotal(in text: [UInt8], _ range: Range<Int>, end: Int, _ rules: OrganizationRules) -> Int? {
    Self.first(of: totals, in: text, range, end: end, rules.totals)
  }

  @inline(__always)
  private static func first(
    of offsets: [Int], in text: [UInt8], _ range: Range<Int>, end: Int, _ table: WordTable<Bool>
  ) -> Int? {
    guard !offsets.isEmpty else { return nil }
    for index in offsets.indices.first(notBefore: range.lowerBound, by: { offsets[$0] })..<offsets.count {
      guard offsets[index] < range.upperBound else { return nil }
      if table.longestMatch(in: text, at: offsets[index], end: end) != nil { return offsets[index] }
    }
    return nil
  }
}
