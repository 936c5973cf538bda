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
  /// The clause of a plan that was given up: 原打算花3000万元.
  var formerPlan = -1
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
    endFormerPlan()
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

  /// What brackets leave as it was.
  private struct Outside {
    let last: Fact?
    let lastLevel: Fact?
    let countedFlow: Range<Int>?
    let countedMoney: Bool
    let levels: UnitTable<Fact>
    let pending: (name: IndicatorName, isStrong: Bool, isLead: Bool)?
  }
}
