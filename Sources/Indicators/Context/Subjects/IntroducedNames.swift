import Layout
import Rules

/// Names that a page makes known by the way it prints them, whatever they end in: 浦江重工：净利降三成 above a text that
/// begins with 浦江重工, 恒昌環球（02998）, （以下简称“江海机床”）.
struct IntroducedNames: Sendable {
  /// Where in `names` the name stands that a short form means.
  private(set) var table = WordTable<Int>()
  private(set) var names: [String] = []

  init(paragraphs: [ParagraphShadow], starts: [[Int]], rules: ContextRules) {
    for index in paragraphs.indices {
      switch paragraphs[index].kind {
      case .heading, .title: addHeading(index, paragraphs, starts, rules)
      case .body, .list:
        addBrackets(paragraphs[index], starts[index], rules)
        addCompanies(paragraphs[index], starts[index], rules)
      case .table: addRows(paragraphs[index], rules)
      default: break
      }
    }
  }

  /// Most pages introduce nobody.
  var isEmpty: Bool { names.isEmpty }

  /// The name that begins at an offset.
  func match(in text: [UInt8], at offset: Int, end: Int) -> (name: String, end: Int)? {
    guard !names.isEmpty, offset < end, let match = table.longestMatch(in: text, at: offset, end: end)
    else { return nil }
    return (names[match.value], match.end)
  }

  /// The first name in a part of a clause.
  func first(in text: [UInt8], from start: Int, end: Int) -> (name: String, range: Range<Int>)? {
    guard !names.isEmpty else { return nil }
    var offset = start
    while offset < end {
      if let match = match(in: text, at: offset, end: end) { return (match.name, offset..<match.end) }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return nil
  }

  /// The first cells of the rows below 公司 or 证券简称.
  private mutating func addRows(_ table: ParagraphShadow, _ rules: ContextRules) {
    let text = table.shadow
    guard rules.sections.isCompanyHeader(text) else { return }
    var offset = 0
    var isFirst = true
    while offset < text.count {
      var end = offset
      while end < text.count, text[end] != 0x0A { end += 1 }
      var cell = offset
      while cell < end, text[cell] > 0x20 { cell += 1 }
      if !isFirst, (6...30).contains(cell - offset), rules.topics.isName(text, offset..<cell),
        rules.gazetteer.length(in: text, at: offset) < cell - offset
      {
        add(text[offset..<cell], meaning: table.original[offset..<cell])
      }
      isFirst = false
      offset = end + 1
    }
  }

  mutating func add(_ short: ArraySlice<UInt8>, meaning name: ArraySlice<UInt8>) {
    if table.insert(String(decoding: short, as: UTF8.self), names.count) {
      names.append(String(decoding: name, as: UTF8.self))
    }
  }

  /// What stands before the colon of a heading, where a clause of the text below begins with it.
  private mutating func addHeading(
    _ index: Int, _ paragraphs: [ParagraphShadow], _ starts: [[Int]], _ rules: ContextRules
  ) {
    let text = paragraphs[index].shadow
    guard let start = starts[index].first else { return }
    var end = start
    while end < text.count, end - start <= 30, UTF8Scalar.folded(in: text, at: end).scalar != 0x3A {
      end += UTF8Scalar.folded(in: text, at: end).length
    }
    guard end < text.count, (6...30).contains(end - start), rules.topics.isName(text, start..<end),
      rules.organizations.speakers.longestMatch(in: text, at: start, end: end) == nil,
      rules.organizations.titles.longestMatch(in: text, at: start, end: end) == nil,
      rules.organizations.industries.longestMatch(endingAt: end, in: text, start: start) == nil,
      rules.organizations.deictic(in: text, at: start, end: end) == nil,
      rules.gazetteer.length(in: text, at: start) < end - start
    else { return }
    let name = Array(text[start..<end])
    for below in paragraphs.indices[(index + 1)...].prefix(6) {
      if paragraphs[below].kind == .title { return }
      guard paragraphs[below].kind == .body || paragraphs[below].kind == .list else { continue }
      guard
        let told = starts[below].first(where: { PeriodMarker.begins(paragraphs[below].shadow, $0, name) })
      else { continue }
      // 塔城海关：货运量增长23.6% above 据塔城海关统计: who only tells the figures.
      if case .authority? = rules.topics.topic(in: text, at: start, end: end)?.kind,
        rules.topics.isSource(paragraphs[below].shadow, after: told + name.count, paragraphs[below].shadow.count)
      {
        return
      }
      // 霞坑：河长巡河不打烊 above 霞坑镇…: the town.
      let after = told + name.count
      if let ending = rules.organizations.endings.longestMatch(in: paragraphs[below].shadow, at: after),
        ending.value == .settlement
      {
        add(name[...], meaning: paragraphs[below].original[told..<ending.end])
      } else if let body = rules.topics.topic(
        in: paragraphs[below].shadow, at: told, end: paragraphs[below].shadow.count, periods: paragraphs[below].periods),
        body.bodyClass == .company, body.range.upperBound > after
      {
        // 江苏恒阳：… above 江苏恒阳新材料公司…: the whole name.
        let whole = paragraphs[below].original[body.range]
        add(name[...], meaning: whole)
        add(paragraphs[below].shadow[body.range], meaning: whole)
        if let stem = rules.topics.stem(of: paragraphs[below].shadow, body.range) {
          add(Array(stem.utf8)[...], meaning: whole)
        }
      } else {
        add(name[...], meaning: paragraphs[index].original[start..<end])
      }
      return
    }
  }

  /// What stands before a code of a stock exchange or before 以下简称.
  private mutating func addBrackets(_ paragraph: ParagraphShadow, _ starts: [Int], _ rules: ContextRules) {
    let text = paragraph.shadow
    for offset in paragraph.brackets {
      let size = UTF8Scalar.folded(in: text, at: offset).length
      let clause = paragraph.clauses.clause(at: offset)
      let start = max(starts[clause], offset - 75)
      guard offset - start >= 6 else { continue }
      if Self.isCode(text, offset + size, rules.organizations.codeWords) {
        let name = Self.withoutTrade(text, start..<offset)
        guard (6...36).contains(name.count), rules.topics.isName(text, name) else { continue }
        add(text[name], meaning: paragraph.original[name])
      } else if let short = Self.shortForm(text, offset + size, rules),
        let topic = rules.topics.topic(in: text, at: start, end: offset), topic.isBody, topic.range.upperBound == offset
      {
        add(text[short], meaning: paragraph.original[start..<offset])
      }
    }
  }

  /// 600519, 02998.HK, 股票代码：000002.
  private static func isCode(_ text: [UInt8], _ start: Int, _ words: WordTable<Bool>) -> Bool {
    var offset = start
    var digits = 0
    let limit = min(text.count, start + 45)
    while offset < limit {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      switch scalar {
      case 0x30...0x39: digits += 1
      case 0x29: return (4...6).contains(digits)
      case 0x2E, 0x3A, 0x20, 0x41...0x5A, 0x61...0x7A: break
      default:
        // 股票代码, 股份代号, 证券代码
        guard digits == 0, let word = words.longestMatch(in: text, at: offset, end: limit) else { return false }
        offset = word.end
        continue
      }
      offset += size
    }
    return false
  }

  /// 零售股恒昌環球: what kind of share it is falls off.
  private static func withoutTrade(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var offset = start
    while offset + 9 < range.upperBound, offset - range.lowerBound <= 15 {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      if scalar == 0x80A1, UTF8Scalar.folded(in: text, at: offset).scalar != 0x4EFD { start = offset }
    }
    return start..<range.upperBound
  }

  /// The short form in “” behind 以下简称, without its quotes.
  private static func shortForm(_ text: [UInt8], _ start: Int, _ rules: ContextRules) -> Range<Int>? {
    guard let opener = rules.organizations.abbreviationOpeners.longestMatch(in: text, at: start) else { return nil }
    var first = opener.end
    let quotes: Set<UInt32> = [0x201C, 0x201D, 0x300C, 0x300D, 0x22, 0x3A]
    while first < text.count, quotes.contains(UTF8Scalar.folded(in: text, at: first).scalar) {
      first += UTF8Scalar.folded(in: text, at: first).length
    }
    var end = first
    while end < text.count, (0x4E00...0x9FFF).contains(UTF8Scalar.folded(in: text, at: end).scalar), end - first <= 24 {
      end += UTF8Scalar.folded(in: text, at: end).length
    }
    return (6...24).contains(end - first) ? first..<end : nil
  }
}
