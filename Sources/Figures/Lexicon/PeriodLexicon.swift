import Rules

/// Words of time, compiled for lookup.
struct PeriodLexicon: Sendable {
  struct SpanWord: Sendable {
    let span: PeriodExpression.Span
    let mode: PeriodExpression.Mode
    let isOnlyAfterYear: Bool
  }

  /// `nil` for words that begin like one and are something else.
  var years = WordTable<PeriodExpression.Anchor?>()
  var spans = WordTable<SpanWord?>()
  var moments = WordTable<PeriodExpression.Span?>()
  /// Words that have one of the moments behind their first characters: 现在 of 出现在, 目前 of 项目前期.
  private var surroundings: [(word: [UInt8], offset: Int)] = []
  var plans = WordTable<ClosedRange<Int>>()

  struct Feast: Sendable {
    let span: PeriodExpression.Span
    /// Whether the word is a time without 假期 or the like behind it.
    let isFree: Bool
  }

  var feasts = WordTable<Feast>()
  /// What makes a feast a time: 假期, 黄金周.
  var feastSuffixes = WordTable<Bool>()
  /// Days counted from New Year's Day of the Chinese calendar: 大年初一, 除夕.
  var newYearDays = WordTable<Int>()
  /// The same where another stands before: 初三 of 除夕至初三.
  var newYearEnds = WordTable<Int>()
  /// What all words of time begin with, those that `PeriodParser` knows itself included.
  let openings: PeriodOpenings

  init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "periods.yaml")
    let file = try root.fields([
      "version", "years", "spans", "moments", "plans", "feasts", "feast_suffixes", "new_year",
    ])
    for entry in try root.required("years", in: file).items() {
      let fields = try entry.fields(["words", "from", "offset", "not", "example"])
      let offset = try entry.required("offset", in: fields).integer()
      let from = try entry.required("from", in: fields)
      let anchor: PeriodExpression.Anchor
      switch try from.text() {
      case "publication": anchor = .publication(offset)
      case "context": anchor = .context(offset)
      default: throw from.error("expected publication or context")
      }
      for word in try entry.required("words", in: fields).items() {
        let text = try word.text()
        guard years.insert(text, anchor) else { throw word.error("'\(text)' is a year already") }
      }
      for word in try fields["not"]?.texts() ?? [] { years.insert(word, nil) }
    }
    for entry in try root.required("spans", in: file).items() {
      let fields = try entry.fields(["words", "span", "mode", "only", "not", "example"])
      let span = try Self.span(try entry.required("span", in: fields))
      var isOnlyAfterYear = false
      if let node = fields["only"] { isOnlyAfterYear = try Self.isAfterYear(node) }
      var mode = PeriodExpression.Mode.within
      if let node = fields["mode"] { mode = try Self.mode(node) }
      for word in try entry.required("words", in: fields).items() {
        let text = try word.text()
        guard spans.insert(text, SpanWord(span: span, mode: mode, isOnlyAfterYear: isOnlyAfterYear)) else {
          throw word.error("'\(text)' is a span already")
        }
      }
      for word in try fields["not"]?.texts() ?? [] { spans.insert(word, nil) }
    }
    for entry in try root.required("moments", in: file).items() {
      let fields = try entry.fields(["words", "span", "not", "within", "example"])
      let span = try Self.moment(try entry.required("span", in: fields))
      for word in try entry.required("words", in: fields).items() {
        let text = try word.text()
        guard moments.insert(text, span) else { throw word.error("'\(text)' is a moment already") }
      }
      for word in try fields["not"]?.texts() ?? [] { moments.insert(word, nil) }
      for node in try fields["within"]?.items() ?? [] {
        let word = Array(try node.text().utf8)
        var offset = 3
        while offset < word.count, moments.longestMatch(in: word, at: offset) == nil { offset += 3 }
        guard offset < word.count else { throw node.error("no moment stands behind its first character") }
        surroundings.append((word, offset))
      }
    }
    for entry in try root.required("feasts", in: file).items() {
      let fields = try entry.fields(["words", "span", "months", "free", "example"])
      let span =
        if let months = fields["months"] { try Self.feast(months) } else {
          try Self.span(try entry.required("span", in: fields))
        }
      let isFree = try fields["free"]?.flag() ?? false
      for word in try entry.required("words", in: fields).items() {
        let text = try word.text()
        guard feasts.insert(text, Feast(span: span, isFree: isFree)) else {
          throw word.error("'\(text)' is a feast already")
        }
      }
    }
    for word in try root.required("feast_suffixes", in: file).texts() { feastSuffixes.insert(word, true) }
    for entry in try root.required("new_year", in: file).items() {
      let fields = try entry.fields(["words", "ends", "day", "example"])
      let day = try entry.required("day", in: fields).integer()
      for word in try entry.required("words", in: fields).texts() {
        newYearDays.insert(word, day)
        newYearEnds.insert(word, day)
      }
      for word in try fields["ends"]?.texts() ?? [] { newYearEnds.insert(word, day) }
    }
    for entry in try root.required("plans", in: file).items() {
      let fields = try entry.fields(["word", "years"])
      let node = try entry.required("years", in: fields)
      let years = try Self.parts(node).numbers
      guard years.count == 2, years[0] <= years[1] else { throw node.error("expected two years") }
      plans.insert(try entry.required("word", in: fields).text(), years[0]...years[1])
    }
    var openings = PeriodOpenings()
    openings.insert(years)
    openings.insert(spans)
    openings.insert(moments)
    openings.insert(plans)
    openings.insert(feasts)
    openings.insert(newYearDays)
    for words in PeriodParser.openingWords { openings.insert(words) }
    self.openings = openings
  }

  /// Whether a moment is part of a word that began before it: 出现在.
  func isWithinWord(momentAt offset: Int, in utf8: [UInt8]) -> Bool {
    surroundings.contains { surrounding in
      let start = offset - surrounding.offset
      return start >= 0 && utf8.count - start >= surrounding.word.count
        && utf8[start..<start + surrounding.word.count].elementsEqual(surrounding.word)
    }
  }

  /// Whether one of the words that a period may begin with stands at an offset.
  func beginsWord(in utf8: [UInt8], at offset: Int) -> Bool {
    guard openings.mayBegin(in: utf8, at: offset) else { return false }
    return years.longestMatch(in: utf8, at: offset) != nil || spans.longestMatch(in: utf8, at: offset) != nil
      || moments.longestMatch(in: utf8, at: offset) != nil || plans.longestMatch(in: utf8, at: offset) != nil
      || feasts.longestMatch(in: utf8, at: offset) != nil || newYearDays.longestMatch(in: utf8, at: offset) != nil
  }

  /// The months of a feast, a hexadecimal digit a year from 1950 on: one of two neighbours.
  private static func feast(_ node: RuleNode) throws(RuleError) -> PeriodExpression.Span {
    let months = try node.text().compactMap(\.hexDigitValue)
    guard let early = months.min(), months.count <= 128, months.allSatisfy({ $0 - early <= 1 }),
      (1...11).contains(early)
    else { throw node.error("expected the months of up to 128 years, a hexadecimal digit each") }
    let late = months.enumerated().reduce(UInt128(0)) { $1.element > early ? $0 | 1 << UInt128($1.offset) : $0 }
    return .feast(early: early, late: late)
  }

  private static func isAfterYear(_ node: RuleNode) throws(RuleError) -> Bool {
    guard try node.text() == "afterYear" else { throw node.error("expected afterYear") }
    return true
  }

  private static func mode(_ node: RuleNode) throws(RuleError) -> PeriodExpression.Mode {
    switch try node.text() {
    case "until": return .until
    case "since": return .since
    default: throw node.error("expected until or since")
    }
  }

  private static func parts(_ node: RuleNode) throws(RuleError) -> (word: String, numbers: [Int]) {
    let parts = try node.text().split(separator: " ")
    var word = ""
    var numbers: [Int] = []
    for part in parts {
      if let number = Int(part) { numbers.append(number) } else { word = String(part) }
    }
    return (word, numbers)
  }

  private static func span(_ node: RuleNode) throws(RuleError) -> PeriodExpression.Span {
    let (word, numbers) = try parts(node)
    switch (word, numbers.count) {
    case ("year", 0): return .year
    case ("yearEnd", 0): return .yearEnd
    case ("yearStart", 0): return .yearStart
    case ("samePeriod", 0): return .samePeriod
    case ("sameMonth", 0): return .sameMonth
    case ("half", 1): return .half(numbers[0])
    case ("quarter", 1): return .quarter(numbers[0])
    case ("quarters", 2): return .quarters(numbers[0], numbers[1])
    case ("month", 1): return .month(numbers[0])
    case ("months", 2): return .months(numbers[0], numbers[1])
    case ("day", 2): return .day(month: numbers[0], day: numbers[1])
    default: throw node.error("unknown span")
    }
  }

  private static func moment(_ node: RuleNode) throws(RuleError) -> PeriodExpression.Span {
    let (word, numbers) = try parts(node)
    switch (word, numbers.count) {
    case ("month", 1): return .relativeMonth(numbers[0])
    case ("quarter", 1): return .relativeQuarter(numbers[0])
    case ("week", 1): return .relativeWeek(numbers[0])
    case ("day", 1): return .relativeDay(numbers[0])
    case ("season", 1): return .season(numbers[0])
    case ("present", 0): return .present
    case ("indefinite", 0): return .indefinite
    default: throw node.error("unknown span")
    }
  }
}
