/// Headings and phrases that tell what the text below them is of, and the words around periods.
///
/// A class, so that whoever asks it copies a reference and not its tables.
public final class SectionRules: Sendable {
  public enum Frame: Hashable, Sendable {
    case plan, review
  }

  public let headings: WordTable<Frame>
  public let sentences: WordTable<Frame>
  public let futureConditions: WordTable<Bool>
  /// Words that stand before a period, found from their end.
  public let baseOpeners: WordTable<Bool>
  public let basePairs: WordTable<Bool>
  public let baseCopulas: WordTable<Bool>
  public let earlierOpeners: WordTable<Bool>
  public let baseClosers: WordTable<Bool>
  /// Words between which a period is what something adds to: 在去年6000万元的基础上.
  public let basisOpeners: WordTable<Bool>
  public let basisClosers: WordTable<Bool>
  /// Words that make a month without a year the next, found from their end: 等到四月.
  public let untilThen: WordTable<Bool>
  /// Verbs that a period only ends, found from their end: 订单排到九月, 延长至2020年.
  public let lasting: WordTable<Bool>
  /// Words before a count of what there is, found from their end and from their beginning: 约有65万户.
  public let standing: WordTable<Bool>
  public let standingHeads: WordTable<Bool>
  /// Words of what comes about once a year: 每年, 年产.
  public let yearly: WordTable<Bool>
  /// What begins behind a count and its time: 4000个今年动工.
  public let begun: WordTable<Bool>
  /// What begins once, beside the year when it did: 成立, 落户; the second found from their end.
  public let founding: WordTable<Bool>
  /// What a sentence begins with that comes to the time of the page: 发展到现在.
  public let nows: WordTable<Bool>
  /// What a sentence begins with that is done behind an event: 灾情发生后.
  public let aftermaths: WordTable<Bool>
  /// What stands before the time of one thing alone, found from its end: 仅 in 仅去年10月的一次行动.
  public let alone: WordTable<Bool>
  /// The numbers that a length of years begins with: 八 in 1991年至1998年的八年.
  public let lengths: WordTable<Bool>
  public let foundingEnds: WordTable<Bool>
  /// What a report tells, found from its end: 数据.
  public let reportNouns: WordTable<Bool>
  /// Headings of short news, each of which is of its own time.
  public let briefs: WordTable<Bool>
  /// Words for the holidays that a page speaks of: 假期.
  public let feastWords: WordTable<Bool>
  /// What says of a value that it was come to: 升至.
  public let reached: WordTable<Bool>
  /// What a title names a feast by: 春节.
  public let feastNames: WordTable<Bool>
  /// What may stand between the years of a plan and 的: 期末 in “十一五”期末的3.1倍.
  public let planYearEnds: WordTable<Bool>
  /// Nouns of an aim behind its figure: 全年60万人目标.
  public let aimNouns: WordTable<Bool>
  /// What a clause begins with that tells what is left out.
  public let exclusions: WordTable<Bool>
  /// What a sentence begins with that goes on with the event told before: 仪式上.
  public let occasions: WordTable<Bool>
  /// Fairs whose day is that of what the text below tells of them: 招聘会.
  public let fairs: WordTable<Bool>
  /// What stands, or is laid out once, and is not of a month: 床位, 规划.
  public let standingThings: WordTable<Bool>
  /// What makes of such a thing one that came in a time: 新增 in 新增床位400张.
  public let comingThings: WordTable<Bool>
  /// What stands before a time that something is expected at: 预计年底投产.
  public let expected: WordTable<Bool>
  /// Words that point back to the time told: 当时.
  public let thens: WordTable<Bool>
  /// Seasons of traffic: 春运.
  public let seasons: WordTable<Bool>
  /// Words for the same part of the year before: 同比.
  public let samePeriods: WordTable<Bool>
  /// What stands behind a year among whose parts something is the first: 今年各月之首.
  public let ranks: WordTable<Bool>
  /// What says in a heading that an aim is reached: 提前完成.
  public let attained: WordTable<Bool>
  /// What says in a heading that it is not reached yet: 确保.
  public let strivings: WordTable<Bool>
  /// What opens the first paragraph of a story: 本报讯.
  public let datelines: WordTable<Bool>
  /// Words that point at a thing, found from their end: 这座 before 去年底才通车的大桥.
  public let pointers: WordTable<Bool>
  /// Several figures or periods in the order of what they are of: 分别.
  public let respectively: WordTable<Bool>
  /// What makes two years one season, behind them: 榨季.
  public let seasonEnds: WordTable<Bool>
  /// What stands before a time to come, found from its end: 将于.
  public let coming: WordTable<Bool>
  /// Around the time of a cause: 受年初低温影响; the openers found from their end.
  public let causeOpeners: WordTable<Bool>
  public let causeClosers: WordTable<Bool>
  public let reportWords: WordTable<Bool>
  /// Found from their end.
  public let undated: WordTable<Bool>
  public let reportTitles: WordTable<Bool>
  /// What is said of a plan when it is made: 定下.
  public let settled: WordTable<Bool>
  /// Events whose day is that of what was done there: 集中签约仪式.
  public let ceremonies: WordTable<Bool>
  /// What is done where it is held: 举行 … 增殖放流活动.
  public let eventVerbs: WordTable<Bool>
  public let eventEnds: WordTable<Bool>
  /// What is of the time of the page: 收购价.
  public let prices: WordTable<Bool>
  /// Means, which are of all the time told: 均价.
  public let averages: WordTable<Bool>
  /// What befalls people: 寒潮.
  public let disasters: WordTable<Bool>
  /// Verbs behind which a period is of what is over: 扭转了一季度下降的局面.
  public let overcome: WordTable<Bool>
  /// What numbers the things of a year: 今年第二批.
  public let ordinals: WordTable<Bool>
  public let pastYear: WordTable<Bool>
  /// Words of goals: those that leave a figure open, and those that aim.
  public let openGoals: WordTable<Bool>
  public let aims: WordTable<Bool>
  /// What says that a thing is done already: 已.
  public let done: WordTable<Bool>
  /// What a clause begins with that only compares what the one before names: 同比, 比.
  public let continuers: WordTable<Bool>
  private let placeHeaders: WordTable<Bool>
  private let companyHeaders: WordTable<Bool>
  private let companyColumns: WordTable<Bool>
  /// How the names of papers end, found from their end, and what stands beside them in a masthead.
  private let mastheads: WordTable<Bool>
  private let editions: WordTable<Bool>
  /// What says that a figure adds up all there was: 累计.
  public let cumulative: WordTable<Bool>
  /// What makes of the time before it no more than that of a record: 新高.
  public let recordWords: WordTable<Bool>
  /// What a task of a year is called: 任务 of 全年任务.
  public let planNouns: WordTable<Bool>
  /// What words of a change begin with: 缩 of 缩短到.
  public let changes: WordTable<Bool>
  /// Times of the day: 上午, 傍晚.
  public let daytimes: WordTable<Bool>
  /// Reports, and of how many months they are: 半年报 6.
  public let reportSpans: WordTable<Int>
  /// Censuses, and the year that each is of.
  public let censuses: WordTable<Int>

  /// Reads `sections.yaml`. Errors: `RuleError` at the entry that is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "sections.yaml")
    let fields = try root.fields([
      "version", "place_headers", "plan_headings", "review_headings", "plan_sentences", "review_sentences",
      "future_conditions", "base_openers", "base_pairs", "base_closers", "base_copulas", "earlier_openers",
      "report_words", "past_year", "report_titles", "undated", "open_goals", "aims", "until_then",
      "briefs", "feast_words", "plan_year_ends", "aim_nouns", "exclusions", "occasions", "datelines", "plan_nouns",
      "company_headers", "company_columns", "changes",
      "daytimes", "report_spans", "report_words_not", "mastheads", "editions", "pointers", "lasting", "standing",
      "yearly", "begun", "respectively", "season_ends", "coming", "cause_openers", "cause_closers", "done",
      "continuers", "settled", "ordinals", "overcome", "ceremonies", "event_verbs", "event_ends", "prices", "averages",
      "disasters", "founding", "report_nouns", "censuses",
      "record_words", "cumulative", "basis_openers", "basis_closers", "feast_names",
      "reached", "fairs", "standing_things", "coming_things", "ranks", "thens", "expected", "seasons", "same_periods",
      "attained", "nows", "aftermaths", "alone", "lengths",
      "strivings",
    ])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("sections.yaml must have version 1")
    }
    func words(_ key: String) throws(RuleError) -> [String] {
      try OrganizationRules.words(root.required(key, in: fields))
    }
    func table(_ key: String) throws(RuleError) -> WordTable<Bool> {
      try root.required(key, in: fields).wordTable()
    }
    /// To be found from their end.
    func ends(_ key: String) throws(RuleError) -> WordTable<Bool> {
      try root.required(key, in: fields).wordTable(isReversed: true)
    }
    func frames(_ plan: String, _ review: String) throws(RuleError) -> WordTable<Frame> {
      var table = WordTable<Frame>()
      for word in try words(plan) { table.insert(word, .plan) }
      for word in try words(review) where !table.insert(word, .review) {
        throw root.error("'\(word)' opens a plan and a review")
      }
      table.compress()
      return table
    }
    placeHeaders = try table("place_headers")
    companyHeaders = try table("company_headers")
    companyColumns = try table("company_columns")
    headings = try frames("plan_headings", "review_headings")
    sentences = try frames("plan_sentences", "review_sentences")
    futureConditions = try table("future_conditions")
    baseOpeners = try ends("base_openers")
    basePairs = try ends("base_pairs")
    baseCopulas = try ends("base_copulas")
    earlierOpeners = try ends("earlier_openers")
    baseClosers = try table("base_closers")
    basisOpeners = try ends("basis_openers")
    basisClosers = try table("basis_closers")
    undated = try ends("undated")
    untilThen = try ends("until_then")
    lasting = try ends("lasting")
    standing = try ends("standing")
    standingHeads = try table("standing")
    briefs = try table("briefs")
    feastWords = try fields.wordTable("feast_words")
    reached = try fields.wordTable("reached")
    feastNames = try fields.wordTable("feast_names")
    planYearEnds = try fields.wordTable("plan_year_ends")
    aimNouns = try fields.wordTable("aim_nouns")
    exclusions = try fields.wordTable("exclusions")
    occasions = try fields.wordTable("occasions")
    fairs = try fields.wordTable("fairs")
    standingThings = try fields.wordTable("standing_things")
    comingThings = try fields.wordTable("coming_things")
    expected = try fields.wordTable("expected", isReversed: true)
    thens = try fields.wordTable("thens")
    nows = try fields.wordTable("nows")
    aftermaths = try fields.wordTable("aftermaths")
    alone = try fields.wordTable("alone", isReversed: true)
    lengths = try fields.wordTable("lengths")
    seasons = try fields.wordTable("seasons")
    samePeriods = try fields.wordTable("same_periods")
    ranks = try fields.wordTable("ranks")
    attained = try fields.wordTable("attained")
    strivings = try fields.wordTable("strivings")
    datelines = try table("datelines")
    pointers = try ends("pointers")
    yearly = try table("yearly")
    respectively = try table("respectively")
    seasonEnds = try ends("season_ends")
    coming = try ends("coming")
    causeOpeners = try ends("cause_openers")
    causeClosers = try table("cause_closers")
    begun = try table("begun")
    founding = try table("founding")
    foundingEnds = try ends("founding")
    reportNouns = try ends("report_nouns")
    openGoals = try table("open_goals")
    aims = try table("aims")
    done = try table("done")
    continuers = try table("continuers")
    reportTitles = try table("report_titles")
    ceremonies = try fields.wordTable("ceremonies")
    eventVerbs = try fields.wordTable("event_verbs")
    eventEnds = try fields.wordTable("event_ends", isReversed: true)
    prices = try fields.wordTable("prices")
    averages = try fields.wordTable("averages")
    disasters = try fields.wordTable("disasters")
    overcome = try fields.wordTable("overcome", isReversed: true)
    ordinals = try fields.wordTable("ordinals")
    settled = try fields.wordTable("settled")
    pastYear = try table("past_year")
    var reports = try table("report_words")
    for word in try words("report_words_not") { reports.insert(word, false) }
    reportWords = reports
    mastheads = try ends("mastheads")
    editions = try table("editions")
    planNouns = try table("plan_nouns")
    recordWords = try table("record_words")
    cumulative = try table("cumulative")
    changes = try table("changes")
    daytimes = try table("daytimes")
    func numbers(_ key: String) throws(RuleError) -> WordTable<Int> {
      var table = WordTable<Int>()
      for (number, names) in try root.required(key, in: fields).entries() {
        for word in try OrganizationRules.words(names) { table.insert(word, try number.integer()) }
      }
      return table
    }
    reportSpans = try numbers("report_spans")
    censuses = try numbers("censuses")
  }

  /// The column whose cells name the places that the rows of a table are of; `table` is simplified.
  public func placeColumn(of table: [UInt8]) -> Int? {
    var column = 0
    var offset = 0
    while offset < table.count, table[offset] != 0x0A {
      if let match = placeHeaders.longestMatch(in: table, at: offset), match.end < table.count,
        table[match.end] <= 0x20,
        // Behind what the rows are about 单位 is that of measurement.
        column == 0 || !table[offset..<match.end].elementsEqual("单位".utf8)
      {
        return column
      }
      while offset < table.count, table[offset] > 0x20 { offset += 1 }
      while offset < table.count, table[offset] <= 0x20, table[offset] != 0x0A { offset += 1 }
      column += 1
    }
    return nil
  }

  /// Whether the rows of a table are of the companies in their first cells: a header names them and what they earn.
  public func isCompanyHeader(_ table: [UInt8]) -> Bool {
    guard let match = companyHeaders.longestMatch(in: table, at: 0), match.end < table.count, table[match.end] <= 0x20
    else { return false }
    let lineEnd = table[match.end...].firstIndex(of: 0x0A) ?? table.endIndex
    return companyColumns.occurs(in: table, match.end..<lineEnd)
  }

  /// Whether a short line is of the paper and not of its news: 河北日报 第二版, 星期六 第三版 本市新闻.
  public func isMasthead(_ text: [UInt8]) -> Bool {
    guard text.count <= 90 else { return false }
    if isDatedPage(text) { return true }
    var end = 0
    while end < text.count, UTF8Scalar.folded(in: text, at: end).scalar > 0x30 {
      end += UTF8Scalar.folded(in: text, at: end).length
    }
    let isPaper = mastheads.longestMatch(endingAt: end, in: text) != nil
    if isPaper, end == text.count { return true }
    var offset = isPaper ? end : 0
    while offset < text.count {
      if let word = editions.longestMatch(in: text, at: offset), isPaper || isEdition(text, word.end) { return true }
      if isPaper, isPageCode(text, offset) { return true }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return false
  }

  /// Whether what stands at an offset makes of the place before it the name of a paper: 日报 behind 安康.
  public func endsPaperName(_ text: [UInt8], from offset: Int) -> Bool {
    var end = offset
    for _ in 0..<5 where end < text.count {
      end += UTF8Scalar.folded(in: text, at: end).length
      if let ending = mastheads.longestMatch(endingAt: end, in: text, start: offset), ending.start == offset {
        return end == text.count || UTF8Scalar.folded(in: text, at: end).scalar <= 0x30
      }
    }
    return false
  }

  /// B1, A02: a letter and up to two digits between spaces.
  private func isPageCode(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset > 0, text[offset - 1] <= 0x20, (0x41...0x5A).contains(text[offset]) else { return false }
    var end = offset + 1
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    return (1...2).contains(end - offset - 1) && (end == text.count || text[end] <= 0x20)
  }

  /// 2013年5月21日 A05 城事: a date, and behind a space the number of a page.
  private func isDatedPage(_ text: [UInt8]) -> Bool {
    var offset = 0
    var marks: [UInt32] = []
    while offset < text.count {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      guard (0x30...0x39).contains(scalar) || Self.dateMarks.contains(scalar) else { break }
      if Self.dateMarks.contains(scalar) { marks.append(scalar) }
      offset += size
    }
    guard marks == Self.dateMarks, offset < text.count, UTF8Scalar.folded(in: text, at: offset).scalar <= 0x20 else {
      return false
    }
    while offset < text.count, UTF8Scalar.folded(in: text, at: offset).scalar <= 0x20 {
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    guard offset < text.count else { return true }
    let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
    let isDigit = (0x30...0x39).contains(scalar)
    let next = offset + size < text.count ? UTF8Scalar.folded(in: text, at: offset + size).scalar : 0
    return isDigit || (0x41...0x5A).contains(scalar) && (0x30...0x39).contains(next)
  }

  /// 年, 月, 日.
  private static let dateMarks: [UInt32] = [0x5E74, 0x6708, 0x65E5]

  /// 第二版, 星期六: what follows the word is a number or a day and its counter.
  private func isEdition(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let after = offset + UTF8Scalar.folded(in: text, at: offset).length
    return after == text.count || UTF8Scalar.folded(in: text, at: after).scalar <= 0x30
      || editions.longestMatch(in: text, at: after) != nil
  }
}
