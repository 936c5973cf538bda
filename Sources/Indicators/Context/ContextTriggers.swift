import Rules

/// What the context looks for, by the scalar that it may begin with, so that one pass over a text finds the places where
/// anything could stand and asks the word tables nowhere else.
struct ContextTriggers: Sendable {
  struct Reasons: OptionSet, Sendable {
    let rawValue: UInt16
    /// A mark that may end a clause.
    static let mark = Reasons(rawValue: 1)
    /// The name of a place; in a paragraph only where one stands.
    static let place = Reasons(rawValue: 2)
    /// A word that stands for a name.
    static let deictic = Reasons(rawValue: 4)
    /// A word that makes the text a plan or a look back.
    static let section = Reasons(rawValue: 8)
    /// A word that says that the year is over.
    static let pastYear = Reasons(rawValue: 16)
    /// 达产后.
    static let futureCondition = Reasons(rawValue: 32)
    /// 走进, 在.
    static let setting = Reasons(rawValue: 64)
    /// A bracket that opens.
    static let bracket = Reasons(rawValue: 128)
    /// What a householder is: 社员.
    static let householder = Reasons(rawValue: 256)
    /// What somebody is in a company: 总经理.
    static let companyTitle = Reasons(rawValue: 512)
    /// The verb of a total: 累计接待.
    static let total = Reasons(rawValue: 1024)
    /// 的.
    static let particle = Reasons(rawValue: 2048)
    /// The last character of what a place is said to be: 产粮大县.
    static let epithet = Reasons(rawValue: 4096)
    /// A word that says that something is aimed at.
    static let aim = Reasons(rawValue: 8192)
    /// The verb that names whoever comes first: 要数.
    static let copula = Reasons(rawValue: 16384)
    static let headWords: Reasons = [.householder, .companyTitle, .total, .particle, .epithet, .copula]
  }

  /// By scalar of the basic plane.
  private let reasons: [UInt16]

  init(gazetteer: Gazetteer, organizations: OrganizationRules, sections: SectionRules, aims: WordTable<Bool>) {
    var reasons = [UInt16](repeating: 0, count: 0x10000)
    func add(_ table: some WordStarts, _ reason: Reasons) {
      for scalar in ScalarSet(table).scalars { reasons[scalar] |= reason.rawValue }
    }
    add(gazetteer.beginnings, .place)
    add(organizations.deictics, .deictic)
    add(organizations.settings, .setting)
    add(organizations.householders, .householder)
    add(organizations.companyTitles, .companyTitle)
    add(organizations.totals, .total)
    add(organizations.epithets, .epithet)
    add(organizations.rankCopulas, .copula)
    reasons[0x7684] |= Reasons.particle.rawValue
    add(sections.sentences, .section)
    add(aims, .aim)
    add(sections.pastYear, .pastYear)
    add(sections.futureConditions, .futureCondition)
    for scalar in ClauseMap.marks { reasons[scalar] |= Reasons.mark.rawValue }
    for scalar in [0x28, 0xFF08] { reasons[scalar] |= Reasons.bracket.rawValue }
    self.reasons = reasons
  }

  /// Calls `body` with the offset, the scalar and the reasons of each place where something may begin, in order.
  func forEach(in text: [UInt8], _ body: (Int, Int, Reasons) -> Void) {
    text.withUnsafeBufferPointer { text in
      reasons.withUnsafeBufferPointer { reasons in
        var offset = 0
        while offset < text.count {
          let lead = text[offset]
          var scalar = Int(lead)
          var length = 1
          if lead >= 0xE0 {
            if lead < 0xF0, offset + 2 < text.count {
              scalar = Int(lead & 0x0F) << 12 | Int(text[offset + 1] & 0x3F) << 6 | Int(text[offset + 2] & 0x3F)
              length = 3
            } else {
              scalar = 0xFFFF
              length = 4
            }
          } else if lead >= 0x80, offset + 1 < text.count {
            scalar = Int(lead & 0x1F) << 6 | Int(text[offset + 1] & 0x3F)
            length = 2
          }
          let reason = reasons[scalar]
          if reason != 0 { body(offset, scalar, Reasons(rawValue: reason)) }
          offset += length
        }
      }
    }
  }
}

/// A place of a paragraph where something that the context looks for may begin.
struct ContextSite: Sendable {
  let offset: Int32
  let reasons: ContextTriggers.Reasons
}
