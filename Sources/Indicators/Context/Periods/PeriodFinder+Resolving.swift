import Figures
import Layout
import Rules
import Values

/// The periods of a page's parts, in their order.
extension PeriodFinder {
  mutating func resolve(_ marked: inout [[PeriodMention]]) {
    var story: TimePeriod?
    var heading: TimePeriod?
    var headingDay: TimePeriod?
    var hand: TimePeriod?
    var plan: TimePeriod?
    var alias: TimePeriod?
    var feast: TimePeriod?
    var lead: TimePeriod?
    var recent: TimePeriod?
    // What a lead with no more than 今年以来 hands on.
    var soFar: TimePeriod?
    // What was told behind the first figures of a paragraph.
    var loose: TimePeriod?
    // The parts of a year that the paragraphs before told of.
    var spans: [TimePeriod] = []
    var isInHeadings = false
    var isOfFeast = false
    var wasHeading = false
    var week: TimePeriod?
    var day: TimePeriod?
    // The story whose lead, the first text that measures something, lies behind.
    var ledStory: Int?
    // Whether the headings above hold no title.
    var isBelowOther = false
    var numbered = NumberedSections<TimePeriod?>()
    let isOneStory = titleRuns() <= 1
    // What a heading of one story tells holds for no other; what the page's title tells holds for all.
    var frameStory: Int?
    if isOneStory, let found = storyFrame(&marked) { (story, frameStory) = (found.period, found.story) }
    reserve(marked.count)
    for index in marked.indices {
      let kind = paragraphs[index].kind
      let isHeading = kind == .heading || kind == .title
      if index > 0, stories.stories[index] != stories.stories[index - 1] { spans = [] }
      if isHeading, !isInHeadings {
        let run = headingRun(index)
        isBelowOther = !run.contains { paragraphs[$0].kind == .title }
        let number = sectionNumber(in: run)
        // 一、 below 2022年主要工作 is of its year.
        let outer = number?.isFirst ?? false && !sections.isPlan(index) ? heading : nil
        numbered.leave(with: hand ?? heading)
        heading = nil
        headingDay = nil
        let goesOn = number.flatMap { numbered.enter($0) } ?? nil
        if !sections.isQuestion(index), !isOneStory || !run.contains(where: { paragraphs[$0].kind == .title }) {
          hand = nil
        }
        let isStory = !isOneStory && run.contains { paragraphs[$0].kind == .title }
        if isStory {
          story = nil
          plan = nil
        }
        for line in run {
          resolve(&marked[line], paragraph: line, frame: nil, alias: &alias)
          guard let own = marked[line].first(where: { $0.use == .frame && Self.tellsFrame($0) }) else {
            headingDay = headingDay ?? marked[line].first { $0.isDay }?.period
            heading = heading ?? reportPeriod(line)
            // 数说2023 next to the text tells more than what stands above.
            if line + 1 == run.upperBound, let year = bareYear(line) { heading = year }
            continue
          }
          // 2024年 再启新程 stands above the report of 2023.
          let isPlan = sections.isPlan(line) && run.contains { !sections.isPlan($0) }
          if heading == nil || !isPlan { heading = isPlan ? heading : heading ?? Self.told(own) }
        }
        if isStory { story = heading }
        if let outer, heading == nil, !isStory { heading = outer }
        if let goesOn, !run.contains(where: { sections.isPlan($0) }) { hand = hand ?? goesOn }
      }
      isInHeadings = isHeading || isInHeadings && (kind == .byline || kind == .furniture)
      if !sections.isPlan(index) {
        plan = nil
      } else if plan == nil || isHeading {
        plan = sections.planYear(index).map { .single(CalendarUnit(year: $0)) } ?? plan
      }
      if !isHeading {
        let frame = (sections.isDisplaced(index) ? nil : heading) ?? plan ?? own(story, frameStory, index)
        resolve(
          &marked[index], paragraph: index, frame: frame, hand: hand, recent: recent,
          isOfOtherHeading: heading == nil && plan == nil && isBelowOther, week: week, alias: &alias)
      }
      headingFrames.append(sections.isDisplaced(index) ? nil : heading)
      headingDays.append(headingDay)
      storyFrames.append(own(story, frameStory, index))
      planFrames.append(plan)
      if sections.isFurtherStory(index) || (kind == .list || kind == .body) && sections.isBriefs(index) { hand = nil }
      handed.append(hand)
      if hand != soFar { soFar = nil }
      if hand != loose { loose = nil }
      if loose != nil { isHandedLoosely.insert(index) }
      if hand != nil, soFar != nil { isOfYearSoFar.insert(index) }
      aliases.append(alias)
      if !marked[index].isEmpty { feast = lastFeast(of: marked[index], index) ?? feast }
      feasts.append(feast)
      if isHeading {
        week = nil
        day = nil
        if !wasHeading { isOfFeast = false }
        let text = paragraphs[index].shadow
        isOfFeast = isOfFeast || rules.sections.feastNames.occurs(in: text, 0..<text.count)
      } else if isOfFeast {
        feastStories.insert(index)
      }
      wasHeading = isHeading
      weeks.append(week)
      days.append(day)
      if let told = marked[index].last(where: { $0.use == .frame && $0.isDay }) { day = told.period }
      if let told = marked[index].last(where: { $0.use == .frame && !$0.isWeekBefore && isSevenDays($0) }) {
        week = told.period
      }
      // Lists below headings without a year are of that of the lead.
      leads.append(kind == .list && !sections.isPlan(index) && !sections.isBriefs(index) ? lead : nil)
      guard kind == .body else { continue }
      if hand == nil { hand = dayOfFair(marked[index], index) }
      if hand == nil, let year = yearSoFar(marked[index], index) {
        hand = year
        soFar = year
      }
      // What measures nothing tells of no time: 去年还有钱赚.
      guard !paragraphs[index].sentencesWithFigures.isEmpty else { continue }
      recent = lastPast(of: marked[index])
      let isLead = ledStory != stories.stories[index]
      ledStory = stories.stories[index]
      let opening = paragraphs[index].sentencesWithFigures.first ?? .max
      if let first = handedOn(marked[index], index, opening: opening) {
        let isSame = loose == nil && hand == first.period
        hand = Self.handedOn(first)
        // 前三季度，全市出口A，…。当月出口B。前三季度比去年同期少C: the paragraph comes back to what the page reports on.
        // Months that no lead told of, in the course of a page that tells of more, are as much an aside.
        let isAside = !isLead && heading == nil && story == nil && hand.map { Self.isMonthsSoFar($0) } ?? false
        loose =
          leadsParagraph(first, index) && !isAside || isSame || first.period.map(spans.contains) ?? false ? nil : hand
        soFar = nil
        if sections.isPlan(index) || plan != nil { plan = first.period }
        if lead == nil, isOneStory, first.expression.span == .year { lead = first.period }
      } else if hand == nil, let day = momentReached(marked[index], index) {
        hand = day
      } else if hand == nil, isLead, let years = yearsOfLead(marked[index], index) {
        hand = years
      } else if hand == nil, let first = marked[index].first(where: { $0.use == .frame && $0.period != nil }),
        first.expression.mode == .until, !first.isAimed, !first.isDue, first.expression.span != .present,
        let year = first.period?.lastUnit.year, year == published?.year, opens(first, index)
      {
        hand = .single(CalendarUnit(year: year))
      }
      spans = (spans + spansTold(marked[index])).suffix(4)
    }
  }

  /// Makes room for what is noted of each paragraph.
  private mutating func reserve(_ count: Int) {
    headingFrames.reserveCapacity(count)
    headingDays.reserveCapacity(count)
    storyFrames.reserveCapacity(count)
    planFrames.reserveCapacity(count)
    handed.reserveCapacity(count)
    aliases.reserveCapacity(count)
    feasts.reserveCapacity(count)
    weeks.reserveCapacity(count)
    days.reserveCapacity(count)
    leads.reserveCapacity(count)
  }

  /// The first time of a paragraph that it hands on to the next.
  ///
  /// A function by itself: a closure in one that changes the finder would take a copy of it for each paragraph.
  /// - Parameter opening: The first sentence that measures something.
  private func handedOn(_ mentions: [PeriodMention], _ index: Int, opening: Int) -> PeriodMention? {
    mentions.first {
      $0.use == .frame && $0.period != nil && (sections.isPlan(index) || Self.isSpan($0) || !isToCome($0))
        && (!Self.isLooseYear($0) || $0.sentence <= opening && isEarlyInYear)
        && (Self.isHandedOn($0) || isSeason($0, index)) && opens($0, index) && !isFounding($0, index)
        && isFirst($0, index) && !isLookBack($0, in: mentions) && !looksBack($0, index, in: mentions)
    }
  }

  /// The months, quarters and halves of a year that a paragraph tells of.
  private func spansTold(_ mentions: [PeriodMention]) -> [TimePeriod] {
    mentions.prefix(4).compactMap { mention in
      guard mention.use == .frame, mention.expression.mode == .within, let period = mention.period,
        Self.isPartOfYear(period), !Self.isOfDays(period)
      else { return nil }
      return period
    }
  }

  /// A week, in words or in its days.
  private func isSevenDays(_ mention: PeriodMention) -> Bool {
    guard case .interval(let first, let last)? = mention.period, let start = first.firstDay else { return false }
    return Self.isWeek(mention) || mention.isDay && start.adding(days: 6) == last.lastDay
  }

  /// What a heading tells: of 今秋新增学位2万个 the year.
  private static func told(_ mention: PeriodMention) -> TimePeriod? {
    mention.expression.anchor == .publication(0) ? handedOn(mention) : mention.period
  }

  /// What a paragraph hands on: of 今秋 and 截至10月30日 the year.
  private static func handedOn(_ mention: PeriodMention) -> TimePeriod? {
    isSeason(mention.expression.span) ? wholeYear(mention.period) : mention.period
  }

  private func lastFeast(of mentions: [PeriodMention], _ index: Int) -> TimePeriod? {
    mentions.last { isFeast($0, index) && $0.period != nil }?.period
  }

  /// The last time of a paragraph that is not to come.
  private func lastPast(of mentions: [PeriodMention]) -> TimePeriod? {
    mentions.last { $0.use == .frame && $0.period != nil && !isToCome($0) }?.period
  }

  /// 2009年，…；去年，…；今年前十个月，…: a year that the paragraph goes on from to the years of the page.
  private func isLookBack(_ mention: PeriodMention, in mentions: [PeriodMention]) -> Bool {
    guard let year = mention.period?.lastUnit.year else { return false }
    guard let published else {
      // 1998年，王家办起作坊。现在厂里有工人210人: on a page without a date.
      return year != impliedYear
        && mentions.contains { other in
          guard other.range.lowerBound > mention.range.lowerBound else { return false }
          if case .publication = other.expression.anchor { return true }
          return other.expression.span == .present
        }
    }
    guard year < published.year - 1 else { return false }
    return mentions.contains { other in
      other.use == .frame && other.range.lowerBound > mention.range.lowerBound
        && (other.period?.lastUnit.year).map { $0 == published.year || $0 == published.year - 1 } ?? false
    }
  }

  private func own(_ frame: TimePeriod?, _ story: Int?, _ index: Int) -> TimePeriod? {
    story.map { $0 == stories.stories[index] } ?? true ? frame : nil
  }

  /// 去年 is what a page of the first months reports on, and on any other a look back.
  private var isEarlyInYear: Bool { (published?.month ?? 1) <= 4 }

  private func sectionNumber(in run: Range<Int>) -> SectionNumber? {
    for index in run {
      if let number = SectionNumber(heading: paragraphs[index].shadow) { return number }
    }
    return nil
  }

  /// Whether a period stands in the part of its sentence that tells the time: not behind 其中.
  func opens(_ mention: PeriodMention, _ index: Int) -> Bool {
    let paragraph = paragraphs[index]
    return !isQuoted(mention, paragraph)
      && !PeriodMarker.begins(paragraph.shadow, paragraph.clauses.clauses[mention.clause], SubjectFinder.which)
  }

  /// 全村401户，2014年识别贫困人口208户: a year before the last that figures stand before is a look back.
  private func isFirst(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard let published, let period = mention.period, period.lastUnit.year < published.year - 1 else { return true }
    return !followsFigure(mention, index) && mention.sentence == 0
  }

  /// Whether a period stands in what somebody says.
  func isQuoted(_ mention: PeriodMention, _ paragraph: ParagraphShadow) -> Bool {
    var offset = mention.range.lowerBound
    let limit = max(0, offset - Self.window)
    while offset > limit {
      offset = UTF8Scalar.start(before: offset, in: paragraph.shadow)
      switch UTF8Scalar.folded(in: paragraph.shadow, at: offset).scalar {
      case 0x201C, 0x300C: return true
      case 0x201D, 0x300D: return false
      default: break
      }
    }
    return false
  }

  func titleRuns() -> Int {
    var count = 0
    for index in paragraphs.indices where paragraphs[index].kind == .title {
      if index == 0 || ![.title, .heading, .byline].contains(paragraphs[index - 1].kind) {
        count += 1
      } else if !headingRunBefore(index).contains(where: { paragraphs[$0].kind == .title }) {
        count += 1
      }
    }
    return count
  }

  func headingRunBefore(_ index: Int) -> Range<Int> {
    var start = index
    while start > 0, [.title, .heading, .byline].contains(paragraphs[start - 1].kind) { start -= 1 }
    return start..<index
  }

  /// The period of the one story of a page: that of its title or the heading beside it, else of a heading that states
  /// a figure. The order of a page's parts tells nothing here.
  func storyFrame(_ marked: inout [[PeriodMention]]) -> (period: TimePeriod, story: Int?)? {
    var alias: TimePeriod?
    var candidates: [(rank: Int, period: TimePeriod, story: Int?)] = []
    guard paragraphs.contains(where: { $0.kind == .title }) else { return nil }
    for index in paragraphs.indices where paragraphs[index].kind == .title || paragraphs[index].kind == .heading {
      resolve(&marked[index], paragraph: index, frame: nil, alias: &alias)
      let own = marked[index].first { $0.use == .frame && Self.tellsFrame($0) && !Self.isSpan($0) }
      guard let period = own?.period ?? census(index) else { continue }
      let run = headingRunBefore(index).lowerBound..<headingRun(index).upperBound
      // 今年将新购入公交车150辆: what is to be done tells of nothing that was.
      let isPlan = sections.isPlan(index) || own.map { isSetOut($0, index) } ?? false
      // A title that states a figure tells of its own story; “五一”假期文旅市场观察 stands above all of them.
      let isOwn = stories.isOfMany && !paragraphs[index].sentencesWithFigures.isEmpty
      let story = isOwn ? stories.stories[index] : nil
      if sections.isReport(index), run.contains(where: { paragraphs[$0].kind == .title }) {
        candidates.append((-1, period, story))
      } else if paragraphs[index].kind == .title, !isPlan {
        candidates.append((0, period, story))
      } else if run.contains(where: { paragraphs[$0].kind == .title }), !isPlan {
        candidates.append((1, period, stories.stories[index]))
      } else if !paragraphs[index].sentencesWithFigures.isEmpty, !isPlan {
        candidates.append((2, period, stories.stories[index]))
      }
    }
    // 今秋苹果产销两旺: the text is of the year.
    return candidates.min { $0.rank < $1.rank }.map {
      (Self.isSeasonMonths($0.period) ? Self.wholeYear($0.period) ?? $0.period : $0.period, $0.story)
    }
  }

  /// Whether a heading aims at something in the year that it names.
  private func isSetOut(_ mention: PeriodMention, _ index: Int) -> Bool {
    guard mention.expression.span == .year, mention.expression.anchor == .publication(0) else { return false }
    let end = mention.range.upperBound
    return contains(rules.sections.aims, index, end..<min(paragraphs[index].shadow.count, end + 12))
  }

  /// 今秋, 去年夏天.
  private static func isSeasonMonths(_ period: TimePeriod) -> Bool {
    guard case .interval(let first, let last) = period, case .month(let from) = first.granularity,
      case .month(let to) = last.granularity
    else { return false }
    return first.year == last.year && to == from + 2 && from % 3 == 0
  }

  /// A run of headings and titles.
  func headingRun(_ start: Int) -> Range<Int> {
    var end = start
    while end < paragraphs.count {
      switch paragraphs[end].kind {
      case .heading, .title, .byline: end += 1
      default: return start..<end
      }
    }
    return start..<end
  }
}
