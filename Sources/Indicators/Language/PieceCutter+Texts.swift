import Figures
import Values

/// Figures that are part of what is counted, and no quantity where they stand.
extension PieceCutter {
  /// Figures that measure nothing where they stand: 一个, 六届. `nil` for durations, of which what follows decides.
  static func isText(_ figure: Figure, in shadow: [UInt8], _ lexicon: Lexicon) -> Bool? {
    if isText(figure.kind) { return true }
    if figure.role == .article {
      return figure.kind == .count && figure.amount != nil && mayCountOne(figure, in: shadow, lexicon) ? nil : true
    }
    if figure.amount == nil, figure.kind != .period, figure.kind != .date { return true }
    switch figure.kind {
    case .count:
      if lexicon.hasNoMeasure(figure.unit) { return true }
      // 三班倒, 两头跑: small numbers of these are idiom. 零点六头 is measured.
      if lexicon.measuresFromTen(figure.unit), isBelowTen(figure.amount), !hasPoint(figure) { return true }
      // 一 before a counter is no more than an article; 一万列 is counted.
      guard figure.normalized?.amount == .value(ExactDecimal(1)), shadow[figure.range].starts(with: one) else {
        return false
      }
      return mayCountOne(figure, in: shadow, lexicon) ? nil : true
    case .duration: return nil
    default: return false
    }
  }

  /// Whether the next figure measures nothing, read from an offset on.
  func isNextText(at offset: Int, in range: Range<Int>) -> Bool {
    if let isText = spans[nextFigure].isText { return isText }
    return figures[nextFigure].kind == .count
      ? !countsOne(at: offset, in: range)
      : isDurationOfNoun(endingAt: spans[nextFigure].upper, at: offset, in: range)
  }

  /// 新建育苗中心一处, 水泥路一条: 一 with its counter behind a noun counts. Whether it may, as no mark stands before it and a mark
  /// or the end behind it.
  private static func mayCountOne(_ figure: Figure, in shadow: [UInt8], _ lexicon: Lexicon) -> Bool {
    let (start, end) = (figure.range.lowerBound, figure.range.upperBound)
    guard figure.extent == figure.range, figure.range.count == 6, start >= 6, shadow[start - 1] >= 0x80,
      end == shadow.count || !isLetter(UTF8Shadow.scalar(in: shadow, at: end).scalar),
      lexicon.articles.contains(where: { shadow[start + 3..<end].elementsEqual($0) })
    else { return false }
    return isLetter(UTF8Shadow.scalar(in: shadow, at: start - 3).scalar)
  }

  /// Whether the noun stands before it: of a word of two characters or more, which is no verb and ends in nothing like 这 or 了.
  private func countsOne(at offset: Int, in range: Range<Int>) -> Bool {
    guard spans[nextFigure].upper <= range.upperBound,
      offset - 6 >= range.lowerBound, !lexicon.beforeOne.holds(offset - 3..<offset, of: shadow)
    else { return false }
    let verbs =
      lexicon.barrier | lexicon.flow | lexicon.known.act | lexicon.known.adverb | lexicon.known.predicate
    for start in stride(from: offset - 6, through: max(range.lowerBound, offset - 12), by: -3) {
      guard let match = lexicon.longestMatch(in: shadow, at: start), match.end == offset else { continue }
      let entry = lexicon.entries[match.word]
      return (entry.always | entry.beforeFigure) & verbs == 0
    }
    return isListed(at: offset, in: range)
  }

  /// 缴获手枪一支、子弹32发: what stands in a list with what is counted is counted, whatever it is.
  private func isListed(at offset: Int, in range: Range<Int>) -> Bool {
    func isEnumeration(_ at: Int) -> Bool {
      at + 3 <= range.upperBound && UTF8Shadow.scalar(in: shadow, at: at).scalar == 0x3001  // 、
    }
    let end = spans[nextFigure].upper
    let before = nextFigure > 0 ? spans[nextFigure - 1].upper : range.lowerBound
    guard before <= offset - 6 else { return false }
    if isEnumeration(end), nextFigure + 1 < spans.count, figures[nextFigure + 1].kind == .count {
      let noun = end + 3..<spans[nextFigure + 1].lower
      if noun.upperBound <= range.upperBound, (6...24).contains(noun.count), isOneClause(noun) { return true }
    }
    return nextFigure > 0 && figures[nextFigure - 1].kind == .count && offset - before >= 9 && offset - before <= 27
      && isEnumeration(before) && isOneClause(before + 3..<offset)
  }

  /// The 三年 of 初中三年巩固率.
  private func isDurationOfNoun(endingAt end: Int, at offset: Int, in range: Range<Int>) -> Bool {
    guard lexicon.known.durationNoun != 0, end < range.upperBound, offset > range.lowerBound,
      shadow[offset - 1] >= 0x80,
      mark(UTF8Shadow.scalar(in: shadow, at: end).scalar, at: end, length: 3, range: range) == nil,
      let match = lexicon.longestMatch(in: shadow, at: end)
    else { return false }
    let entry = lexicon.entries[match.word]
    return (entry.always | entry.beforeFigure) & (lexicon.barrier | lexicon.inner | lexicon.known.mean) == 0
      && entry.always & lexicon.known.durationNoun != 0
  }

  private static let one = Array("一".utf8)

  /// 百亩以上连片茶园达到217片, 减产三成以上的蔗地占四分之一: a bound right behind the figure, a noun, and what is counted of it.
  func picksOut(in range: Range<Int>) -> Bool {
    guard nextFigure + 1 < spans.count else { return false }
    if let count = countOfSize(), count <= range.upperBound { return true }
    let (bound, kind) = (figures[nextFigure].bound, figures[nextFigure].kind)
    var offset = spans[nextFigure].upper
    let isBound = (bound == .atLeast || bound == .atMost) && figures[nextFigure].range.upperBound < offset
    let hasParticle = PeriodMarker.begins(shadow, offset, PeriodMarker.of)
    let isRange = if case .range? = figures[nextFigure].amount { true } else { false }
    // 户外活动不足1小时的占46%: a bound before the figure, and nothing but 的 behind it.
    let isLimit = hasParticle && bound != .exact && !isBound
    guard isBound || isLimit || hasParticle && isRange, kind != .points, kind != .ratio
    else { return false }
    let end = spans[nextFigure + 1].lower
    guard end <= range.upperBound, end - offset <= 48, Self.isMeasured(figures[nextFigure + 1].kind) else {
      return false
    }
    var hasNoun = false
    var isTold = false
    let verbs = lexicon.known.attain | lexicon.known.share | lexicon.known.have | lexicon.known.attainPast
    // 90至120平方米的刚需住房成交860套
    let deeds = isBound ? 0 : lexicon.known.act
    while offset < end {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      guard mark(scalar, at: offset, length: length, range: range) == nil else { return false }
      guard let match = lexicon.longestMatch(in: shadow, at: offset, end: end) else {
        if isTold { return false }
        hasNoun = true
        offset += length
        continue
      }
      let entry = lexicon.entries[match.word]
      // 月薪6000元以上的占21%: the noun was said before.
      if (entry.always | entry.beforeFigure) & (verbs | deeds) != 0, hasNoun || hasParticle {
        isTold = true
      } else if entry.always & (lexicon.known.of | lexicon.known.adverb) == 0 {
        guard !isTold, entry.always & (lexicon.barrier | lexicon.flow | lexicon.known.act) == 0 else { return false }
        hasNoun = true
      }
      offset = match.end
    }
    if !hasNoun { return isTold && kind != .percentage }
    if isLimit, !isRange { return false }
    return isTold || kind != .percentage
  }

  /// Where the count ends of things of a size between two sums: 10—19亿元项目1个.
  private func countOfSize() -> Int? {
    guard figures[nextFigure].kind == .money, case .range? = figures[nextFigure].amount else { return nil }
    let noun = spans[nextFigure].upper..<spans[nextFigure + 1].lower
    guard figures[nextFigure + 1].kind == .count, (6...15).contains(noun.count), isOneClause(noun),
      let match = lexicon.longestMatch(in: shadow, at: noun.lowerBound, end: noun.upperBound),
      match.end == noun.upperBound, lexicon.entries[match.word].always & lexicon.known.head != 0
    else { return nil }
    return spans[nextFigure + 1].upper
  }

  /// 航空运输、非银金融两个行业净利润分别…: the count of what was listed leads what they are.
  func countsList(after pieces: ArraySlice<Piece>, text: Int, in range: Range<Int>) -> Bool {
    let end = figures[nextFigure].range.upperBound
    guard figures[nextFigure].kind == .count, figures[nextFigure].bound == .exact,
      figures[nextFigure].extent == figures[nextFigure].range, let numeral = figures[nextFigure].numeral,
      numeral.count == 3, shadow[numeral.lowerBound] >= 0x80, end < range.upperBound, nextFigure + 1 < spans.count,
      spans[nextFigure + 1].lower < range.upperBound, isOneClause(end..<spans[nextFigure + 1].lower),
      let last = pieces.last, text >= 0 ? last.isNameable : last.isNameable && last.kind != .enumeration
    else { return false }
    let scalar = UTF8Shadow.scalar(in: shadow, at: end)
    guard mark(scalar.scalar, at: end, length: scalar.length, range: range) == nil else { return false }
    for piece in pieces.reversed() {
      if piece.kind == .enumeration { return true }
      if !piece.isNameable { return false }
    }
    return false
  }

  /// True for a short stretch without a mark.
  func isOneClause(_ range: Range<Int>) -> Bool {
    guard range.count <= 60 else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if mark(scalar, at: offset, length: length, range: range) != nil { return false }
      offset += length
    }
    return true
  }

  /// 零点六头, 1.4头.
  static func hasPoint(_ figure: Figure) -> Bool {
    guard case .value(let value)? = figure.amount else { return false }
    return value.exponent < 0
  }

  static func isBelowTen(_ amount: Figure.Amount?) -> Bool {
    switch amount {
    case .value(let value): value < ExactDecimal(10)
    case .range(_, let high): high < ExactDecimal(10)
    case nil: true
    }
  }
}
