import Figures
import Values

/// Reads the facts of one paragraph, clause by clause.
struct ParagraphReader {
  let lexicon: Lexicon
  let constructions: ConstructionSet
  let context: DocumentContext
  let paragraph: Int
  let utf8: [UInt8]
  let shadow: [UInt8]
  let figures: [Figure]
  let cut: CutParagraph

  let published: CalendarDate?
  /// True where the page as a whole sets out what is to be done.
  var isPlan = false
  /// True where the page prints most of its figures in digits.
  var printsDigits = true

  /// Those of the paragraphs before and its own.
  var observations: [Observation] = []
  var trace: ReadingTrace?
  /// The names of the last levels of earlier paragraphs, by unit.
  var carriedLevels = UnitTable<String>()

  let matcher: PatternMatcher
  /// Records of the sentence so far.
  var recent: [Fact] = []
  var last: Fact?
  var lastLevel: Fact?
  /// The verb of flow of the last level, where it counted things.
  var countedFlow: Range<Int>?
  /// True where the last level was of money.
  var countedMoney = false
  /// The last level of each unit.
  var levels = UnitTable<Fact>()
  /// What a clause without figures was about, and whether it said something of it.
  var pending: (name: IndicatorName, isStrong: Bool, isLead: Bool)?
  /// What the clause was about stands before a colon: 装机容量：75万千瓦.
  var pendingIsLabel = false
  /// What a clause in 方面 says that those behind it are of: 二手房方面，成交500套.
  var aspect: Range<Int>?
  /// What stands before the colon at the head of a row, and is of all that the row tells.
  var label: Range<Int>?
  /// What the member of a list that is read is about.
  var kind: Kind?
  /// The noun that is all of the clause without figures that was read last.
  var bareTopic: Range<Int>?
  /// A clause without figures named a rate of growth, which may fall: 对东盟出口增幅最大，达38.5%.
  var pendingRate: Bool?
  /// Whether the rate falls whose figures the clause lists behind their names: 品种和跌幅为桃子8.3%、西瓜5.1%.
  var listedFalls: Bool?
  /// The noun of that rate.
  var pendingRateNoun: Range<Int>?
  /// The same, where the record that is being made has no name of its own.
  var pendingFalls: Bool?
  var frame: Observation.Status?
  /// The sentence has said that something is aimed at.
  var hasAim = false
  /// What 下同 in brackets says that all which follows compares with.
  var sameComparison: Observation.Comparison?
  /// What a forecast took the place of, and the clauses where the frame began and where the reader is.
  var frameBefore: Observation.Status?
  var framedClause = -1
  /// The clause whose figure alone was reckoned.
  var appraisedClause = -1
  /// The clause that alone is expected, and the frame that it stands in.
  var ableClause = -1
  var frameBeforeAble: Observation.Status?
  var currentClause = -1
  /// Somebody reckons: 专家估算…将.
  var isEstimate = false
  /// A clause has said that all of the sentence is expected.
  var leadsForecast = false
  /// A record of the sentence was expected.
  var hasForecast = false
  /// The clause without figures that said against what the sentence compares.
  var comparedClause: Range<Int>?
  var breakdown = false
  /// The sentence has told parts of something.
  var hasBreakdown = false
  /// The last level before the parts of it that the sentence tells.
  var whole: Fact?
  /// The trade or the crop that a clause without figures was about.
  var topicOwner: Range<Int>?
  /// The size that a clause without figures looks at: 产量 of 从产量上看.
  var viewed: Range<Int>?
  /// What has to be done, as the sentence said: 道路改造 of 道路改造任务.
  var task: IndicatorName?
  /// What was in force before a bracket; empty where the clause stands in none. It is large, and a reader is copied often.
  private var outside: [Outside] = []
  /// Many of its figures are lower bounds.
  let hasFloors: Bool
  /// True where the paragraph sets out what is to be done.
  var isPlanParagraph = false
  /// The paragraph has said what the year, or a later one, is to bring.
  var hasYearPlan = false
  var rejectedSentences: Set<Int> = []
  var sentence = -1
  /// How many records the sentence had before the clause.
  private var factsBeforeClause = 0
  /// The first piece of the sentence.
  var sentenceStart = 0
  var segment = -1
  /// A clause behind in the sentence has figures.
  var isTopicAsked = true

  init(
    lexicon: Lexicon, constructions: ConstructionSet, context: DocumentContext, paragraph: Int, utf8: [UInt8],
    shadow: [UInt8], figures: [Figure], published: CalendarDate?, spaceSeparates: Bool, matcher: PatternMatcher,
    isTracing: Bool
  ) {
    self.matcher = matcher
    self.lexicon = lexicon
    self.constructions = constructions
    self.context = context
    self.paragraph = paragraph
    self.utf8 = utf8
    self.shadow = shadow
    self.figures = figures
    self.published = published
    hasFloors = Self.hasFloors(figures)
    // What orders work and what is explained is read as a whole.
    cut = PieceCutter.cut(
      shadow: shadow, figures: figures, lexicon: lexicon, spaceSeparates: spaceSeparates,
      omitsSilence: !hasFloors && !isTracing
    ) { published == nil || figures[$0].period.map { Self.isOver($0, by: published) } ?? true }
  }

  /// The unit of the first figure of a piece; of a figure by itself all would be copied.
  func unit(of piece: Piece) -> String { figures.withUnsafeBufferPointer { $0[piece.index].unit } }

  /// The records of the sentence before the clause; a part of `recent`, which a copy would make each clause copy again.
  var clauseFacts: ArraySlice<Fact> { recent.prefix(factsBeforeClause) }

  var edges: NameEdges { NameEdges(lexicon: lexicon, shadow: shadow) }
  var filler: EllipsisFiller { EllipsisFiller(lexicon: lexicon, shadow: shadow, figures: figures) }

  mutating func read() {
    let noise = lexicon.known.noise
    for clause in cut.clauses where cut.pieces[clause.pieces].contains(where: { $0.classes & noise != 0 }) {
      rejectedSentences.insert(clause.sentence)
    }
    isPlanParagraph = setsOutWork()
    let asked = clausesBeforeFigures()
    for (index, clause) in cut.clauses.enumerated() {
      isTopicAsked = asked[index]
      step(acrossBracket: clause.isBracket)
      read(clause)
    }
  }

  /// For each clause whether one behind it in its sentence has figures: nothing else asks what the clause is about.
  private func clausesBeforeFigures() -> [Bool] {
    let clauses = cut.clauses
    var asked = [Bool](repeating: false, count: clauses.count)
    for index in clauses.indices.dropLast().reversed() {
      let next = clauses[index + 1]
      guard next.sentence == clauses[index].sentence else { continue }
      asked[index] = asked[index + 1] || cut.pieces[next.pieces].contains { $0.kind == .figures }
    }
    return asked
  }

  /// What a clause in brackets says is not what the text goes on with: 受理案件3204件（含旧存86件），审结3011件.
  private mutating func step(acrossBracket isBracket: Bool) {
    if isBracket {
      guard outside.isEmpty else { return }
      outside.append(
        Outside(
          last: last, lastLevel: lastLevel, countedFlow: countedFlow, countedMoney: countedMoney, levels: levels,
          pending: pending))
    } else if let outside = outside.popLast() {
      last = outside.last ?? last
      lastLevel = outside.lastLevel ?? lastLevel
      countedFlow = outside.countedFlow
      countedMoney = outside.countedMoney
      levels = outside.levels
      if outside.pending != nil { pending = outside.pending }
    }
  }

  mutating func read(_ clause: Clause) {
    if clause.sentence != sentence {
      // 将重点实施水库整修和沟渠清淤。其中，整修小型水库14座: the parts are aimed at as the whole is.
      let isPart = frame == .target && recent.isEmpty && opensWithBreakdown(clause)
      let isExpectedPart = opensExpectedPart(clause)
      sentence = clause.sentence
      sentenceStart = clause.pieces.lowerBound
      recent.removeAll(keepingCapacity: true)
      factsBeforeClause = 0
      pending = nil
      pendingRate = nil
      pendingIsLabel = false
      whole = nil
      label = nil
      frame = isPart ? .target : isExpectedPart ? .forecast : nil
      leadsForecast = isExpectedPart
      hasAim = isPart
      frameBefore = nil
      framedClause = -1
      isEstimate = false
      hasForecast = false
      comparedClause = nil
      breakdown = false
      hasBreakdown = false
      topicOwner = nil
      viewed = nil
      task = nil
    }
    if clause.segment != segment {
      segment = clause.segment
      beginSegment()
    }
    if appraisedClause == currentClause, appraisedClause >= 0, frame == .forecast { frame = nil }
    appraisedClause = -1
    endAbility(before: clause)
    currentClause = clause.pieces.lowerBound
    trace?.open(clause, pieces: cut.pieces[clause.pieces], lexicon: lexicon)
    guard !rejectedSentences.contains(clause.sentence) else {
      trace?.reject("the sentence is of sport, lottery, addresses or the like")
      return
    }
    // Closures, here and where names are read: a method handed over by its name takes a copy of the reader with it.
    guard !clause.pieces.contains(where: { isNoise($0) }) else {
      trace?.reject("the clause is of addresses, numbers or prices of the paper")
      return
    }
    guard let first = clause.pieces.first(where: { cut.pieces[$0].kind == .figures }) else {
      readFrame(clause.pieces, in: clause)
      endFrame(of: clause)
      readForecastLead(clause)
      readTopic(clause)
      return
    }
    factsBeforeClause = recent.count
    listedFalls = listedRate(in: clause, before: first)
    let (matches, consumed) = matches(in: clause, from: first)
    let before = observations.count
    var framed = clause.pieces.lowerBound
    var next = 0
    for anchor in first..<clause.pieces.upperBound where cut.pieces[anchor].kind == .figures {
      readFrame(framed..<anchor, in: clause)
      framed = anchor + 1
      let match = matches[next]
      next += 1
      if consumed.contains(anchor) { continue }
      guard let match else {
        trace?.reject("no construction fits", at: cut.pieces[anchor].range)
        continue
      }
      emit(match, anchor: anchor, clause: clause)
    }
    readFrame(framed..<clause.pieces.upperBound, in: clause)
    if observations.count == before { readTopic(clause) } else { breakdown = false }
  }

  /// The construction that reads each figure of a clause, in order, and the pieces that another figure's reads too.
  private mutating func matches(in clause: Clause, from first: Int) -> (matches: [ConstructionMatch?], consumed: [Int])
  {
    var matches: [ConstructionMatch?] = []
    var consumed: [Int] = []
    for anchor in first..<clause.pieces.upperBound where cut.pieces[anchor].kind == .figures {
      let match: ConstructionMatch?
      if trace != nil {
        var candidates: [String] = []
        let known = constructions.constructions
        match = constructions.best(for: anchor, in: clause.pieces, of: cut.pieces, matcher: matcher) {
          candidates.append(known[$0.construction].id)
        }
        trace?.tried(candidates, at: cut.pieces[anchor].range)
      } else {
        match = constructions.best(for: anchor, in: clause.pieces, of: cut.pieces, matcher: matcher)
      }
      matches.append(match)
      if let match, constructions.constructions[match.construction].emission.emitsEarlier,
        let earlier = match.capture(Slots.earlier)
      {
        for piece in earlier where cut.pieces[piece].kind == .figures { consumed.append(piece) }
      }
    }
    return (matches, consumed)
  }

  // MARK: - Records

  mutating func emit(_ match: ConstructionMatch, anchor: Int, clause: Clause) {
    let construction = constructions.constructions[match.construction]
    let emission = construction.emission
    let piece = cut.pieces[anchor]
    if let reason = emission.rejection {
      trace?.reject("\(construction.id): \(reason)", at: piece.range)
      return
    }
    let figure = figures[piece.index]
    if emission.usesRight, countsInPassing(figure) {
      trace?.reject("\(construction.id): a small number in words only tells the story", at: piece.range)
      return
    }
    if isLimitOfCounted(anchor, clause: clause) {
      trace?.reject("\(construction.id): it only tells which were counted", at: piece.range)
      return
    }
    if announcesList(anchor, figure: figure, clause: clause) {
      trace?.reject("\(construction.id): it announces a list", at: piece.range)
      return
    }
    if emission.usesRight, figure.kind == .number, figure.unit.isEmpty {
      trace?.reject("\(construction.id): a number without a counter or a scale word", at: piece.range)
      return
    }
    let nameRange = match.capture(Slots.name)
    let nameStart = nameRange.map { cut.pieces[$0.lowerBound].range.lowerBound } ?? piece.range.lowerBound
    let mention = context.subject(
      paragraph: paragraph, clause: clause.range, figure: figure.range, nameStart: nameStart)
    var names = self.names(match, emission: emission, anchor: anchor, clause: clause, mention: mention)
    guard !names.isEmpty else {
      trace?.reject("\(construction.id): nothing says what is measured", at: piece.range)
      return
    }
    if names.contains(where: { ($0.start ?? nameStart) < nameStart && isOfOtherDimension($0, figure, emission) }) {
      trace?.reject("\(construction.id): what was measured before has no such unit", at: piece.range)
      return
    }
    if figure.kind == .number, figure.unit.isEmpty, emission.measure == .byName, !names.allSatisfy({ isIndex($0) }) {
      trace?.reject("\(construction.id): a number without a counter or a scale word", at: piece.range)
      return
    }
    let isByName = emission.measure == .byName || emission.measure == .asBefore
    pendingFalls = isByName && figure.kind == .percentage ? nameRange == nil ? pendingRate : listedFalls : nil
    defer { pendingFalls = nil }
    if names.count == 1, piece.count > 1 { names = Array(repeating: names[0], count: piece.count) }
    var sharedPer = emission.usesRight && figure.kind == .money ? perBefore(anchor, clause: clause) : nil
    if emission.emitsEarlier, let earlier = match.capture(Slots.earlier) {
      for index in earlier where cut.pieces[index].kind == .figures {
        sharedPer = figures[cut.pieces[index].index].per ?? figure.per
      }
    }
    let periods = piece.count > 1 ? sidePeriods(piece.count, before: anchor, clause: clause) : nil
    if emission.emitsEarlier, let earlier = match.capture(Slots.earlier) {
      for index in earlier where cut.pieces[index].kind == .figures {
        // 分别由32%、18%提高到41%、26%: each of several names has both of its values.
        let count = cut.pieces[index].count == piece.count ? piece.count : 1
        for place in 0..<count {
          add(
            names[min(place, names.count - 1)], figure: figures[cut.pieces[index].index + place],
            construction: construction, match: match, clause: clause, anchor: index, role: .earlier, mention: mention,
            period: nil, per: sharedPer)
        }
      }
    }
    let count = emission.distributes && piece.count == 1 ? names.count : piece.count
    add(
      names[0], figure: figure, construction: construction, match: match, clause: clause, anchor: anchor,
      role: emission.role, mention: mention, period: periods?[0], per: sharedPer)
    for index in 1..<max(1, count) {
      let figure = figures[piece.index + (piece.count == 1 ? 0 : index)]
      // Of several subjects each has its figure: 一四三团、一四九团亩产分别为131斤和126斤.
      let owner = context.subject(
        paragraph: paragraph, clause: clause.range, figure: figure.range, nameStart: nameStart)
      add(
        names[min(index, names.count - 1)], figure: figure, construction: construction, match: match, clause: clause,
        anchor: anchor, role: emission.role, mention: owner, period: periods?[index], per: sharedPer)
    }
    if emission.setsTopic {
      pending = nil
      pendingRate = nil
      pendingIsLabel = false
      topicOwner = nil
    }
  }

  mutating func add(
    _ name: IndicatorName, figure: Figure, construction: Construction, match: ConstructionMatch, clause: Clause,
    anchor: Int, role: PeriodRole, mention: SubjectMention?, period: TimePeriod?, per: String?
  ) {
    let emission = construction.emission
    guard let amount = figure.amount, let normalized = figure.normalized else {
      trace?.reject("the figure has no exact amount", at: figure.range)
      return
    }
    var name = name
    var unit = unit(of: figure, name: &name)
    if let per, figure.per == nil, !unit.text.utf8.contains(UInt8(ascii: "/")) { unit = (unit.text + "/" + per, true) }
    let bytes = name.utf8(in: utf8)
    guard !bytes.isEmpty else { return }
    let isBareMoney = figure.kind == .number && !unit.text.isEmpty && lexicon.isMoney(name.utf8(in: shadow))
    if isBareMoney { unit.text += "元" }
    let isNegative = pendingFalls ?? isNegative(emission, match: match)
    let measure = measure(emission, name: name, figure: figure)
    var time =
      period
      ?? context.period(paragraph: paragraph, clause: clause.range, figure: figure.range, role: role)
    let status =
      emission.status ?? status(role, of: name, after: anchor, clause: clause, figure: figure, period: time)
    if status == .forecast { hasForecast = true }
    if status != .actual { time = time.map(Self.due) }
    let comparison = comparison(emission, match: match, anchor: anchor, clause: clause, period: time)
    let indicator = String(decoding: bytes, as: UTF8.self)
    let span =
      comparison == .averageAnnual && status == .actual
      ? time.flatMap { context.averageSpan(paragraph: paragraph, figure: figure.range, current: $0) } : nil
    let start = min(name.start ?? figure.range.lowerBound, figure.range.lowerBound)
    observations.append(
      Observation(
        indicator: indicator, measure: measure,
        amount: isNegative ? amount.negated : amount, unit: unit.text, bound: figure.bound,
        normalized: Figure.Normalized(
          amount: isNegative ? normalized.amount.negated : normalized.amount,
          unit: isBareMoney
            ? "CNY" : unit.isJoined ? normalized.unit + "/" + (figure.per ?? per ?? "") : normalized.unit),
        status: status, comparison: measure == .growth || measure == .change ? comparison : nil, period: span ?? time,
        subject: mention?.name, paragraph: paragraph, range: figure.range,
        quote: start..<max(figure.extent.upperBound, figure.range.upperBound), rule: construction.id,
        areaCode: mention?.areaCode))
    trace?.emitted(observations[observations.count - 1], construction: construction.id)
    guard emission.setsTopic else { return }
    var base = withoutRate(name)
    if measure == .share || measure == .change, emission.name.count > 1 {
      base = last?.base ?? name
      // 苹果产量占全省的比重: the thing itself is what stands before 占.
      let index = name.parts.firstIndex { part in
        switch part {
        case .range(let range): shadow[range].elementsEqual(Self.shareVerb)
        case .literal(let text): text == "占"
        }
      }
      if let index, index > 0 { base = IndicatorName(flow: name.flow, parts: Array(name.parts[..<index])) }
    }
    // 靠苹果增收的贫困户: what follows is of 贫困户.
    if let particle = base.parts.firstIndex(of: .literal("的")), particle < base.parts.count - 1 {
      base = IndicatorName(flow: nil, parts: Array(base.parts[(particle + 1)...]))
    }
    var fact = Fact(name: name, base: base, measure: measure, sentence: sentence, clause: clause.pieces.lowerBound)
    if measure == .growth, !emission.name.contains(.capture(Slots.rate)), let rate = match.capture(Slots.rate) {
      fact.rate = cut.pieces[rate.lowerBound].range
    }
    last = fact
    if measure == .level {
      countedFlow = carriedFlow(name.flow, figure: figure)
      countedMoney = figure.kind == .money
      lastLevel = fact
      if let thing = thing(ofTask: name) { task = thing }
      noteKind(name, figure: figure, anchor: anchor, clause: clause)
      levels.set(fact, for: figure.unit)
      // What only says which of them, or what they do, is nothing that later ones are of.
      let filler = filler
      if !filler.isFollowedByParticle(base), !filler.isDeed(base) { carriedLevels.set(indicator, for: figure.unit) }
    }
    recent.append(fact)
  }

  /// What brackets leave as it was.
  private struct Outside {
    let last: Fact?
    let lastLevel: Fact?
    let countedFlow: Range<Int>?
    let countedMoney: Bool
    let levels: UnitTable<Fact>
    let pending: (name: IndicatorName, isStrong: Bool, isLead: Bool)?
  }

  private static let shareVerb = Array("占".utf8)
}
