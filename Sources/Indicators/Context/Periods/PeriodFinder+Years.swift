import Figures
import Layout
import Rules
import Values

/// The years that a page names as a whole, and those that its headings are of.
extension PeriodFinder {
  /// The year named most often on a page without a date, where it is one for itself.
  static func mostNamedYear(_ mentions: [[PeriodMention]]) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions.joined() {
      guard mention.use == .frame || mention.use == .local || mention.use == .report, !mention.isAimed,
        case .year(let year) = mention.expression.anchor, mention.expression.mode == .within
      else { continue }
      if case .years = mention.expression.span { continue }
      counts[year, default: 0] += 1
    }
    return counts.filter { $0.value >= 2 || counts.count == 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The year that a page without a date was printed in, which tells of a year as a whole.
  ///
  /// 2003年，他买了辆三轮车。…如今: a page that speaks of its own time beside years as a whole was printed in none of them that
  /// is known, unless it begins with a day of the first months: 1月9日，列车驶出。2024年，口岸通行班列7930列.
  static func yearOfPage(telling year: Int, _ marked: [[PeriodMention]], _ paragraphs: [ParagraphShadow]) -> Int? {
    var isOfParts = false
    var speaksOfNow = false
    var opening: PeriodMention?
    for (mentions, paragraph) in zip(marked, paragraphs) {
      let isText = paragraph.kind != .heading && paragraph.kind != .title
      for mention in mentions where mention.use == .frame || mention.use == .local || mention.use == .report {
        if isText, opening == nil { opening = mention }
        switch mention.expression.anchor {
        case .year(year): if mention.expression.span != .year, mention.expression.span != .yearEnd { isOfParts = true }
        case .publication(0): isOfParts = true
        case .publication: speaksOfNow = true
        default: if mention.expression.span == .present { speaksOfNow = true }
        }
      }
    }
    if isOfParts { return year }
    if let opening, opening.expression.anchor == .none, case .day(let month?, _) = opening.expression.span, month <= 3 {
      return year + 1
    }
    return speaksOfNow ? nil : year
  }

  /// The year of the census that a heading names.
  func census(_ index: Int) -> TimePeriod? {
    let text = paragraphs[index].shadow
    return rules.sections.censuses.firstOccurrence(in: text, 0..<text.count)
      .flatMap { rules.sections.censuses.longestMatch(in: text, at: $0) }
      .map { .single(CalendarUnit(year: $0.value)) }
  }

  /// What a heading without a period is of: 半年报速递, 数说2023.
  func reportPeriod(_ index: Int) -> TimePeriod? {
    guard let published else { return nil }
    let text = paragraphs[index].shadow
    var offset = 0
    while offset < text.count {
      if let census = rules.sections.censuses.longestMatch(in: text, at: offset) {
        return .single(CalendarUnit(year: census.value))
      }
      if let report = rules.sections.reportSpans.longestMatch(in: text, at: offset) {
        let expression = PeriodExpression(.none, PeriodMarker.span(of: report.value))
        guard let period = expression.resolve(published: published, year: published.year) else { return nil }
        let isOver = period.lastUnit.lastDay.map { ($0.year, $0.month) < (published.year, published.month) } ?? false
        return isOver ? period : expression.resolve(published: published, year: published.year - 1)
      }
      offset += UTF8Scalar.folded(in: text, at: offset).length
    }
    return bareYear(index)
  }

  /// Four digits that end a heading and can be the year of the page or one of the two before.
  func bareYear(_ index: Int) -> TimePeriod? {
    guard let latest = published?.year else { return nil }
    let text = paragraphs[index].shadow
    var value = 0
    var digits = 0
    for byte in text.suffix(5) {
      guard (0x30...0x39).contains(byte) else {
        value = 0
        digits = 0
        continue
      }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 4 && (latest - 2...latest).contains(value) ? .single(CalendarUnit(year: value)) : nil
  }
}
