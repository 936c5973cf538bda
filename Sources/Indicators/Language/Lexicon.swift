import Rules

/// The classes of a word, or of a piece of text: one bit each, as `lexicon.yaml` numbers them.
typealias WordClasses = UInt128

/// The words that constructions are made of, with their classes.
///
/// A class, so that every reader of a clause holds one reference to it.
final class Lexicon: Sendable {
  /// What a word means to the names of indicators.
  enum NameRole: String, CaseIterable, Sendable {
    /// It may stand anywhere in a name.
    case inside
    /// It may stand inside a name and is stripped at both its ends.
    case inner
    /// It ends a name.
    case barrier
  }

  struct Entry: Sendable {
    /// Classes that hold wherever the word stands.
    var always: WordClasses = 0
    /// Classes that hold only where a figure follows.
    var beforeFigure: WordClasses = 0
  }

  /// Common words of the language, by class, beside the words that constructions are made of.
  static let wordsFile = "words.yaml"

  let classNames: [String]
  let roles: [NameRole]
  let inner: WordClasses
  let barrier: WordClasses
  /// Verbs of flow, those that are nouns too included.
  let flow: WordClasses
  let bridges: WordClasses
  /// 各 and 分别, which may stand some words before their figures.
  let distributives: WordClasses
  /// 城乡 stands for 城镇 and 农村: what a word is split into where its figures are told apart.
  let splits: [[UInt8]: [[UInt8]]]

  /// Prepositions of one character that lead the first of several names and belong to all: 对东盟、欧盟出口.
  let prepositions: [[UInt8]]

  /// Endings of bodies and places that do what a verb of flow behind them says.
  let agents: [[UInt8]]

  /// What prices are said for, behind 每 at the end of a name.
  let perUnits: Set<String>

  /// What belongs to a period or a duration before it: the 间 of 三年间.
  let afterPeriod: [[UInt8]]

  /// How the names of trades and crops end that a topic begins with: 业, 粮食.
  let topicOwners: [[UInt8]]
  /// Verbs of what is done to a thing that are parts of nouns too.
  let deeds: WordTable<Bool>
  /// Verbs that lead what a value leaves out.
  let excluding: [[UInt8]]
  /// How offices end that tell a figure: 劳动部门.
  let offices: [[UInt8]]
  /// What points at something told before, at the head of a name: 这家.
  let pointers: [[UInt8]]
  /// What ends a phrase that says how something is done: 方式.
  let manners: [[UInt8]]
  /// What says before a verb that all is added up: 共, 合计.
  let altogether: [[UInt8]]
  /// How often something is done, between who does it and its verb: 日均.
  let paces: [[UInt8]]
  /// What leads the means by which something is done: 通过, 依托.
  let byMeans: [[UInt8]]
  /// Verbs behind what is sold or carried that tell nothing of it: 卖出, 运来.
  let handovers: [[UInt8]]
  /// Verbs before what has to be paid for each: 要交, 只收.
  let charges: [[UInt8]]
  /// What a length is said of before 的: 长 of 408公里长的渠道.
  let extents: [[UInt8]]
  /// Say which of several sizes a size is: 同店.
  let sizeKinds: [[UInt8]]
  /// Endings of trades, which tell what is meant before a verb of flow: 第三产业新登记企业.
  let trades: [[UInt8]]
  /// Those who are counted, not what is of them: 人口.
  let countedPeople: [[UInt8]]
  /// Verbs that say that money came in: 取得.
  let gains: [[UInt8]]
  /// Words that begin as one for places does and are none: 村民.
  let placeCompounds: [[UInt8]]
  /// Ends of names that one dimension measures: 面积.
  let dimensions: [[UInt8]]
  /// Counters of an article at the head of a name.
  let articles: [[UInt8]]
  /// Words that tell some of the things counted before from the others.
  let states: [[UInt8]]
  /// Verbs that say where things are.
  let whereabouts: [[UInt8]]
  /// Last characters of short names that say what sort of people or things is meant.
  let sorts: [[UInt8]]
  /// Heads of first columns whose rows are who the figures are of.
  let bearers: [[UInt8]]
  /// Characters before 一 and a counter behind which nothing is counted: 这一座.
  let beforeOne: WordTable<Bool>
  /// Words of status and habit that make a modifier with the verb behind them: 已决赔款, 经常参加锻炼的人.
  let modifierLeads: WordTable<Bool>
  /// Words that name nothing by themselves.
  let noNames: WordTable<Bool>

  /// Products of one character, which name what is measured: 纱, 布.
  let shortNames: Set<String>

  /// Words that are whole beside single characters: the 家禽 of 猪、牛、羊、家禽.
  let wholes: [[UInt8]]

  /// What is cut off the end of a name, longest first.
  let tails: [[UInt8]]

  /// Counters behind the last of several items: 三大产业, 四个行业.
  let listCounters: [[UInt8]]

  /// What places side by side are counted as: 泉州三市, 丁堰、雪岸两镇.
  let listPlaces: [[UInt8]]

  /// Endings of names that a size is told apart by: 三大产业.
  let sectors: [[UInt8]]

  /// What says what something is made or moved to, behind 将: 作为, 运到.
  let disposals: WordTable<Bool>
  /// What orders, in the words of bound before a figure: 不得低于95%.
  let orders: WordTable<Bool>
  /// What 要 before it says to be a cost: 还要抽走收入的三成.
  let costs: WordTable<Bool>
  /// What is over because of these: 原来每亩要用水600方.
  let formerly: WordTable<Bool>
  /// What makes of a plan one that was given up: 原打算.
  let onceLeads: WordTable<Bool>
  /// What a clause begins with that says how much more was done than planned: 超出计划35公里.
  let beyondPlan: WordTable<Bool>
  /// What makes of a figure behind it one that somebody set: 要求的60%.
  let setDown: WordTable<Bool>
  /// What happens to a plan: 启动.
  let planEvents: WordTable<Bool>
  /// What is done with a demand: 按照 of 按照上级要求.
  let demandsMet: WordTable<Bool>
  /// What makes of a demand right behind it a noun: 对原料有要求.
  let demandsHad: WordTable<Bool>
  /// Ends of names whose amounts are money: 净利润186亿.
  private let moneyNouns: [[UInt8]]
  /// What is built, and sizes that it need not be named for: 项目占地146亩.
  let works: [[UInt8]]
  let workSizes: [[UInt8]]
  /// What says of things that they lead: 三大主导产业.
  let ranks: [[UInt8]]
  /// Endings of those who have a size and are no subject: 规模以上工业企业完成产值.
  let owners: [[UInt8]]

  /// What people are in office or by trade, before their names: 书记.
  let personTitles: [[UInt8]]
  /// What those counted in a unit are called where nothing else names them: 户 户数.
  let countedAs: [String: String]
  /// Endings of names whose figures have no unit: 指数.
  let indices: [[UInt8]]

  /// Counters of what was just measured: 两项收入.
  let backCounters: [[UInt8]]

  /// What is said behind 等 for the rest of a list of places, longest first.
  let restOfPlaces: [[UInt8]]

  /// Counters of people.
  let people: [String]

  /// What a place or a body before it is a part of a longer word with: 门站价, 港口量.
  let wordEnds: [[UInt8]]

  /// The year before as the base of a comparison.
  let lastYear: WordTable<Bool>
  /// The span before, a month or a day, as the base.
  let lastSpan: WordTable<Bool>
  /// An average as the base.
  let means: WordTable<Bool>
  /// A year before the last as the base.
  let earlierYear: WordTable<Bool>
  /// Heads of columns that compare with the year before.
  let yoyColumns: WordTable<Bool>
  /// What ends a clause that says when something was, found from its end: 案发时.
  let moments: WordTable<Bool>

  /// How a clause begins and ends that only says from where one looks: 分季度看.
  private let viewOpenings: [[UInt8]]
  private let viewEnds: [[UInt8]]
  /// Counters whose numbers measure nothing: 六届, 三次全会.
  private let countersWithoutMeasure: [[UInt8]]
  /// Counters whose numbers below ten are idiom: 三班倒, 两头跑.
  private let countersOfTenUp: [[UInt8]]
  /// The words that say that something is aimed at.
  let aims: WordTable<Bool>
  /// The words that say that all which follows compares with the same: 下同.
  let sameBelow: WordTable<Bool>
  /// What the words end in that make a name a task.
  let taskEnds: ScalarSet

  let known: KnownClasses

  private let bits: [String: WordClasses]
  private let table: WordTable<Int>
  let entries: [Entry]
  let words: [String]

  /// Errors: `RuleError` where `lexicon.yaml` is wrong.
  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "lexicon.yaml")
    let fields = try root.fields([
      "version", "classes", "splits", "tails", "after_period", "prepositions", "agents", "per_units",
      "counters_without_measure", "counters_of_ten_up", "list_counters", "list_places", "sectors", "owners", "indices",
      "people", "word_ends", "back_counters", "rest_of_places",
      "short_names", "wholes", "topic_owners", "last_year", "last_span", "means", "earlier_year", "yoy_columns",
      "moments",
      "deeds", "excluding", "dimensions", "offices", "person_titles", "counted_as", "articles", "states", "no_names",
      "whereabouts", "sorts", "bearers", "view_openings", "view_ends", "money_nouns", "disposals", "orders", "costs",
      "formerly", "once_leads", "beyond_plan", "demands_had", "set_down", "works",
      "work_sizes", "ranks", "pointers", "manners", "altogether", "trades", "size_kinds",
      "paces", "by_means", "handovers", "charges", "extents",
      "place_compounds", "gains", "plan_events", "demands_met", "counted_people", "modifier_leads", "before_one",
    ])
    var classNames: [String] = []
    var roles: [NameRole] = []
    var bits: [String: WordClasses] = [:]
    var inner: WordClasses = 0
    var barrier: WordClasses = 0
    var bridges: WordClasses = 0
    var table = WordTable<Int>()
    var entries: [Entry] = []
    var words: [String] = []
    var needingFigure: WordClasses = 0
    for (key, value) in try root.required("classes", in: fields).entries() {
      let name = try key.text()
      guard classNames.count < WordClasses.bitWidth else { throw key.error("more than 128 classes") }
      let parts = try value.fields(["description", "in_name", "before_figure", "bridge", "same_as", "words"])
      var bit: WordClasses = 1 << WordClasses(classNames.count)
      if let other = parts["same_as"] {
        guard let known = bits[try other.text()] else { throw other.error("no class above has this name") }
        bit = known
      }
      var role = NameRole.barrier
      if let text = parts["in_name"] {
        guard let known = NameRole(rawValue: try text.text()) else {
          throw text.error("expected inside, inner or barrier")
        }
        role = known
      }
      let needsFigure = try parts["before_figure"]?.flag() ?? false
      if try parts["bridge"]?.flag() ?? false { bridges |= bit }
      if parts["same_as"] == nil {
        switch role {
        case .inside: break
        case .inner: inner |= bit
        case .barrier: barrier |= bit
        }
        if needsFigure { needingFigure |= bit }
        classNames.append(name)
        roles.append(role)
      }
      bits[name] = bit
      for word in try value.required("words", in: parts).words() {
        let identifier: Int
        if let known = table.value(of: word) {
          identifier = known
        } else {
          identifier = entries.count
          entries.append(Entry())
          words.append(word)
          table.insert(word, identifier)
        }
        if needsFigure {
          entries[identifier].beforeFigure |= bit
        } else {
          entries[identifier].always |= bit
        }
      }
    }
    let ownEntries = entries.count
    if rules.files.contains(where: { $0.name == Self.wordsFile }) {
      for (key, value) in try rules.root(of: Self.wordsFile).entries() where try key.text() != "version" {
        guard let bit = bits[try key.text()] else { throw key.error("lexicon.yaml has no such class") }
        // They share one entry: nobody asks which of them a word is.
        let identifier = entries.count
        entries.append(bit & needingFigure == 0 ? Entry(always: bit) : Entry(beforeFigure: bit))
        words.append("")
        for word in try value.words() {
          if !table.insert(word, identifier), let known = table.value(of: word), known < ownEntries,
            entries[known].always == 0
          {
            entries[known].always = bit
          }
        }
      }
    }
    var splits: [[UInt8]: [[UInt8]]] = [:]
    if let node = fields["splits"] {
      for (key, value) in try node.entries() {
        splits[Array(try key.text().utf8)] = try value.texts().map { Array($0.utf8) }
      }
    }
    countersWithoutMeasure = try Self.words(fields["counters_without_measure"])
    countersOfTenUp = try Self.words(fields["counters_of_ten_up"])
    listCounters = try Self.words(fields["list_counters"])
    viewOpenings = try Self.words(fields["view_openings"])
    viewEnds = try Self.words(fields["view_ends"])
    listPlaces = try Self.words(fields["list_places"])
    sectors = try Self.words(fields["sectors"])
    disposals = try fields.wordTable("disposals")
    orders = try fields.wordTable("orders")
    costs = try fields.wordTable("costs")
    formerly = try fields.wordTable("formerly")
    beyondPlan = try fields.wordTable("beyond_plan")
    setDown = try fields.wordTable("set_down", isReversed: true)
    onceLeads = try fields.wordTable("once_leads", isReversed: true)
    planEvents = try fields.wordTable("plan_events")
    demandsHad = try fields.wordTable("demands_had", isReversed: true)
    demandsMet = try fields.wordTable("demands_met")
    moneyNouns = try Self.words(fields["money_nouns"])
    works = try Self.words(fields["works"])
    workSizes = try Self.words(fields["work_sizes"])
    ranks = try Self.words(fields["ranks"])
    owners = try Self.words(fields["owners"])
    indices = try Self.words(fields["indices"])
    personTitles = try Self.words(fields["person_titles"])
    var countedAs: [String: String] = [:]
    if let node = fields["counted_as"] {
      for (unit, noun) in try node.entries() { countedAs[try unit.text()] = try noun.text() }
    }
    self.countedAs = countedAs
    people = try Self.words(fields["people"]).map { String(decoding: $0, as: UTF8.self) }
    backCounters = try Self.words(fields["back_counters"])
    restOfPlaces = try Self.words(fields["rest_of_places"]).sorted { $0.count > $1.count }
    wordEnds = try Self.words(fields["word_ends"])
    perUnits = Set(try fields["per_units"]?.words() ?? [])
    shortNames = Set(try fields["short_names"]?.words() ?? [])
    topicOwners = try Self.words(fields["topic_owners"])
    deeds = try fields.wordTable("deeds")
    excluding = try Self.words(fields["excluding"])
    offices = try Self.words(fields["offices"])
    pointers = try Self.words(fields["pointers"])
    manners = try Self.words(fields["manners"])
    altogether = try Self.words(fields["altogether"])
    paces = try Self.words(fields["paces"])
    byMeans = try Self.words(fields["by_means"])
    handovers = try Self.words(fields["handovers"])
    charges = try Self.words(fields["charges"]).sorted { $0.count > $1.count }
    extents = try Self.words(fields["extents"])
    sizeKinds = try Self.words(fields["size_kinds"])
    trades = try Self.words(fields["trades"])
    countedPeople = try Self.words(fields["counted_people"])
    gains = try Self.words(fields["gains"])
    placeCompounds = try Self.words(fields["place_compounds"])
    dimensions = try Self.words(fields["dimensions"])
    articles = try Self.words(fields["articles"])
    states = try Self.words(fields["states"])
    bearers = try Self.words(fields["bearers"])
    sorts = try Self.words(fields["sorts"])
    whereabouts = try Self.words(fields["whereabouts"])
    noNames = try fields.wordTable("no_names")
    modifierLeads = try fields.wordTable("modifier_leads")
    beforeOne = try fields.wordTable("before_one")
    wholes = try Self.words(fields["wholes"])
    agents = try Self.words(fields["agents"])
    prepositions = try Self.words(fields["prepositions"])
    lastYear = try fields.wordTable("last_year")
    lastSpan = try fields.wordTable("last_span")
    means = try fields.wordTable("means")
    earlierYear = try fields.wordTable("earlier_year")
    yoyColumns = try fields.wordTable("yoy_columns")
    moments = try fields.wordTable("moments", isReversed: true)
    afterPeriod = try Self.words(fields["after_period"]).sorted { $0.count > $1.count }
    tails = try Self.words(fields["tails"]).sorted { $0.count > $1.count }
    table.compress()
    self.table = table
    self.entries = entries
    self.words = words
    self.classNames = classNames
    self.roles = roles
    self.inner = inner
    self.barrier = barrier
    self.bridges = bridges
    distributives = (bits["each"] ?? 0) | (bits["distribute"] ?? 0)
    self.splits = splits
    self.bits = bits
    known = KnownClasses(bits)
    func wordTable(of classes: WordClasses) -> WordTable<Bool> {
      var found = WordTable<Bool>()
      for (word, entry) in zip(words, entries) where entry.always & classes != 0 { found.insert(word, true) }
      return found.compressed()
    }
    aims = wordTable(of: known.aim)
    sameBelow = wordTable(of: known.sameBelow)
    var taskEnds = ScalarSet()
    for (index, entry) in entries.enumerated() where entry.always & known.task != 0 {
      if let last = words[index].unicodeScalars.last { taskEnds.insertBothWidths(Int(last.value)) }
    }
    self.taskEnds = taskEnds
    flow = (bits["flow"] ?? 0) | (bits["flow-noun"] ?? 0) | (bits["flow-change"] ?? 0)
  }

  private static func words(_ node: RuleNode?) throws(RuleError) -> [[UInt8]] {
    try node?.words().map { Array($0.utf8) } ?? []
  }

  /// Whether a stretch of a shadow is a verb of what is done to a thing.
  func isDeed(_ range: Range<Int>, in shadow: [UInt8]) -> Bool { deeds.holds(range, of: shadow) }

  /// Whether a stretch of a shadow names nothing by itself.
  func isNoName(_ range: Range<Int>, in shadow: [UInt8]) -> Bool { noNames.holds(range, of: shadow) }

  /// Whether a clause only says from where one looks: 分季度看, 按经营地分.
  func isView(_ clause: ArraySlice<UInt8>) -> Bool {
    viewOpenings.contains { clause.starts(with: $0) } && viewEnds.contains { clause.suffix($0.count) == $0[...] }
  }

  /// Whether a name is one whose amounts are money.
  func isMoney(_ name: [UInt8]) -> Bool {
    moneyNouns.contains { name.count >= $0.count && name[(name.count - $0.count)...].elementsEqual($0) }
  }

  /// Whether the numbers of a counter measure nothing.
  func hasNoMeasure(_ counter: String) -> Bool { Self.has(countersWithoutMeasure, counter) }

  /// Whether the numbers of a counter measure nothing below ten.
  func measuresFromTen(_ counter: String) -> Bool { Self.has(countersOfTenUp, counter) }

  private static func has(_ words: [[UInt8]], _ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      words.contains { other in other.count == word.count && word.indices.allSatisfy { word[$0] == other[$0] } }
    }
  }

  /// The bit of a class; `nil` where the lexicon has no such class.
  func bit(of name: String) -> WordClasses? { bits[name] }

  /// The number of a word, for literals of patterns.
  func identifier(of word: String) -> Int? {
    let utf8 = Array(word.utf8)
    guard let match = table.longestMatch(in: utf8, at: 0), match.end == utf8.count else { return nil }
    return match.value
  }

  @inline(__always)
  func longestMatch(in shadow: [UInt8], at offset: Int, end: Int? = nil) -> (end: Int, word: Int)? {
    guard let match = table.longestMatch(in: shadow, at: offset, end: end) else { return nil }
    return (match.end, match.value)
  }

  /// Whether a stretch of a shadow is one word of these classes, wherever it stands.
  func isWord(_ range: Range<Int>, in shadow: [UInt8], of classes: WordClasses) -> Bool {
    longestMatch(in: shadow, at: range.lowerBound, end: range.upperBound).map {
      $0.end == range.upperBound && entries[$0.word].always & classes != 0
    } ?? false
  }

  /// Goes through a name word by word, from left to right; a character that begins no word is told with no classes.
  func forEachWord(in range: Range<Int>, of shadow: [UInt8], _ body: (Range<Int>, WordClasses) -> Void) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let match = longestMatch(in: shadow, at: offset, end: range.upperBound)
      let end = match?.end ?? offset + UTF8Shadow.scalar(in: shadow, at: offset).length
      body(offset..<end, match.map { entries[$0.word].always } ?? 0)
      offset = end
    }
  }

  func names(of classes: WordClasses) -> [String] {
    classNames.indices.filter { classes & (1 << WordClasses($0)) != 0 }.map { classNames[$0] }
  }
}
