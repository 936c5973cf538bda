import Figures
import Values

/// The records that the figures of a clause make.
extension ParagraphReader {
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

  private static let shareVerb = Array("占".utf8)
}
