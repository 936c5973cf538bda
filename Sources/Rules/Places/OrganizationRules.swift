/// How the names of organisations and other bodies end, what stands for them, and what surrounds a subject.
///
/// A class: as a structure inside `ContextRules` it was copied, with all its tables, for each question that it answers itself.
public final class OrganizationRules: Sendable {
  /// A class of bodies: companies, courts, zones.
  public enum Class: String, CaseIterable, Sendable {
    case company, bank, school, hospital, court, zone, facility, event, society, settlement, authority, project, region
  }

  /// A word that stands for a name.
  public enum Deictic: Hashable, Sendable {
    /// 全市: a division whose name ends in these bytes (simplified).
    case division(unit: [UInt8])
    /// 该公司: a body of the class.
    case body(Class)
    /// 全团: a body whose name ends in one of these, in either script.
    case named([[UInt8]])
    /// 本港: names its place itself; the name in both scripts.
    case place(String, traditional: String)
  }

  /// Words to be found from where they begin.
  public let endings: WordTable<Class>
  /// Endings that many bodies without a name have: 幼儿园. Read only behind the name of a place.
  private let weak: WordTable<Bool>
  /// Endings that stand directly behind the name of a place: 高雄港.
  private let behindPlaces: WordTable<Bool>
  /// Of the endings that many bodies have, those that two to four characters name: 友谊农场.
  private let nameable: WordTable<Bool>
  /// Endings of lines, which have a name of their own beside their place: 高铁 of 京沪高铁.
  private let lines: WordTable<Bool>
  /// Who speaks of others than the body before: 中泰证券分析师.
  public let outsiders: WordTable<Bool>
  public let deictics: WordTable<Deictic>
  public let operators: WordTable<Class>
  /// Endings that only hold behind a number: 团 of 一四八团.
  public let numbered: WordTable<Class>
  /// What follows such an ending that is none then: 三连冠.
  public let numberedExceptions: WordTable<Bool>
  /// What a person is who tills, trades or works for himself, before the name: 社员 of 社员张大贵.
  public let householders: WordTable<Bool>
  /// When somebody was born, before what he is: 90后 of 90后茶农.
  public let generations: WordTable<Bool>
  public let surnames: WordTable<Bool>
  /// What follows the name of a person whom the figures of a sentence are of.
  public let personFollowers: WordTable<Bool>
  /// What stands for the name behind a family name: 女士, 某.
  public let honorifics: WordTable<Bool>
  /// What stands before a family name alone: 老.
  public let namePrefixes: WordTable<Bool>
  /// What stands in a title before whom its text talks to: 对话.
  public let interviews: WordTable<Bool>
  /// What makes of a region before it only a share of where something goes or comes from: 长三角占31%.
  public let shareVerbs: WordTable<Bool>
  /// What the sender of a report ends with before a blank, found from its end: 消息.
  public let reportEnds: WordTable<Bool>
  /// What only begins like a word that ends names: 就业.
  public let stopsNot: WordTable<Bool>
  /// What a place stands behind where somebody lies, found from its end: 位于.
  public let sites: WordTable<Bool>
  /// What a person is in office, before which the name of a body ends.
  public let titleBreaks: WordTable<Bool>
  /// Who speaks before a colon: 专家：….
  public let speakers: WordTable<Bool>
  /// Who is from the place named before: 客商 of 山东客商.
  public let travellers: WordTable<Bool>
  /// What a pointing word may stand before: 这座 before 去年底通车的大桥.
  public let pointers: WordTable<Bool>
  /// 这个 before what a place is said to be: 这个江汉古镇.
  public let placePointers: WordTable<Bool>
  /// What a place is said to be behind such a word.
  public let placeNouns: WordTable<Bool>
  public let placeNounExceptions: WordTable<Bool>
  /// What counties are called by what they are like: 贫困 of 贫困县.
  public let countyKinds: WordTable<Bool>
  /// What schools of a town or a county are called of which it has one: 中心 of 城南镇中心幼儿园.
  public let onlyKinds: WordTable<Bool>
  /// What stands beside a place told of for its other half: 农村 beside 县城.
  public let contrasts: WordTable<Bool>
  /// What is said of that half right behind the word.
  public let contrastVerbs: WordTable<Bool>
  /// What no name of a county begins with.
  public let countyStops: WordTable<Bool>
  /// What a paragraph begins with that goes on with the one before: 同时.
  public let continuations: WordTable<Bool>
  /// What a headline tells an interview by, before the body of the one who answers: 访, 对话.
  public let interviewLeads: WordTable<Bool>
  /// What only begins so: 访客.
  public let interviewExceptions: WordTable<Bool>
  /// What those who answer say for themselves: 我们.
  public let selves: WordTable<Bool>
  /// Parts of a house, behind whose it is: 门口, 大厅.
  public let premises: WordTable<Bool>
  /// What stands before the place that a part of a whole is from or goes to: 来自; found from its end.
  public let shareLeads: WordTable<Bool>
  /// What the part is told by, and what stands behind the place of the next: 的占, 占.
  public let shareMarks: WordTable<Bool>
  public let shares: WordTable<Bool>
  /// What points at the person told of before: 他.
  public let personPointers: WordTable<Bool>
  /// What a sentence begins with that returns to the place that is told of: 目前.
  public let returnOpeners: WordTable<Bool>
  /// What only companies have or report: 净利润.
  public let resultWords: WordTable<Bool>
  /// What ships and people do at the port that follows: 进出湛江港的外轮.
  public let passing: WordTable<Bool>
  /// What several bodies of one kind are counted as: 企业 of 3家企业.
  public let countedBodies: WordTable<Bool>
  /// What a clause says that leads a list of companies: 从企业看.
  public let memberLeads: WordTable<Bool>
  /// What makes of the place before it only where something comes from: 运来的.
  public let origins: WordTable<Bool>
  /// The same, where what it costs is told: 产的.
  public let pricedOrigins: WordTable<Bool>
  /// The words for a project alone: 工程.
  public let bareWorks: WordTable<Bool>
  /// What makes of such a word at the head of a clause the project told of: 全长, 建成后.
  public let workFollowers: WordTable<Bool>
  /// What tells what something costs: 批发价, 每斤.
  public let priceWords: WordTable<Bool>
  /// Words of a pointing word's end, found from their end, and how the names end that they stand for.
  public let pointingHeads: WordTable<[[UInt8]]>
  /// What may stand before a subject; `false` for what only stands before the word for a division: 力争全市.
  public let leadIns: WordTable<Bool>
  /// What points at a name by its end: 该 of 该镇.
  public let pointingPrefixes: WordTable<Bool>
  public let stops: WordTable<Bool>
  /// Words of which the first character could end the name of a place: 市区 of 荣成市区人口.
  public let unitWords: WordTable<Bool>
  /// What tells behind the name of a body with whom it does something: 联合.
  public let jointWords: WordTable<Bool>
  public let generic: WordTable<Bool>
  public let saying: WordTable<Bool>
  public let titles: WordTable<Bool>
  /// A division before the ending of a body that names no place: 市第三医院.
  public let seatUnits: WordTable<Bool>
  /// What places and bodies named side by side are counted as: 丁堰、雪岸两镇.
  public let listedUnits: WordTable<Bool>
  /// Parts of a zone, behind its name.
  public let phases: WordTable<Bool>
  /// What the offices of the state begin with.
  public let stateWords: WordTable<Bool>
  /// What follows the name of a person without a title whose household is meant: 家今.
  public let households: WordTable<Bool>
  /// Days that lead a subject with 的: 昨天的水产品市场.
  public let nearDays: WordTable<Bool>
  /// What introduces the short form of a name: 以下简称.
  public let abbreviationOpeners: WordTable<Bool>
  /// What stands before the code of a share: 股票代码.
  public let codeWords: WordTable<Bool>
  /// What an office does with a letter: 答复.
  public let answers: WordTable<Bool>
  /// Verbs of a total, whoever stands before which is who does it: 庐山累计接待; `false` for those of a venue, which only names
  /// that end like one stand before: 月亮湾生态园接待.
  public let totals: WordTable<Bool>
  /// What no name ends in that stands before such a verb, found from its end: 项目累计完成.
  public let nameless: WordTable<Bool>
  /// What the names of venues end in, found from their end: 生态园.
  public let venues: WordTable<Bool>
  /// What tells the time between a venue's name and its verb, found from its end: 假日里.
  public let venueTimes: WordTable<Bool>
  /// What names side by side are said to be before them, found from its end: 公司.
  public let listHeads: WordTable<Bool>
  /// What stands behind the full name of a division and is all of its kind there: 小学 of 顺庆区小学.
  public let ofMany: WordTable<Bool>
  /// What stands between a place and the number that a line or a team has for a name: 地铁.
  public let numberHeads: WordTable<Bool>
  /// What people do that companies are named by, before such endings as 专业合作社: 种植.
  public let tradeVerbs: WordTable<Bool>
  /// Endings of waters: 湖.
  private let waters: WordTable<Bool>
  /// Words that end like the name of a water or an island and name none, found from their end: 半岛.
  public let watersUnless: WordTable<Bool>
  /// What follows the name of a water that is told of: 水位.
  public let waterFollowers: WordTable<Bool>
  /// What leads a neighbour, found from its end: 相邻的.
  public let neighbours: WordTable<Bool>
  /// What names whoever comes first, second or last: 要数, 是.
  public let rankCopulas: WordTable<Bool>
  /// What stands before such a verb, found from its end: 第一位, 最多的.
  public let rankLeads: WordTable<Bool>
  /// What companies do together to what stands behind 的, found from its end: 合资兴办.
  public let founders: WordTable<Bool>
  /// What makes of a place that stands before the place of many: 各 of 天津市各客运站.
  public let collectives: WordTable<Bool>
  /// What may stand behind a place that something is compared with: 平均水平.
  public let averages: WordTable<Bool>
  /// What a sentence begins with that tells how things are by now: 至此.
  public let outcomes: WordTable<Bool>
  /// What the names of projects end in, where a clause describes one and ends with it.
  public let projectHeads: WordTable<Bool>
  /// How the names of industries end, found from their end: 制造业.
  public let industries: WordTable<Bool>
  /// What is done with what is built, found from its end: 开工, 投产.
  public let milestones: WordTable<Bool>
  /// Offices that are works where no division names them, found from their end: 林业局.
  public let works: WordTable<Bool>
  /// Operators whose names are common words in simplified characters: 高铁.
  public let traditionalOperators: WordTable<Bool>
  /// What leads where a place lies, before its name: 离县城四十里的仙槎桥镇.
  public let locators: WordTable<Bool>
  /// Offices whose deeds are their own figures, found from their end: 海关.
  private let doers: WordTable<Bool>
  /// What stands between what a company runs or builds and its name: 运营方.
  public let roles: WordTable<Bool>
  /// What makes of those before it only what a body is one of: 之一.
  public let amongRoles: WordTable<Bool>
  /// Endings of bodies that hold behind a brand in quotes only: 艺术团 of “红叶”艺术团.
  public let brandEndings: WordTable<Bool>
  /// What stands in quotes before a kind of bodies and is no brand: 空壳 of “空壳”公司.
  public let brandless: WordTable<Bool>
  /// What tells which of several events is told of: 首届.
  public let editions: WordTable<Bool>
  /// What the names of events end in behind it: 节 of 首届龙虾节.
  public let eventEndings: WordTable<Bool>
  /// What such a name does not end in, found from its end: 代表大会.
  public let noEvents: WordTable<Bool>
  /// What ends such a name before its ending: 委员会.
  public let eventStops: WordTable<Bool>
  /// What follows an ending and only begins like a word that makes it none: 上半年 behind 镇.
  private let plainFollowers: WordTable<Bool>
  /// What places are said to be before their names: 产粮大县榆树.
  public let epithets: WordTable<Bool>
  private let exampleFollowers: WordTable<Bool>
  /// Agencies and papers whose name opens a dateline: 新华社 of 新华社广州29日电.
  public let agencies: WordTable<Bool>
  /// What makes of a bracket at the head of a text the signature of a report: 记者.
  public let signatures: WordTable<Bool>
  /// Verbs by which a body tells of itself: 透露.
  public let telling: WordTable<Bool>
  /// What things are counted in, which makes of a numeral no part of a name: 个 of 八个大队.
  public let counters: WordTable<Bool>
  /// What people are in companies, behind whose names they stand: 总经理.
  public let companyTitles: WordTable<Bool>
  /// Where work is done, behind the name of whose it is: 车间.
  public let workplaces: WordTable<Bool>
  /// What the sentence that introduces a company says that it is, found from its end: 企业 of 华通是一家民营企业.
  public let makers: WordTable<Bool>
  public let trades: WordTable<Bool>
  public let tradeFollowers: WordTable<Bool>
  /// Words that the place where something happens or is seen stands behind: 走进, 来到, 在.
  public let settings: WordTable<Bool>
  /// What makes of the place before it no more than the place: 在全市各区中.
  public let asideFollowers: WordTable<Bool>
  /// What makes of the place before it the field that a rank is taken in: 全省排第5位.
  public let rankFollowers: WordTable<Bool>
  /// What follows a pointing word that is none then: 会 of 全社会.
  private let pointingExceptions: WordTable<Bool>
  private let exceptions: WordTablesByClass
  /// Of the endings that many bodies without a name have: 快递 before 业务.
  private let weakExceptions: WordTablesByClass
  /// What stands before an ending that is none then, found from its end: 返 before 乡.
  private let innerExceptions: WordTablesByClass

  /// What an entry of `classes` may have.
  public static let classKeys: Set<String> = [
    "id", "endings", "weak", "nameable", "behind_places", "lines", "numbered", "numbered_unless", "unless",
    "weak_unless", "unless_behind", "words", "examples",
  ]

  /// Reads `organizations.yaml`. Errors: `RuleError` at the entry that is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "organizations.yaml")
    let fields = try root.fields([
      "version", "classes", "trades", "trade_followers", "operators", "divisions", "self_naming", "lead_ins", "stops",
      "generic",
      "saying", "titles", "example_followers", "answers", "settings", "aside_followers", "markets", "pointing",
      "pointing_prefixes", "pointing_unless", "pointers", "householders", "surnames", "person_followers", "speakers",
      "travellers", "travellers_not", "title_breaks", "rank_followers", "seat_units", "listed_units", "phases",
      "state_words", "households", "near_days", "abbreviation_openers", "code_words", "agencies", "counters",
      "company_titles", "workplaces", "makers", "totals", "nameless", "epithets", "project_heads", "outsiders",
      "signatures", "telling", "unless_not", "industries", "roles", "doers", "locators", "traditional_operators",
      "works", "milestones", "venue_verbs", "venues", "rank_copulas", "rank_leads", "founders", "collectives",
      "averages",
      "outcomes", "neighbours", "aim_leads", "venue_times", "list_heads", "of_many", "number_heads", "trade_verbs",
      "waters",
      "water_followers", "place_pointers", "place_nouns", "place_nouns_unless", "county_kinds", "only_kinds",
      "contrasts", "contrast_verbs", "county_stops", "continuations",
      "result_words", "passing", "joint_words", "generations", "unit_words",
      "interview_leads", "interview_leads_not", "selves", "premises", "share_leads", "share_marks", "shares",
      "person_pointers", "return_openers",
      "regions", "counted_bodies", "member_leads", "origins", "priced_origins", "price_words", "bare_works",
      "work_followers", "among_roles", "brand_endings", "brandless", "editions", "event_endings", "no_events",
      "event_stops", "honorifics", "name_prefixes", "interviews", "share_verbs",
      "waters_unless", "report_ends", "stops_not", "sites",
    ])
    guard try root.required("version", in: fields).integer() == 1 else {
      throw root.error("organizations.yaml must have version 1")
    }
    var classes = ClassTables()
    try classes.readPointing(root, fields)
    pointingPrefixes = try Self.table(root.required("pointing_prefixes", in: fields))
    pointers = try Self.table(root.required("pointers", in: fields))
    pointingExceptions = try Self.table(root.required("pointing_unless", in: fields))
    for item in try root.required("classes", in: fields).items() {
      try classes.read(item)
    }
    var deictics = classes.deictics
    for item in try root.required("divisions", in: fields).items() {
      let entry = try item.fields(["words", "unit"])
      let unit = Array(try item.required("unit", in: entry).text().utf8)
      for word in try Self.words(item.required("words", in: entry)) { deictics.insert(word, .division(unit: unit)) }
    }
    for item in try root.required("self_naming", in: fields).items() {
      let entry = try item.fields(["words", "name", "traditional"])
      let name = try item.required("name", in: entry).text()
      let traditional = try item.required("traditional", in: entry).text()
      for word in try Self.words(item.required("words", in: entry)) {
        deictics.insert(word, .place(name, traditional: traditional))
      }
    }
    self.deictics = deictics.compressed()
    endings = classes.endings.compressed()
    weak = classes.weak.compressed()
    behindPlaces = classes.behindPlaces.compressed()
    nameable = classes.nameable.compressed()
    lines = classes.lines.compressed()
    telling = try Self.table(root.required("telling", in: fields))
    signatures = try Self.table(root.required("signatures", in: fields))
    outsiders = try Self.table(root.required("outsiders", in: fields))
    exceptions = classes.exceptions
    weakExceptions = classes.weakExceptions
    innerExceptions = classes.innerExceptions
    numbered = classes.numbered
    numberedExceptions = classes.numberedExceptions
    pointingHeads = classes.pointingHeads
    var operators = WordTable<Class>()
    for word in try Self.words(root.required("operators", in: fields)) { operators.insert(word, .company) }
    for word in try Self.words(root.required("markets", in: fields)) { operators.insert(word, .facility) }
    for word in try Self.words(root.required("regions", in: fields)) { operators.insert(word, .region) }
    self.operators = operators
    householders = try Self.table(root.required("householders", in: fields))
    surnames = try Self.table(root.required("surnames", in: fields))
    personFollowers = try Self.table(root.required("person_followers", in: fields))
    interviews = try fields.wordTable("interviews").compressed()
    shareVerbs = try fields.wordTable("share_verbs").compressed()
    reportEnds = try fields.wordTable("report_ends", isReversed: true).compressed()
    stopsNot = try fields.wordTable("stops_not").compressed()
    sites = try fields.wordTable("sites", isReversed: true).compressed()
    honorifics = try fields.wordTable("honorifics").compressed()
    namePrefixes = try fields.wordTable("name_prefixes").compressed()
    titleBreaks = try Self.table(root.required("title_breaks", in: fields))
    speakers = try Self.table(root.required("speakers", in: fields))
    var travellers = WordTable<Bool>()
    for word in try Self.words(root.required("travellers", in: fields)) { travellers.insert(word, true) }
    for word in try Self.words(root.required("travellers_not", in: fields)) { travellers.insert(word, false) }
    self.travellers = travellers.compressed()
    var leadIns = try root.required("lead_ins", in: fields).wordTable()
    for word in try Self.words(root.required("neighbours", in: fields)) { leadIns.insert(word, true) }
    for word in try Self.words(root.required("aim_leads", in: fields)) { leadIns.insert(word, false) }
    self.leadIns = leadIns.compressed()
    neighbours = try fields.wordTable("neighbours", isReversed: true).compressed()
    stops = try Self.table(root.required("stops", in: fields))
    generations = try fields.wordTable("generations").compressed()
    unitWords = try fields.wordTable("unit_words").compressed()
    jointWords = try fields.wordTable("joint_words").compressed()
    generic = try Self.table(root.required("generic", in: fields))
    saying = try Self.table(root.required("saying", in: fields))
    titles = try Self.table(root.required("titles", in: fields))
    seatUnits = try Self.table(root.required("seat_units", in: fields))
    listedUnits = try Self.table(root.required("listed_units", in: fields))
    phases = try Self.table(root.required("phases", in: fields))
    stateWords = try Self.table(root.required("state_words", in: fields))
    households = try Self.table(root.required("households", in: fields))
    nearDays = try Self.table(root.required("near_days", in: fields))
    abbreviationOpeners = try Self.table(root.required("abbreviation_openers", in: fields))
    codeWords = try Self.table(root.required("code_words", in: fields))
    answers = try Self.table(root.required("answers", in: fields))
    var totals = try fields.wordTable("totals")
    for word in try Self.words(root.required("venue_verbs", in: fields)) { totals.insert(word, false) }
    self.totals = totals.compressed()
    venues = try fields.wordTable("venues", isReversed: true).compressed()
    rankCopulas = try fields.wordTable("rank_copulas").compressed()
    rankLeads = try fields.wordTable("rank_leads", isReversed: true).compressed()
    founders = try fields.wordTable("founders", isReversed: true).compressed()
    collectives = try fields.wordTable("collectives").compressed()
    venueTimes = try fields.wordTable("venue_times", isReversed: true).compressed()
    listHeads = try fields.wordTable("list_heads", isReversed: true).compressed()
    ofMany = try fields.wordTable("of_many").compressed()
    numberHeads = try fields.wordTable("number_heads").compressed()
    tradeVerbs = try fields.wordTable("trade_verbs").compressed()
    waters = try fields.wordTable("waters").compressed()
    watersUnless = try fields.wordTable("waters_unless", isReversed: true).compressed()
    waterFollowers = try fields.wordTable("water_followers").compressed()
    averages = try fields.wordTable("averages").compressed()
    placePointers = try fields.wordTable("place_pointers", isReversed: true).compressed()
    placeNouns = try fields.wordTable("place_nouns").compressed()
    placeNounExceptions = try fields.wordTable("place_nouns_unless").compressed()
    countyKinds = try fields.wordTable("county_kinds", isReversed: true).compressed()
    onlyKinds = try fields.wordTable("only_kinds").compressed()
    contrastVerbs = try fields.wordTable("contrast_verbs").compressed()
    countyStops = try fields.wordTable("county_stops").compressed()
    continuations = try fields.wordTable("continuations").compressed()
    interviewLeads = try fields.wordTable("interview_leads").compressed()
    interviewExceptions = try fields.wordTable("interview_leads_not").compressed()
    selves = try fields.wordTable("selves").compressed()
    premises = try fields.wordTable("premises").compressed()
    shareLeads = try fields.wordTable("share_leads", isReversed: true).compressed()
    shareMarks = try fields.wordTable("share_marks").compressed()
    shares = try fields.wordTable("shares").compressed()
    personPointers = try fields.wordTable("person_pointers").compressed()
    returnOpeners = try fields.wordTable("return_openers").compressed()
    contrasts = try fields.wordTable("contrasts").compressed()
    resultWords = try fields.wordTable("result_words").compressed()
    passing = try fields.wordTable("passing").compressed()
    countedBodies = try fields.wordTable("counted_bodies").compressed()
    memberLeads = try fields.wordTable("member_leads").compressed()
    origins = try fields.wordTable("origins").compressed()
    pricedOrigins = try fields.wordTable("priced_origins").compressed()
    bareWorks = try fields.wordTable("bare_works").compressed()
    workFollowers = try fields.wordTable("work_followers").compressed()
    priceWords = try fields.wordTable("price_words").compressed()
    outcomes = try fields.wordTable("outcomes").compressed()
    projectHeads = try fields.wordTable("project_heads", isReversed: true).compressed()
    industries = try fields.wordTable("industries", isReversed: true).compressed()
    traditionalOperators = try fields.wordTable("traditional_operators").compressed()
    milestones = try fields.wordTable("milestones", isReversed: true).compressed()
    works = try fields.wordTable("works", isReversed: true).compressed()
    locators = try fields.wordTable("locators").compressed()
    doers = try fields.wordTable("doers", isReversed: true).compressed()
    roles = try fields.wordTable("roles").compressed()
    amongRoles = try fields.wordTable("among_roles").compressed()
    brandEndings = try fields.wordTable("brand_endings").compressed()
    brandless = try fields.wordTable("brandless").compressed()
    editions = try fields.wordTable("editions").compressed()
    var eventEndings = try fields.wordTable("event_endings")
    for word in classes.events { eventEndings.insert(word, true) }
    self.eventEndings = eventEndings.compressed()
    noEvents = try fields.wordTable("no_events", isReversed: true).compressed()
    eventStops = try fields.wordTable("event_stops").compressed()
    plainFollowers = try fields.wordTable("unless_not").compressed()
    epithets = try fields.wordTable("epithets", isReversed: true).compressed()
    nameless = try fields.wordTable("nameless", isReversed: true).compressed()
    exampleFollowers = try Self.table(root.required("example_followers", in: fields))
    settings = try Self.table(root.required("settings", in: fields))
    asideFollowers = try Self.table(root.required("aside_followers", in: fields))
    rankFollowers = try Self.table(root.required("rank_followers", in: fields))
    agencies = try Self.table(root.required("agencies", in: fields))
    counters = try Self.table(root.required("counters", in: fields))
    companyTitles = try Self.table(root.required("company_titles", in: fields))
    workplaces = try Self.table(root.required("workplaces", in: fields))
    var makers = WordTable<Bool>()
    for word in try Self.words(root.required("makers", in: fields)) { makers.insertReversed(word, true) }
    self.makers = makers
    trades = try Self.table(root.required("trades", in: fields))
    tradeFollowers = try Self.table(root.required("trade_followers", in: fields))
  }

  /// The word at an offset that stands for a name: 全市, 该公司, 全团.
  public func deictic(in text: [UInt8], at offset: Int, end: Int) -> WordTable<Deictic>.Match? {
    guard let match = deictics.longestMatch(in: text, at: offset, end: end) else { return nil }
    if case .named = match.value, pointingExceptions.longestMatch(in: text, at: match.end, end: end) != nil {
      return nil
    }
    return match
  }

  /// Whether what follows an ending makes it a part of another word: 局 before 面.
  public func isException(_ bodyClass: Class, in text: [UInt8], at offset: Int) -> Bool {
    guard let exception = exceptions[bodyClass]?.longestMatch(in: text, at: offset) else { return false }
    return plainFollowers.longestMatch(in: text, at: offset).map { $0.end <= exception.end } ?? true
  }

  /// Whether an ending is none because of what stands before it or, if many bodies have it, of what follows: 返乡, 快递业务.
  public func isException(_ bodyClass: Class, in text: [UInt8], ending: Range<Int>, start: Int) -> Bool {
    if isException(bodyClass, in: text, at: ending.upperBound) { return true }
    if let inner = innerExceptions[bodyClass]?.longestMatch(endingAt: ending.lowerBound, in: text, start: start) {
      // 工厂 is no name, 重工集团 is one.
      if ending.count == 3 || ending.lowerBound - inner.start > 3 { return true }
    }
    guard let table = weakExceptions[bodyClass], isWeak(text, ending) else { return false }
    return table.longestMatch(in: text, at: ending.upperBound) != nil
  }

  /// Whether what an office of this name does is its own figure: 大连海关征收税款.
  public func isDoer(_ text: [UInt8], _ name: Range<Int>) -> Bool {
    doers.longestMatch(endingAt: name.upperBound, in: text, start: name.lowerBound) != nil
  }

  /// Whether a place that ends at an offset is told of as an example to follow: 成都的做法.
  public func isExample(_ text: [UInt8], after offset: Int) -> Bool {
    exampleFollowers.longestMatch(in: text, at: offset) != nil
  }

  /// Whether an ending needs the name of a place before it.
  public func isWeak(_ text: [UInt8], _ ending: Range<Int>) -> Bool {
    weak.holds(ending, of: text)
  }

  /// Whether an ending may stand directly behind the name of a place.
  public func standsBehindPlaces(_ text: [UInt8], _ ending: Range<Int>) -> Bool {
    behindPlaces.holds(ending, of: text)
  }

  /// Whether a short name before an ending makes it that of a body, without the name of a place.
  public func isNameable(_ text: [UInt8], _ ending: Range<Int>) -> Bool {
    nameable.holds(ending, of: text)
  }

  /// Whether an ending is that of a water: 湖.
  public func isWater(_ text: [UInt8], _ ending: Range<Int>) -> Bool {
    waters.holds(ending, of: text)
  }

  /// Whether an ending is that of a line: 高铁.
  public func isLine(_ text: [UInt8], _ ending: Range<Int>) -> Bool {
    lines.holds(ending, of: text)
  }

  static func table(_ node: RuleNode) throws(RuleError) -> WordTable<Bool> {
    try node.wordTable().compressed()
  }

  static func words(_ node: RuleNode) throws(RuleError) -> [String] { try node.words() }
}
