import Layout
import Rules

/// Where the stories of a page begin.
///
/// A story begins with a run of headings that holds a title, a byline or news in brief, that names its place or company
/// before a colon, or that stands above a text with a dateline; also with a dateline that no heading stands above, because the
/// headings of a broken page stand anywhere.
struct StoryMap: Sendable {
  /// For each paragraph the number of its story.
  private(set) var stories: [Int] = []
  /// The stories that are lists of news in brief.
  private(set) var briefs: Set<Int> = []
  /// The stories that stand in a column of news in brief below a heading of their own.
  private var columns: Set<Int> = []
  private(set) var count = 1
  /// How many paragraphs begin with a dateline.
  private var datelines = 0

  /// Whether the page is one of many stories, as its datelines show: what its title tells holds for one of them.
  var isOfMany: Bool { count >= 3 && datelines >= 2 }

  init(paragraphs: [ParagraphShadow], introduced: IntroducedNames, rules: ContextRules) {
    var story = 0
    var last = 0
    // The story whose headings are numbered.
    var numbered: Int?
    // Whether what the headings below are of is a column of news in brief.
    var isColumn = false
    var hasText = false
    let isOfShorts = Self.isOfShorts(paragraphs)
    var index = 0
    while index < paragraphs.count {
      var end = index
      while end < paragraphs.count, Self.isHead(paragraphs[end].kind) { end += 1 }
      if end > index {
        let isBrief = (index..<end).contains {
          (paragraphs[$0].kind == .heading || paragraphs[$0].kind == .title && paragraphs[$0].shadow.count <= 24)
            && SectionMap.contains(paragraphs[$0].shadow, rules.sections.briefs)
        }
        if isBrief {
          isColumn = true
        } else if (index..<end).contains(where: { paragraphs[$0].kind == .title && paragraphs[$0].shadow.count > 30 }) {
          isColumn = false
        }
        // What ends with the name of its reporter is told to its end.
        let isBehindSigned = index > 0 && Self.isSigned(paragraphs[index - 1], rules)
        if hasText,
          isBrief || isColumn || isOfShorts || isBehindSigned || opensStory(paragraphs, index..<end, introduced, rules)
        {
          last += 1
          story = last
          hasText = false
          if isColumn || isOfShorts || isBehindSigned { columns.insert(story) }
        } else if (index..<end).contains(where: { SectionNumber(heading: paragraphs[$0].shadow) != nil }) {
          // 三、 goes on with the story of 一、 whatever stands between.
          story = numbered ?? story
          numbered = story
        }
        if isBrief { briefs.insert(story) }
        stories += Array(repeating: story, count: end - index)
        index = end
        continue
      }
      let paragraph = paragraphs[index]
      let isBelowHeading = index > 0 && Self.isHead(paragraphs[index - 1].kind)
      if paragraph.kind == .body || paragraph.kind == .list, Self.hasDateline(paragraph.shadow, rules) {
        datelines += 1
        // Each of the news in brief that has a dateline is a story of its own.
        if hasText && !isBelowHeading || briefs.contains(story) {
          last += 1
          story = last
        }
      }
      if paragraph.kind == .body || paragraph.kind == .list || paragraph.kind == .table { hasText = true }
      stories.append(story)
      index += 1
    }
    count = last + 1
  }

  /// Whether a story stands in a column of news in brief, of which none tells what another is about.
  func isOfColumn(_ story: Int) -> Bool { columns.contains(story) }

  /// Whether a page has a headline over each of its paragraphs, three or more: a column of short news.
  private static func isOfShorts(_ paragraphs: [ParagraphShadow]) -> Bool {
    var runs = 0
    var texts = 0
    var isBelow = false
    for paragraph in paragraphs where paragraph.kind != .furniture {
      if paragraph.kind == .title || paragraph.kind == .heading {
        guard SectionNumber(heading: paragraph.shadow) == nil else { return false }
        if !isBelow {
          guard runs == 0 || texts == 1 else { return false }
          guard paragraph.shadow.count >= leastHeadline else { return false }
          runs += 1
          texts = 0
        }
        isBelow = true
      } else if paragraph.kind != .byline {
        isBelow = false
        texts += 1
        guard runs > 0 else { return false }
      }
    }
    return runs >= leastShorts && texts == 1
  }

  private static let leastShorts = 3
  /// Seven characters.
  private static let leastHeadline = 21

  /// …3000亩以上。（施家荣）: whether a text ends with a name in brackets.
  private static func isSigned(_ paragraph: ParagraphShadow, _ rules: ContextRules) -> Bool {
    let text = paragraph.shadow
    guard paragraph.kind == .body || paragraph.kind == .list, let opening = paragraph.brackets.last,
      text.count - opening <= longestSignature, opening < text.count,
      UTF8Scalar.folded(in: text, at: UTF8Scalar.start(before: text.count, in: text)).scalar == 0x29
    else { return false }
    let start = opening + UTF8Scalar.folded(in: text, at: opening).length
    if rules.organizations.signatures.longestMatch(in: text, at: start) != nil { return true }
    guard rules.organizations.surnames.longestMatch(in: text, at: start) != nil else { return false }
    var han = 0
    var offset = start
    while offset < text.count {
      let (scalar, size) = UTF8Scalar.folded(in: text, at: offset)
      offset += size
      switch scalar {
      case 0x4E00...0x9FFF, 0xB7: han += 1
      case 0x20, 0x3000, 0x29: continue
      default: return false
      }
    }
    return (2...4).contains(han)
  }

  /// （通讯员　吕雁冰）
  private static let longestSignature = 40

  private static func isHead(_ kind: Paragraph.Kind) -> Bool {
    switch kind {
    case .heading, .title, .byline: true
    default: false
    }
  }

  private func opensStory(
    _ paragraphs: [ParagraphShadow], _ run: Range<Int>, _ introduced: IntroducedNames, _ rules: ContextRules
  ) -> Bool {
    if run.contains(where: { paragraphs[$0].kind != .heading }) { return true }
    if run.contains(where: { index in
      let text = paragraphs[index].shadow
      return introduced.match(in: text, at: 0, end: text.count).map { name in
        name.end < text.count && UTF8Scalar.folded(in: text, at: name.end).scalar == 0x3A
      } ?? false
    }) {
      return true
    }
    if run.contains(where: { Self.namesPlace(paragraphs[$0].shadow, rules) }) { return true }
    // A caption may stand between a heading and its text.
    let below = paragraphs[run.upperBound...].prefix(2).first { $0.kind == .body || $0.kind == .list }
    return below.map { Self.hasDateline($0.shadow, rules) } ?? false
  }

  /// 安岳：青果好卖.
  private static func namesPlace(_ text: [UInt8], _ rules: ContextRules) -> Bool {
    guard let match = rules.gazetteer.match(in: text, at: 0), match.length < text.count else { return false }
    return UTF8Scalar.folded(in: text, at: match.length).scalar == 0x3A
  }

  /// 本报讯, （记者 …）, 【本报讯】 or 新华社…电 at the head of a text.
  private static func hasDateline(_ text: [UInt8], _ rules: ContextRules) -> Bool {
    // 记者：先谈谈规模。: a turn of an interview.
    if SubjectFinder.Interviews.label(text) != nil { return false }
    // 本报石家庄5月11日讯
    return rules.sections.datelines.occurs(in: text, 0..<min(text.count, 18), end: text.count)
      || rules.topics.datelineEnd(in: text, at: 0, end: text.count) != nil
  }
}
