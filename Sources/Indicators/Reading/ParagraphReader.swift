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

  private(set) var observations: [Observation] = []
  var trace: ReadingTrace?
  /// The names of the last levels of earlier paragraphs, by unit.
  var carriedLevels: [String: String] = [:]

  private var matcher = PatternMatcher()
  /// Records of the sentence so far.
  private var recent: [Fact] = []
  private var last: Fact?
  private var lastLevel: Fact?
  /// The verb of flow of the last level, where it counted things.
  private var countedFlow: Range<Int>?
  /// The last level of each unit.
  private var levels: [String: Fact] = [:]
  /// What a clause without figures was about, and whether it said something of it.
  private var pending: (name: IndicatorName, isStrong: Bool, isLead: Bool)?
  private var frame: Observation.Status?
  private var sentenceComparison = ComparisonReader.Finding.none
  private var breakdown = false
  private var rejectedSentences: Set<Int> = []
  private var sentence = -1
  private var segment = -1

  init(
    lexicon: Lexicon, constructions: ConstructionSet, context: DocumentContext, paragraph: Int, utf8: [UInt8],
    shadow: [UInt8], figures: [Figure], published: CalendarDate?, spaceSeparates: Bool
  ) {
    self.lexicon = lexicon
    self.constructions = constructions
    self.context = context
    self.paragraph = paragraph
    self.utf8 = utf8
    self.shadow = shadow
    self.figures = figures
    self.published = published
    cut = PieceCutter.cut(shadow: shadow, figures: figures, lexicon: lexicon, spaceSeparates: spaceSeparates)
  }

  private var edges: NameEdges { NameEdges(lexicon: lexicon, shadow: shadow) }

  mutating func read() {
    let noise = lexicon["noise"]
    for clause in cut.clauses where cut.pieces[clause.pieces].contains(where: { $0.classes & noise != 0 }) {
      rejectedSentences.insert(clause.sentence)
    }
    for clause in cut.clauses { read(clause) }
  }

  private mutating func read(_ clause: Clause) {
    if clause.sentence != sentence {
      sentence = clause.sentence
      recent.removeAll(keepingCapacity: true)
      pending = nil
      frame = nil
      sentenceComparison = .none
      breakdown = false
    }
    if clause.segment != segment {
      segment = clause.segment
      if frame == .forecast { frame = nil }
    }
    trace?.open(clause, pieces: cut.pieces[clause.pieces], lexicon: lexicon)
    guard !rejectedSentences.contains(clause.sentence) else {
      trace?.reject("the sentence is of sport, lottery, addresses or the like")
      return
    }
    let noise = lexicon["noise-clause"]
    guard !cut.pieces[clause.pieces].contains(where: { $0.classes & noise != 0 }) else {
      trace?.reject("the clause is of addresses, numbers or prices of the paper")
      return
    }
    let anchors = clause.pieces.filter { cut.pieces[$0].kind == .figures }
    guard !anchors.isEmpty else {
      readFrame(clause.pieces)
      readTopic(clause)
      return
    }
    var matches: [Int: ConstructionMatch] = [:]
    var consumed: Set<Int> = []
    for anchor in anchors {
      var candidates: [String] = []
      let isTracing = trace != nil
      let known = constructions.constructions
      let match = constructions.best(
        for: anchor, in: clause.pieces, of: cut.pieces, matcher: &matcher,
        tried: isTracing ? { candidates.append(known[$0.construction].id) } : nil)
      trace?.tried(candidates, at: cut.pieces[anchor].range)
      guard let match else { continue }
      matches[anchor] = match
      if constructions.constructions[match.construction].emission.emitsEarlier,
        let earlier = match.capture(Slots.earlier)
      {
        for piece in earlier where cut.pieces[piece].kind == .figures { consumed.insert(piece) }
      }
    }
    let before = observations.count
    var framed = clause.pieces.lowerBound
    for anchor in anchors {
      readFrame(framed..<anchor)
      framed = anchor + 1
      if consumed.contains(anchor) { continue }
      guard let match = matches[anchor] else {
        trace?.reject("no construction fits", at: cut.pieces[anchor].range)
        continue
      }
      emit(match, anchor: anchor, clause: clause)
    }
    readFrame(framed..<clause.pieces.upperBound)
    if observations.count == before { readTopic(clause) } else { breakdown = false }
  }

  // MARK: - What clauses leave for others

  private mutating func readFrame(_ range: Range<Int>) {
    for index in range {
      let piece = cut.pieces[index]
      if piece.kind == .period {
        // What is over is no aim: 计划投资63亿元，截至6月底完成46.7亿元.
        let isBase = index > 0 && cut.pieces[index - 1].classes & (lexicon["than"] | lexicon["from"]) != 0
        if !isBase, frame != nil, let period = figures[piece.index].period, isOver(period) { frame = nil }
        continue
      }
      guard piece.kind == .word else { continue }
      if piece.classes & lexicon["target"] != 0 {
        frame = .target
      } else if piece.classes & lexicon["will"] != 0 {
        if leadsVerb(index) { frame = .target }
      } else if piece.classes & lexicon["forecast"] != 0 {
        frame = .forecast
      } else if piece.classes & (lexicon["actual"] | lexicon["attain-past"]) != 0 {
        frame = .actual
      }
      if piece.classes & lexicon["breakdown"] != 0 { breakdown = true }
    }
  }

  /// 将 before a verb says what will be; before a noun it only marks the object.
  private func leadsVerb(_ index: Int) -> Bool {
    guard index + 1 < cut.pieces.count else { return false }
    let next = cut.pieces[index + 1]
    let verbs =
      lexicon.flow | lexicon["verb"] | lexicon["attain"] | lexicon["rise"] | lexicon["fall"] | lexicon["predicate"]
      | lexicon["plan"] | lexicon["than-now"] | lexicon["copula"] | lexicon["share"] | lexicon["adverb"]
    if next.classes & verbs != 0 || next.kind == .period { return true }
    return index + 2 < cut.pieces.count && cut.pieces[index + 2].kind == .figures
  }

  /// True for a period that ends by the end of the month of publication.
  private func isOver(_ period: TimePeriod) -> Bool {
    guard let published, let last = lastDay(of: period) else { return false }
    return (last.year, last.month) <= (published.year, published.month)
  }

  private func lastDay(of period: TimePeriod) -> CalendarDate? {
    switch period {
    case .single(let unit), .until(let unit), .interval(_, let unit): unit.lastDay
    }
  }

  /// A clause without figures may name what the next ones measure: 煤炭及制品受库存拖累，下降6.7%.
  private mutating func readTopic(_ clause: Clause) {
    let pieces = cut.pieces
    let comparison = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
      .finding(in: clause.pieces, of: pieces, current: nil)
    if comparison != .none { sentenceComparison = comparison }
    guard !clause.isBracket else { return }
    var start = clause.pieces.lowerBound
    while start < clause.pieces.upperBound, !pieces[start].isNameable { start += 1 }
    var end = start
    let predicate = lexicon["predicate"]
    while end < clause.pieces.upperBound, pieces[end].isNameable, pieces[end].classes & predicate == 0 || end == start {
      end += 1
    }
    guard start < end else { return }
    let isStrong =
      end < clause.pieces.upperBound && pieces[end].classes & predicate != 0
      || pieces[start].classes & lexicon["topic-lead"] != 0
    guard pieces[end - 1].range.upperBound - pieces[start].range.lowerBound <= 90 else { return }
    let mention = context.subject(
      paragraph: paragraph, clause: clause.range, figure: clause.range.upperBound..<clause.range.upperBound,
      nameStart: pieces[start].range.lowerBound)
    let from = cutStart(mention, in: start..<end)
    guard let name = edges.name(start..<end, of: pieces, from: from) else { return }
    let isLead = pieces[start].classes & lexicon["topic-lead"] != 0
    if isStrong || pending?.isStrong != true { pending = (name, isStrong, isLead) }
  }

  /// Where the name begins behind a subject that stands at its head.
  private func cutStart(_ mention: SubjectMention?, in range: Range<Int>) -> Int? {
    guard let mention, let subject = mention.range, let trimmed = edges.trimmed(range, of: cut.pieces),
      let first = trimmed.first, let last = range.last
    else { return nil }
    // What stands before it makes it something else than a subject: 对美国出口.
    let low = cut.pieces[first].range.lowerBound
    let start = cut.pieces[range.lowerBound].range.lowerBound
    let high = cut.pieces[last].range.upperBound
    guard subject.lowerBound >= start, subject.lowerBound <= low, subject.upperBound <= high, names(subject, mention)
    else { return nil }
    // A project that is all there is, is what is measured.
    if subject.upperBound == high, mention.kind == .project { return nil }
    var end = subject.upperBound
    let isWord = lexicon.longestMatch(in: shadow, at: subject.lowerBound).map { $0.end == end } ?? false
    if !isWord, let match = lexicon.longestMatch(in: shadow, at: end, end: high),
      lexicon.entries[match.word].always & lexicon["place-tail"] != 0, match.end < high
    {
      end = match.end
    }
    return end
  }

  /// True where a range of the paragraph is what a mention says it is.
  private func names(_ range: Range<Int>, _ mention: SubjectMention) -> Bool {
    guard range.upperBound <= utf8.count else { return false }
    if utf8[range].elementsEqual(mention.name.utf8) { return true }
    guard utf8[range.lowerBound] & 0xC0 != 0x80, range.upperBound == utf8.count || utf8[range.upperBound] & 0xC0 != 0x80
    else { return false }
    if let match = lexicon.longestMatch(in: shadow, at: range.lowerBound), match.end == range.upperBound {
      return lexicon.entries[match.word].always & lexicon["place"] != 0
    }
    // A short form of the name: 江安 for 江安县.
    return mention.name.utf8.starts(with: utf8[range])
      || Array(mention.name.utf8).suffix(range.count).elementsEqual(utf8[range])
  }

  // MARK: - Records

  private mutating func emit(_ match: ConstructionMatch, anchor: Int, clause: Clause) {
    let construction = constructions.constructions[match.construction]
    let emission = construction.emission
    let piece = cut.pieces[anchor]
    if let reason = emission.rejection {
      trace?.reject("\(construction.id): \(reason)", at: piece.range)
      return
    }
    let figure = figures[piece.index]
    let nameRange = match.capture(Slots.name)
    let nameStart = nameRange.map { cut.pieces[$0.lowerBound].range.lowerBound } ?? piece.range.lowerBound
    let mention = context.subject(
      paragraph: paragraph, clause: clause.range, figure: figure.range, nameStart: nameStart)
    var names = self.names(match, emission: emission, anchor: anchor, clause: clause, mention: mention)
    guard !names.isEmpty else {
      trace?.reject("\(construction.id): nothing says what is measured", at: piece.range)
      return
    }
    if names.count == 1, piece.count > 1 { names = Array(repeating: names[0], count: piece.count) }
    var sharedPer: String?
    if emission.emitsEarlier, let earlier = match.capture(Slots.earlier) {
      for index in earlier where cut.pieces[index].kind == .figures {
        sharedPer = figures[cut.pieces[index].index].per ?? figure.per
      }
    }
    let periods = piece.count > 1 ? sidePeriods(piece.count, before: anchor, clause: clause) : nil
    if emission.emitsEarlier, let earlier = match.capture(Slots.earlier) {
      for index in earlier where cut.pieces[index].kind == .figures {
        add(
          names[0], figure: figures[cut.pieces[index].index], construction: construction, match: match,
          clause: clause, anchor: index, role: .earlier, mention: mention, period: nil, per: sharedPer)
      }
    }
    let count = emission.distributes && piece.count == 1 ? names.count : piece.count
    for index in 0..<count {
      let figure = figures[piece.index + (piece.count == 1 ? 0 : index)]
      add(
        names[min(index, names.count - 1)], figure: figure, construction: construction, match: match, clause: clause,
        anchor: anchor, role: emission.role, mention: mention, period: periods?[index], per: sharedPer)
    }
    if emission.setsTopic { pending = nil }
  }

  /// The names that the figures of a match belong to.
  private func names(
    _ match: ConstructionMatch, emission: Construction.Emission, anchor: Int, clause: Clause,
    mention: SubjectMention?
  ) -> [IndicatorName] {
    let pieces = cut.pieces
    let piece = pieces[anchor]
    let filler = EllipsisFiller(lexicon: lexicon, shadow: shadow, figures: figures)
    var own: IndicatorName?
    var range = match.capture(emission.usesRight ? Slots.right : Slots.name)
    if let found = range { range = emission.usesRight ? rightRange(found) : behindFigure(found, clause: clause) }
    if let range {
      let from = emission.usesRight ? nil : cutStart(mention, in: range)
      own = edges.name(range, of: pieces, from: from)
      let flow = link(anchor, clause: clause) == .enumeration ? lexicon.flow : lexicon["flow"] | lexicon["flow-change"]
      if let same = levels[figures[piece.index].unit], let trimmed = edges.trimmed(range, of: pieces),
        trimmed.allSatisfy({ pieces[$0].classes & flow != 0 })
      {
        own = filler.filledFlow(pieces[trimmed.lowerBound].range, after: same.base)
      } else if !emission.usesRight, let name = own {
        own = joinedOverPeriod(name, range: range, clause: clause, mention: mention)
      }
      // One character names nothing.
      if !emission.usesRight, let name = own, name.flow == nil, name.parts.count == 1,
        case .range(let only)? = name.parts.first,
        only.count <= 3
      {
        own = nil
      }
    }
    if emission.usesRight {
      guard var name = own else { return [] }
      if let flow = match.capture(Slots.flow), name.flow == nil { name.flow = pieces[flow.lowerBound].range }
      return [compose(emission, own: name, match: match)]
    }
    // 人均4200元: of what was counted before.
    if let name = own, let last, name.flow == nil, name.parts.count == 1, case .range(let only)? = name.parts.first,
      let match = lexicon.longestMatch(in: shadow, at: only.lowerBound), match.end == only.upperBound,
      lexicon.entries[match.word].always & lexicon["mean-head"] != 0
    {
      own = IndicatorName(
        flow: nil, parts: name.parts + (last.base.flow.map { [.range($0)] } ?? []) + last.base.parts)
    }
    // A place is a part of a whole as anything else: 日本占三成.
    if own == nil, let range, emission.measure == .fixed(.share) { own = edges.name(range, of: pieces) }
    if let name = own {
      let topic = pending?.isStrong == true ? pending?.name : nil
      let endsInParticle = range.flatMap(\.last).map { pieces[$0].classes & lexicon["of"] != 0 } ?? false
      let unit = figures[piece.index].unit
      let same = levels[unit]
      if endsInParticle, piece.figureKind == .count, let known = same?.name ?? carried(unit) {
        own = filler.filledNoun(name, after: known, link: link(anchor, clause: clause))
      } else {
        own = filler.filledHead(
          filler.filled(
            name, after: same?.name ?? lastLevel?.name,
            flow: isCounted(piece) && emission.measure == .byName ? countedFlow : nil,
            link: link(anchor, clause: clause)), topic: topic, isLead: pending?.isLead ?? false,
          previous: lastLevel?.name)
        if let filled = own, let same, same.sentence == sentence { own = filler.filledTail(filled, after: same.name) }
      }
    }
    let wanted = piece.count
    if wanted > 1 || emission.distributes {
      let coordination = Coordination(lexicon: lexicon, shadow: shadow)
      if let source = own ?? pending?.name {
        let split =
          emission.distributes && wanted == 1
          ? coordination.names(in: source) : coordination.names(in: source, wanted: wanted)
        if let split {
          return split.map { name in
            var name = name
            if let flow = match.capture(Slots.flow), name.flow == nil { name.flow = pieces[flow.lowerBound].range }
            return compose(emission, own: name, match: match)
          }
        }
      }
      if own == nil, recent.count >= wanted, wanted > 1 {
        return recent.suffix(wanted).map { compose(emission, own: $0.base, match: match) }
      }
    }
    // A place alone is whose the figure is: what is measured was said before with the same unit.
    if own == nil, let range, isCounted(piece) || piece.figureKind == .money, cutStart(mention, in: range) != nil,
      let known = levels[figures[piece.index].unit]?.name ?? carried(figures[piece.index].unit)
    {
      own = known
    }
    guard let name = own ?? previous(for: piece, emission: emission) else { return [] }
    return [compose(emission, own: name, match: match)]
  }

  /// What an earlier paragraph measured in a unit.
  private func carried(_ unit: String) -> IndicatorName? {
    carriedLevels[unit].map { IndicatorName(flow: nil, parts: [.literal($0)]) }
  }

  /// The indicator in force.
  private func previous(for piece: Piece, emission: Construction.Emission) -> IndicatorName? {
    if let pending, pending.isStrong || recent.isEmpty { return pending.name }
    if piece.figureKind == .points { return last?.name }
    return last?.base ?? pending?.name
  }

  private func compose(
    _ emission: Construction.Emission, own: IndicatorName, match: ConstructionMatch
  ) -> IndicatorName {
    var name = IndicatorName()
    for part in emission.name {
      switch part {
      case .nameOrPrevious, .previous:
        name.flow = own.flow
        name.parts += own.parts
      case .capture(let slot):
        guard let range = match.capture(slot), let first = range.first, let last = range.last else { continue }
        name.parts.append(.range(cut.pieces[first].range.lowerBound..<cut.pieces[last].range.upperBound))
      case .literal(let text): name.parts.append(shareVerb(text, match: match) ?? .literal(text))
      }
    }
    return name
  }

  /// 占 in the page's own script.
  private func shareVerb(_ text: String, match: ConstructionMatch) -> IndicatorName.Part? {
    guard text == "占",
      let index = match.pieces.first(where: { cut.pieces[$0].classes & lexicon["share"] != 0 })
    else { return nil }
    var offset = cut.pieces[index].range.lowerBound
    while offset < cut.pieces[index].range.upperBound {
      if shadow[offset..<offset + 3].elementsEqual(text.utf8) { return .range(offset..<offset + 3) }
      offset += 3
    }
    return nil
  }

  /// 民营企业前三季度进出口: what stands before a period belongs to the name where it is no subject.
  private func joinedOverPeriod(
    _ name: IndicatorName, range: Range<Int>, clause: Clause, mention: SubjectMention?
  ) -> IndicatorName {
    let pieces = cut.pieces
    var index = range.lowerBound - 1
    guard name.flow == nil, index > clause.pieces.lowerBound, pieces[index].kind == .period else { return name }
    index -= 1
    let end = index + 1
    while index >= clause.pieces.lowerBound, pieces[index].isNameable { index -= 1 }
    guard index + 1 < end, index < clause.pieces.lowerBound || pieces[index].kind == .period else { return name }
    let before = index + 1..<end
    guard let lead = edges.name(before, of: pieces, from: cutStart(mention, in: before)), lead.flow == nil,
      case .range(let lean)? = lead.parts.first, lean.count <= 36, lean.count > 3,
      mention?.range.map({ !$0.overlaps(lean) }) ?? true
    else { return name }
    return IndicatorName(flow: nil, parts: lead.parts + name.parts)
  }

  private func isCounted(_ piece: Piece) -> Bool { piece.figureKind == .count || piece.figureKind == .quantity }

  /// 3200户小微企业减免利息1.4亿元: what belongs to the figure before ends where the next verb begins.
  private func behindFigure(_ range: Range<Int>, clause: Clause) -> Range<Int> {
    guard range.lowerBound > clause.pieces.lowerBound, cut.pieces[range.lowerBound - 1].kind == .figures,
      cut.pieces[range.lowerBound].kind != .enumeration,
      let verb = range.dropLast().first(where: { cut.pieces[$0].classes & lexicon.flow != 0 })
    else { return range }
    return verb..<range.upperBound
  }

  /// The noun phrase behind a figure ends before a verb.
  private func rightRange(_ range: Range<Int>) -> Range<Int> {
    let isFollowed = range.upperBound < cut.pieces.count && cut.pieces[range.upperBound].kind == .figures
    let ends = (isFollowed ? lexicon.flow : lexicon["flow"]) | lexicon["predicate"]
    let start = range.first { cut.pieces[$0].classes & lexicon.flow == 0 } ?? range.lowerBound
    let stop = range.first { $0 > start && cut.pieces[$0].classes & ends != 0 }
    return range.lowerBound..<(stop ?? range.upperBound)
  }

  private func link(_ anchor: Int, clause: Clause) -> EllipsisFiller.Link {
    var index = anchor - 1
    while index >= clause.pieces.lowerBound {
      let piece = cut.pieces[index]
      if piece.classes & lexicon["breakdown"] != 0 { return .breakdown }
      if piece.kind == .figures {
        let next = cut.pieces[index + 1]
        return next.kind == .enumeration || next.classes & lexicon["conjunction"] != 0 ? .enumeration : .sequence
      }
      index -= 1
    }
    return breakdown ? .breakdown : .sequence
  }

  /// As many periods as there are figures, said side by side before them: 2019年、2020年和2021年.
  private func sidePeriods(_ count: Int, before anchor: Int, clause: Clause) -> [TimePeriod]? {
    var run: [TimePeriod] = []
    var index = anchor - 1
    let first = cut.clauses.first { $0.sentence == clause.sentence }?.pieces.lowerBound ?? clause.pieces.lowerBound
    while index >= first {
      let piece = cut.pieces[index]
      if piece.kind == .period, let period = figures[piece.index].period {
        run.append(period)
        if run.count == count { return run.reversed() }
      } else if piece.kind != .enumeration, piece.classes & lexicon["conjunction"] == 0, !run.isEmpty {
        return nil
      }
      index -= 1
    }
    return nil
  }

  private mutating func add(
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
    if let per, figure.per == nil, !unit.text.contains("/") { unit = (unit.text + "/" + per, true) }
    let bytes = name.utf8(in: utf8)
    guard !bytes.isEmpty else { return }
    let isNegative = isNegative(emission, match: match)
    let measure = measure(emission, name: name, figure: figure)
    let time =
      period
      ?? context.period(paragraph: paragraph, clause: clause.range, figure: figure.range, role: role)
    let status =
      emission.status ?? status(role, after: anchor, clause: clause, figure: figure, period: time)
    let comparison = comparison(emission, match: match, anchor: anchor, clause: clause, period: time)
    let start = min(name.start ?? figure.range.lowerBound, figure.range.lowerBound)
    observations.append(
      Observation(
        indicator: String(decoding: bytes, as: UTF8.self), measure: measure,
        amount: isNegative ? amount.negated : amount, unit: unit.text, bound: figure.bound,
        normalized: Figure.Normalized(
          amount: isNegative ? normalized.amount.negated : normalized.amount,
          unit: unit.isJoined ? normalized.unit + "/" + (figure.per ?? per ?? "") : normalized.unit),
        status: status, comparison: measure == .growth || measure == .change ? comparison : nil, period: time,
        subject: mention?.name, paragraph: paragraph, range: figure.range,
        quote: start..<max(figure.extent.upperBound, figure.range.upperBound), rule: construction.id,
        areaCode: mention?.areaCode))
    trace?.emitted(observations[observations.count - 1], construction: construction.id)
    guard emission.setsTopic else { return }
    var base = name
    if measure == .share || measure == .change, let known = last?.base, emission.name.count > 1 { base = known }
    let fact = Fact(name: name, base: base, measure: measure, sentence: sentence)
    last = fact
    if measure == .level {
      countedFlow = figure.kind == .count || figure.kind == .quantity ? name.flow : nil
      lastLevel = fact
      levels[figure.unit] = fact
      carriedLevels[figure.unit] = String(decoding: bytes, as: UTF8.self)
    }
    recent.append(fact)
  }

  /// The unit with the words 每吨 beside it joined, unless they lead the name.
  private func unit(of figure: Figure, name: inout IndicatorName) -> (text: String, isJoined: Bool) {
    guard let per = figure.per, let range = figure.perRange else { return (figure.unit, false) }
    let joined = figure.unit + "/" + per
    guard case .range(let tail)? = name.parts.last, case .range(let lead)? = name.parts.first else {
      return (joined, true)
    }
    // 平均每户4万元: the words are all that leads the name.
    if name.parts.count == 1, name.flow == nil, tail.count <= 6,
      (0...3).contains(range.lowerBound - tail.upperBound)
    {
      name.parts = [.range(tail.lowerBound..<range.upperBound)]
      return (figure.unit, false)
    }
    guard tail.overlaps(range) || lead.overlaps(range) else { return (joined, true) }
    if lead.lowerBound >= range.lowerBound || range.upperBound < tail.upperBound { return (figure.unit, false) }
    name.parts[name.parts.count - 1] = .range(tail.lowerBound..<max(tail.lowerBound, range.lowerBound))
    return (joined, true)
  }

  private func isNegative(_ emission: Construction.Emission, match: ConstructionMatch) -> Bool {
    switch emission.sign {
    case .positive: return false
    case .negative: return true
    case .byWord:
      for slot in [Slots.verb, Slots.rate] {
        guard let range = match.capture(slot) else { continue }
        let falls = lexicon["fall"] | lexicon["rate-fall"]
        if cut.pieces[range].contains(where: { $0.classes & falls != 0 }) { return true }
        if slot == Slots.verb { return false }
      }
      return false
    }
  }

  private func measure(
    _ emission: Construction.Emission, name: IndicatorName, figure: Figure
  ) -> Observation.Measure {
    switch emission.measure {
    case .fixed(let measure): return measure
    case .asBefore: return last?.measure ?? .level
    case .byName:
      if figure.kind == .ratio { return .ratio }
      guard figure.kind == .percentage else { return figure.kind == .points ? .change : .level }
      let names = ShareNames(lexicon: lexicon)
      let bytes = name.utf8(in: shadow)
      // 上门服务只分到6%: after a share, what is no rate is one more.
      if let last, last.measure == .share, last.sentence == sentence, !names.isRate(bytes) { return .share }
      return names.isShare(bytes) ? .share : .level
    }
  }

  private func status(
    _ role: PeriodRole, after anchor: Int, clause: Clause, figure: Figure, period: TimePeriod?
  ) -> Observation.Status {
    guard role == .current else { return .actual }
    let later = cut.pieces[anchor + 1..<clause.pieces.upperBound].prefix(3)
    if later.contains(where: { $0.classes & lexicon["target-noun"] != 0 }) { return .target }
    if later.prefix(1).contains(where: { $0.classes & (lexicon["target"] | lexicon["will"]) != 0 }) { return .target }
    if let frame { return frame }
    if cut.pieces[clause.pieces.lowerBound..<anchor].contains(where: { $0.classes & lexicon["must"] != 0 }) {
      return .target
    }
    if let period, isBeforeIssue(period) { return .actual }
    if let status = context.sectionStatus(paragraph: paragraph, at: figure.range.lowerBound) { return status }
    return isPlan && isImperative(clause.sentence) ? .target : .actual
  }

  /// True for a period that ended before the year or the month of publication.
  private func isBeforeIssue(_ period: TimePeriod) -> Bool {
    guard let published, let last = lastDay(of: period) else { return false }
    if case .single(let unit) = period, unit.granularity == .year { return last.year < published.year }
    return (last.year, last.month) < (published.year, published.month)
  }

  /// True for a sentence that begins with what is to be done, as those of work plans do.
  private func isImperative(_ sentence: Int) -> Bool {
    guard let clause = cut.clauses.first(where: { $0.sentence == sentence }) else { return false }
    let adverbs = lexicon["adverb"]
    guard
      let first = cut.pieces[clause.pieces].first(where: {
        $0.classes & adverbs == 0 || $0.classes & (lexicon.flow | lexicon["imperative"]) != 0
      })
    else { return false }
    return first.classes & (lexicon.flow | lexicon["imperative"] | lexicon["verb"] | lexicon["plan"]) != 0
  }

  private func comparison(
    _ emission: Construction.Emission, match: ConstructionMatch, anchor: Int, clause: Clause, period: TimePeriod?
  ) -> Observation.Comparison? {
    switch emission.comparison {
    case .none: return nil
    case .fixed(let comparison): return comparison
    case .byWords:
      var start = anchor
      while start > clause.pieces.lowerBound,
        cut.pieces[start - 1].kind != .figures || cut.pieces[start - 1].figureKind == .duration
      { start -= 1 }
      let finding = ComparisonReader(lexicon: lexicon, shadow: shadow, figures: figures)
        .finding(in: start..<anchor, of: cut.pieces, current: period)
      switch finding == .none ? sentenceComparison : finding {
      case .comparison(let comparison): return comparison
      case .none, .otherBase: return nil
      }
    }
  }
}
