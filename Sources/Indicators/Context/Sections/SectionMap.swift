import Layout
import Rules
import Values

/// Which parts of a document are plans and which look back.
struct SectionMap: Sendable {
  /// The frame at the beginning of each paragraph.
  var frames: [SectionRules.Frame?] = []
  /// Where sentences change it: byte offset and frame.
  private var turns: [[(offset: Int, frame: SectionRules.Frame)]] = []
  private var questions: [Bool] = []
  /// Whether the part up to here looks back on the year.
  var pastYears: [Bool] = []
  /// The paragraphs that stand below the heading of the box beside their own.
  var displaced: Set<Int> = []
  /// The headings that say that they report: 成绩单, 公报.
  private var reports: Set<Int> = []
  /// The paragraphs that begin another story: 又讯.
  private var furtherStories: Set<Int> = []
  /// The lists of news in brief.
  private var briefs: Set<Int> = []
  private let published: CalendarDate?

  init(paragraphs: [ParagraphShadow], published: CalendarDate?, stories: StoryMap, rules: ContextRules) {
    self.published = published
    var fromHeading: SectionRules.Frame?
    var fromSentence: SectionRules.Frame?
    // 消费税明年料进账390亿: a headline tells of its own story alone.
    var isHeadline = false
    var isPastYear = false
    var isInHeadings = false
    // Under a title that reports, a plan ends with its own heading.
    var isReport = false
    // 可负担房屋目标是…, in the course of a paragraph, holds for it and the list below.
    var isOwnSentence = false
    var isBriefs = false
    var numbered = NumberedSections<SectionRules.Frame?>()
    for (index, paragraph) in paragraphs.enumerated() {
      let isHeading =
        paragraph.kind == .heading || paragraph.kind == .title || Self.isBareHeading(paragraph, rules.sections)
      if isOwnSentence, paragraph.kind != .list {
        fromSentence = nil
        isOwnSentence = false
      }
      if PeriodMarker.begins(paragraph.shadow, 0, Self.further)
        || PeriodMarker.begins(paragraph.shadow, 3, Self.further)
      {
        fromHeading = nil
        fromSentence = nil
      }
      var turned: [(offset: Int, frame: SectionRules.Frame)] = []
      if isHeading {
        if !isInHeadings { isBriefs = false }
        if Self.contains(paragraph.shadow, rules.sections.briefs) { isBriefs = true }
        if !isInHeadings {
          numbered.leave(with: fromHeading)
          // A plan ends with its story.
          if index > 0, stories.stories[index] != stories.stories[index - 1] { fromHeading = nil }
          fromSentence = nil
          isPastYear = false
          if paragraph.kind == .title { fromHeading = nil }
        }
        // 规上工业产值突破1550亿元 below 明年怎么干 is one of the goals.
        let isGoal = isInHeadings && fromHeading == .plan && !paragraph.sentencesWithFigures.isEmpty
        let told = isGoal ? nil : Self.frame(in: paragraph.shadow, rules.sections)
        if Self.contains(paragraph.shadow, rules.sections.reportTitles) { reports.insert(index) }
        if !isReport {
          isReport =
            Self.contains(paragraph.shadow, rules.sections.reportTitles) && Self.hasTitle(paragraphs, around: index)
        }
        let before = SectionNumber(heading: paragraph.shadow).flatMap { numbered.enter($0) }
        if let told {
          fromHeading = told
          isHeadline =
            !paragraph.sentencesWithFigures.isEmpty && SectionNumber(heading: paragraph.shadow) == nil
        } else if let before, !isInHeadings {
          fromHeading = before
        } else if isReport || isHeadline, !isInHeadings {
          fromHeading = nil
          isHeadline = false
        }
        frames.append(told ?? fromHeading)
        if paragraph.tellsPastYear { isPastYear = true }
      } else {
        frames.append(fromSentence ?? fromHeading)
        var last = -1
        for site in paragraph.sites where site.reasons.contains(.section) {
          // The first word of a clause tells what it is.
          let clause = paragraph.clauses.clause(at: Int(site.offset))
          guard clause > last else { continue }
          let range = paragraph.clauses.range(ofClause: clause)
          guard
            let told = rules.sections.sentences.longestMatch(
              in: paragraph.shadow, at: Int(site.offset), end: range.upperBound)
          else { continue }
          last = clause
          turned.append((range.lowerBound, told.value))
          fromSentence = told.value
          // What ends the paragraph announces the next: 主要目标是：.
          isOwnSentence =
            PeriodMarker.follows(paragraph.shadow, told.end, Self.be) && told.end + 3 < paragraph.shadow.count
        }
        if paragraph.tellsPastYear { isPastYear = true }
      }
      isInHeadings = isHeading || isInHeadings && paragraph.kind == .byline
      if isBriefs { briefs.insert(index) }
      turns.append(turned)
      pastYears.append(isPastYear)
      questions.append(isHeading && Self.isQuestion(paragraph.shadow))
    }
    separateBoxes(paragraphs, rules.sections)
  }

  /// A line like 2021年，定下这些目标 that stands as text: short, without figures and a final mark.
  private static func isBareHeading(_ paragraph: ParagraphShadow, _ rules: SectionRules) -> Bool {
    guard paragraph.kind == .body, paragraph.shadow.count <= 60, paragraph.sentencesWithFigures.isEmpty,
      paragraph.shadow.count >= 6
    else { return false }
    let last = UTF8Scalar.folded(
      in: paragraph.shadow, at: UTF8Scalar.start(before: paragraph.shadow.count, in: paragraph.shadow)
    ).scalar
    guard (0x4E00...0x9FFF).contains(last) else { return false }
    return frame(in: paragraph.shadow, rules) != nil
  }

  private static let further = Array("又讯".utf8)
  private static let be = Array("是".utf8)

  /// Whether a heading stands in one run with a title.
  private static func hasTitle(_ paragraphs: [ParagraphShadow], around index: Int) -> Bool {
    var start = index
    while start > 0, [.heading, .title].contains(paragraphs[start - 1].kind) { start -= 1 }
    return paragraphs[start...].prefix { [.heading, .title].contains($0.kind) }.contains { $0.kind == .title }
  }

  /// The status that the part of the text gives to a statement whose own verb does not tell.
  func status(paragraph index: Int, at offset: Int) -> Observation.Status? {
    switch frame(index, at: offset) {
    case .plan: .target
    case .review: .actual
    case nil: nil
    }
  }

  func frame(_ index: Int, at offset: Int) -> SectionRules.Frame? {
    turns[index].last { $0.offset <= offset }?.frame ?? frames[index]
  }

  /// The year a plan is for, where the paragraph begins in one: that of the page, in December the next.
  func planYear(_ index: Int) -> Int? {
    guard frames[index] == .plan, let published else { return nil }
    return published.month == 12 ? published.year + 1 : published.year
  }

  func isReport(_ index: Int) -> Bool { reports.contains(index) }

  func isPlan(_ index: Int) -> Bool { frames[index] == .plan }

  func isFurtherStory(_ index: Int) -> Bool { furtherStories.contains(index) }

  func isBriefs(_ index: Int) -> Bool { briefs.contains(index) }

  func isDisplaced(_ index: Int) -> Bool { displaced.contains(index) }

  /// The year a look back is at, where the page is of the first months of the next.
  func reviewYear(_ index: Int) -> Int? {
    guard let published, published.month <= 3, pastYears[index] else { return nil }
    return published.year - 1
  }

  func isQuestion(_ index: Int) -> Bool { questions[index] }

  private static let question = Array("问".utf8)

  private static func isQuestion(_ text: [UInt8]) -> Bool {
    guard PeriodMarker.begins(text, 0, question), text.count > 3 else { return false }
    return UTF8Scalar.folded(in: text, at: 3).scalar == 0x3A
  }

  /// The frame that a heading tells: a plan word wins, for 今年的主要预期目标 names both.
  /// 提前完成全年目标 tells that it is done.
  private static func frame(in text: [UInt8], _ rules: SectionRules) -> SectionRules.Frame? {
    if contains(text, rules.attained), !contains(text, rules.strivings) { return .review }
    let words = rules.headings
    var found: SectionRules.Frame?
    var offset = 0
    while offset < text.count {
      if let match = words.longestMatch(in: text, at: offset) {
        if match.value == .plan { return .plan }
        found = .review
        offset = match.end
      } else {
        offset += UTF8Scalar.folded(in: text, at: offset).length
      }
    }
    return found
  }

  static func contains(_ text: [UInt8], _ words: WordTable<Bool>) -> Bool {
    words.occurs(in: text, 0..<text.count)
  }
}
