import Figures
import Values

/// Which names the figures of a match belong to.
extension ParagraphReader {
  /// Where the name begins behind a subject that stands at its head.
  func cutStart(_ mention: SubjectMention?, in range: Range<Int>) -> Int? {
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
      lexicon.entries[match.word].always & lexicon.known.placeTail != 0, match.end < high
    {
      end = match.end
    }
    return end
  }

  /// True where a range of the paragraph is what a mention says it is.
  func names(_ range: Range<Int>, _ mention: SubjectMention) -> Bool {
    guard range.upperBound <= utf8.count else { return false }
    if utf8[range].elementsEqual(mention.name.utf8) { return true }
    guard utf8[range.lowerBound] & 0xC0 != 0x80, range.upperBound == utf8.count || utf8[range.upperBound] & 0xC0 != 0x80
    else { return false }
    if let match = lexicon.longestMatch(in: shadow, at: range.lowerBound), match.end == range.upperBound {
      return lexicon.entries[match.word].always & lexicon.known.place != 0
    }
    // A short form of the name: 江安 for 江安县.
    return mention.name.utf8.starts(with: utf8[range])
      || Array(mention.name.utf8).suffix(range.count).elementsEqual(utf8[range])
  }

  /// The names that the figures of a match belong to.
  func names(
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
      let flow =
        link(anchor, clause: clause) == .enumeration ? lexicon.flow : lexicon.known.flow | lexicon.known.flowChange
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
      lexicon.entries[match.word].always & lexicon.known.meanHead != 0
    {
      own = IndicatorName(
        flow: nil, parts: name.parts + (last.base.flow.map { [.range($0)] } ?? []) + last.base.parts)
    }
    // A place is a part of a whole as anything else: 日本占三成.
    if own == nil, let range, emission.measure == .fixed(.share) { own = edges.name(range, of: pieces) }
    if let name = own {
      let topic = pending?.isStrong == true ? pending?.name : nil
      let endsInParticle = range?.last.map { pieces[$0].classes & lexicon.known.of != 0 } ?? false
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
  func carried(_ unit: String) -> IndicatorName? {
    carriedLevels[unit].map { IndicatorName(flow: nil, parts: [.literal($0)]) }
  }

  /// The indicator in force.
  func previous(for piece: Piece, emission: Construction.Emission) -> IndicatorName? {
    if let pending, pending.isStrong || recent.isEmpty { return pending.name }
    if piece.figureKind == .points { return last?.name }
    return last?.base ?? pending?.name
  }

  func compose(
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
  func shareVerb(_ text: String, match: ConstructionMatch) -> IndicatorName.Part? {
    guard text == "占",
      let index = match.pieces.first(where: { cut.pieces[$0].classes & lexicon.known.share != 0 })
    else { return nil }
    var offset = cut.pieces[index].range.lowerBound
    while offset < cut.pieces[index].range.upperBound {
      if shadow[offset..<offset + 3].elementsEqual(text.utf8) { return .range(offset..<offset + 3) }
      offset += 3
    }
    return nil
  }

  /// 民营企业前三季度进出口: what stands before a period belongs to the name where it is no subject.
  func joinedOverPeriod(
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

  func isCounted(_ piece: Piece) -> Bool { piece.figureKind == .count || piece.figureKind == .quantity }

  /// 3200户小微企业减免利息1.4亿元: what belongs to the figure before ends where the next verb begins.
  func behindFigure(_ range: Range<Int>, clause: Clause) -> Range<Int> {
    guard range.lowerBound > clause.pieces.lowerBound, cut.pieces[range.lowerBound - 1].kind == .figures,
      cut.pieces[range.lowerBound].kind != .enumeration,
      let verb = range.dropLast().first(where: { cut.pieces[$0].classes & lexicon.flow != 0 })
    else { return range }
    return verb..<range.upperBound
  }

  /// The noun phrase behind a figure ends before a verb.
  func rightRange(_ range: Range<Int>) -> Range<Int> {
    let isFollowed = range.upperBound < cut.pieces.count && cut.pieces[range.upperBound].kind == .figures
    let ends = (isFollowed ? lexicon.flow : lexicon.known.flow) | lexicon.known.predicate
    let start = range.first { cut.pieces[$0].classes & lexicon.flow == 0 } ?? range.lowerBound
    let stop = range.first { $0 > start && cut.pieces[$0].classes & ends != 0 }
    return range.lowerBound..<(stop ?? range.upperBound)
  }

  func link(_ anchor: Int, clause: Clause) -> EllipsisFiller.Link {
    var index = anchor - 1
    while index >= clause.pieces.lowerBound {
      let piece = cut.pieces[index]
      if piece.classes & lexicon.known.breakdown != 0 { return .breakdown }
      if piece.kind == .figures {
        let next = cut.pieces[index + 1]
        return next.kind == .enumeration || next.classes & lexicon.known.conjunction != 0 ? .enumeration : .sequence
      }
      index -= 1
    }
    return breakdown ? .breakdown : .sequence
  }

  /// As many periods as there are figures, said side by side before them: 2019年、2020年和2021年.
  func sidePeriods(_ count: Int, before anchor: Int, clause: Clause) -> [TimePeriod]? {
    var run: [TimePeriod] = []
    var index = anchor - 1
    let first = max(sentenceStart, anchor - 64)
    while index >= first {
      let piece = cut.pieces[index]
      if piece.kind == .period, let period = figures[piece.index].period {
        run.append(period)
        if run.count == count { return run.reversed() }
      } else if piece.kind != .enumeration, piece.classes & lexicon.known.conjunction == 0, !run.isEmpty {
        return nil
      }
      index -= 1
    }
    return nil
  }
}
