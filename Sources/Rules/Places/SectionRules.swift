/// Headings and phrases that tell what the text below them is of, and the words around periods.
public struct SectionRules: Sendable {
  public enum Frame: Hashable, Sendable {
    case plan, review
  }

  public private(set) var headings = WordTable<Frame>()
  public private(set) var sentences = WordTable<Frame>()
  public private(set) var futureConditions = WordTable<Bool>()
  /// Words that stand before a period, found from their end.
  public private(set) var baseOpeners = WordTable<Bool>()
  public private(set) var basePairs = WordTable<Bool>()
  public private(set) var baseCopulas = WordTable<Bool>()
  public private(set) var earlierOpeners = WordTable<Bool>()
  public private(set) var baseClosers = WordTable<Bool>()
  /// Words that make a month without a year the next, found from their end: 等到四月.
  public private(set) var untilThen = WordTable<Bool>()
  /// Verbs that a period only ends, found from their end: 订单排到九月, 延长至2020年.
  public private(set) var lasting = WordTable<Bool>()
  /// Words before a count of what there is, found from their end and from their beginning: 约有65万户.
  public private(set) var standing = WordTable<Bool>()
  public private(set) var standingHeads = WordTable<Bool>()
  /// Words of what comes about once a year: 每年, 年产.
  public private(set) var yearly = WordTable<Bool>()
  /// What begins behind a count and its time: 4000个今年动工.
  public private(set) var begun = WordTable<Bool>()
  /// Headings of short news, each of which is of its own time.
  public private(set) var briefs = WordTable<Bool>()
  /// What opens the first paragraph of a story: 本报讯.
  public private(set) var datelines = WordTable<Bool>()
  /// Words that point at a thing, found from their end: 这座 before 去年底才通车的大桥.
  public private(set) var pointers = WordTable<Bool>()
  public private(set) var reportWords = WordTable<Bool>()
  /// Found from their end.
  public private(set) var undated = WordTable<Bool>()
  public private(set) var reportTitles = WordTable<Bool>()
  public private(set) var pastYear = WordTable<Bool>()
  /// Words of goals: those that leave a figure open, and those that aim.
  public private(set) var openGoals = WordTable<Bool>()
  public private(set) var aims = WordTable<Bool>()
  private var placeHeaders = WordTable<Bool>()

  /// Reads `sections.yaml`. Errors: `RuleError` at the entry that is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "sections.yaml")
    let fields = try root.fields([
      "version", "place_headers", "plan_headings", "review_headings", "plan_sentences", "review_sentences",
      "future_conditions", "base_openers", "base_pairs", "base_closers", "base_copulas", "earlier_openers",
      "report_words", "past_year", "report_titles", "undated", "open_goals", "aims", "until_then",
      "briefs", "datelines", "pointers", "lasting", "standing", "yearly", "begun",
    ])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("sections.yaml must have version 1")
    }
    func words(_ key: String) throws(RuleError) -> [String] {
      try OrganizationRules.words(root.required(key, in: fields))
    }
    for word in try words("place_headers") { placeHeaders.insert(word, true) }
    for word in try words("plan_headings") { headings.insert(word, .plan) }
    for word in try words("review_headings") where !headings.insert(word, .review) {
      throw root.error("'\(word)' opens a plan and a review")
    }
    for word in try words("plan_sentences") { sentences.insert(word, .plan) }
    for word in try words("review_sentences") where !sentences.insert(word, .review) {
      throw root.error("'\(word)' opens a plan and a review")
    }
    for word in try words("future_conditions") { futureConditions.insert(word, true) }
    for word in try words("base_openers") { baseOpeners.insertReversed(word, true) }
    for word in try words("base_pairs") { basePairs.insertReversed(word, true) }
    for word in try words("base_copulas") { baseCopulas.insertReversed(word, true) }
    for word in try words("earlier_openers") { earlierOpeners.insertReversed(word, true) }
    for word in try words("base_closers") { baseClosers.insert(word, true) }
    for word in try words("undated") { undated.insertReversed(word, true) }
    for word in try words("until_then") { untilThen.insertReversed(word, true) }
    for word in try words("lasting") { lasting.insertReversed(word, true) }
    for word in try words("standing") {
      standing.insertReversed(word, true)
      standingHeads.insert(word, true)
    }
    for word in try words("briefs") { briefs.insert(word, true) }
    for word in try words("datelines") { datelines.insert(word, true) }
    for word in try words("pointers") { pointers.insertReversed(word, true) }
    for word in try words("yearly") { yearly.insert(word, true) }
    for word in try words("begun") { begun.insert(word, true) }
    for word in try words("open_goals") { openGoals.insert(word, true) }
    for word in try words("aims") { aims.insert(word, true) }
    for word in try words("report_titles") { reportTitles.insert(word, true) }
    for word in try words("past_year") { pastYear.insert(word, true) }
    for word in try words("report_words") { reportWords.insert(word, true) }
  }

  /// Whether the rows of a table are of the places in their first cells; `table` is simplified.
  public func isPlaceHeader(_ table: [UInt8]) -> Bool {
    guard let match = placeHeaders.longestMatch(in: table, at: 0) else { return false }
    return match.end < table.count && table[match.end] <= 0x20
  }
}
