import Figures
import Values

/// Cuts a paragraph into clauses and these into pieces, in one pass over its bytes.
struct PieceCutter {
  /// Bytes that a bracket may have and still be one thing.
  private static let bracketLimit = 400
  /// Bytes before a figure from which on it is asked whether a word reaches into it.
  private static let reach = 24

  let lexicon: Lexicon
  let figures: [Figure]
  let shadow: [UInt8]
  /// True for headings, where a space is a mark.
  let spaceSeparates: Bool
  /// Whether sentences that say nothing of figures are left out.
  private let omitsSilence: Bool

  /// Where a figure and its words of bound stand.
  struct Span {
    let start: Int
    let lower: Int
    let upper: Int
    let isPeriod: Bool
    /// A period or a date.
    let isTime: Bool
    /// Whether the figure measures nothing; `nil` where that depends on what stands around it.
    let isText: Bool?
    /// Whether a sentence that has no others says nothing that a record may be made of or that one behind depends on.
    let isSilent: Bool
  }

  let spans: [Span]
  /// The last figure that may measure something; -1 where none does.
  let lastMeasured: Int
  var nextFigure = 0
  /// What was found last of sentences that say nothing, and up to where each is known to say something.
  var stretch: Stretch?
  var spokenUntil = 0
  private var sentence = 0
  private var segment = 0
  var result = CutParagraph()

  private init(
    lexicon: Lexicon, shadow: [UInt8], figures: [Figure], spaceSeparates: Bool, omitsSilence: Bool,
    isSilentPeriod: (Int) -> Bool
  ) {
    self.lexicon = lexicon
    self.shadow = shadow
    self.figures = figures
    self.spaceSeparates = spaceSeparates
    self.omitsSilence = omitsSilence
    // Not one by one out of the array: a figure is large.
    spans = figures.withUnsafeBufferPointer { figures in
      figures.indices.map {
        let kind = figures[$0].kind
        let isTime = kind == .period || kind == .date
        let isText = Self.isText(figures[$0], in: shadow, lexicon)
        return Span(
          start: figures[$0].range.lowerBound, lower: figures[$0].extent.lowerBound,
          upper: figures[$0].extent.upperBound, isPeriod: kind == .period, isTime: isTime, isText: isText,
          isSilent: isTime ? omitsSilence && isSilentPeriod($0) : isText == true)
      }
    }
    lastMeasured = spans.lastIndex { !$0.isTime && !$0.isSilent } ?? -1
  }

  /// - Parameters:
  ///   - omitsSilence: Whether sentences without figures that nothing depends on are left out.
  ///   - isSilentPeriod: Whether nothing depends on the period or date of that number.
  static func cut(
    shadow: [UInt8], figures: [Figure], lexicon: Lexicon, spaceSeparates: Bool, omitsSilence: Bool,
    isSilentPeriod: (Int) -> Bool
  ) -> CutParagraph {
    var cutter = PieceCutter(
      lexicon: lexicon, shadow: shadow, figures: figures, spaceSeparates: spaceSeparates, omitsSilence: omitsSilence,
      isSilentPeriod: isSilentPeriod)
    cutter.result.pieces.reserveCapacity(shadow.count / 12 + 8)
    cutter.result.clauses.reserveCapacity(shadow.count / 40 + 4)
    cutter.cut(0..<shadow.count, isBracket: false, depth: 0)
    return cutter.result
  }

  /// Figures that are no quantity are text to a construction.
  static func isText(_ kind: Figure.Kind) -> Bool {
    switch kind {
    case .name, .ordinal, .age: true
    default: false
    }
  }

  /// Figures that state how large something is.
  static func isMeasured(_ kind: Figure.Kind) -> Bool {
    switch kind {
    case .percentage, .points, .money, .count, .quantity, .multiple, .ratio: true
    default: false
    }
  }

  private mutating func cut(_ range: Range<Int>, isBracket: Bool, depth: Int) {
    // Where the pieces of the clause begin.
    var first = result.pieces.count
    var brackets: [Range<Int>] = []
    var clauseStart = range.lowerBound
    var textStart = -1
    var offset = range.lowerBound

    func flush(_ end: Int) {
      if textStart >= 0, textStart < end {
        result.pieces.append(Piece(kind: .text, range: textStart..<end, isNameable: true))
      }
      textStart = -1
    }
    func close(_ end: Int) {
      flush(end)
      if result.pieces.count > first {
        joinFigures(from: first)
        result.clauses.append(
          Clause(
            pieces: first..<result.pieces.count, range: clauseStart..<end, sentence: sentence, segment: segment,
            isBracket: isBracket))
      }
      if !brackets.isEmpty {
        let inner = brackets
        brackets.removeAll(keepingCapacity: true)
        for bracket in inner where depth < 3 {
          let resume = nextFigure
          nextFigure = firstFigure(from: bracket.lowerBound)
          cut(bracket, isBracket: true, depth: depth + 1)
          nextFigure = max(resume, nextFigure)
        }
      }
      first = result.pieces.count
    }
    /// What stands before the text at the end, in its clause.
    func last() -> Piece? { result.pieces.count > first ? result.pieces[result.pieces.count - 1] : nil }
    /// Leaves out what says nothing, from the beginning of a sentence on.
    func omitSilence() {
      guard omitsSilence, depth == 0, let end = endOfSilence(from: offset, in: range) else { return }
      // A piece of no clause keeps apart what stands before and behind.
      result.pieces.append(Piece(kind: .stop, range: offset..<end))
      first = result.pieces.count
      offset = end
      clauseStart = end
      sentence += 1
      segment += 1
    }

    omitSilence()
    while offset < range.upperBound {
      while nextFigure < spans.count, spans[nextFigure].start < offset { nextFigure += 1 }
      // Far before the next figure nothing is asked about it.
      let isNear = nextFigure < spans.count && spans[nextFigure].lower - offset <= Self.reach
      let isAtFigure = isNear && spans[nextFigure].lower <= offset
      if isAtFigure, let word = verbOfBound(at: offset) {
        flush(offset)
        result.pieces.append(Piece(kind: .word, range: offset..<word.end, classes: word.classes, index: word.index))
        offset = word.end
        continue
      }
      if isAtFigure, spans[nextFigure].upper <= range.upperBound {
        if figures[nextFigure].role == .per {
          // 一公斤 of 一公斤两块多 goes into the unit.
          flush(offset)
        } else if isNextText(at: offset, in: range) {
          // 仅此一项, 一个月里: a word of the lexicon may begin with what is no quantity.
          if let word = wordOverText(at: offset, in: range) {
            flush(offset)
            result.pieces.append(word)
            offset = word.range.upperBound
            continue
          }
          if textStart < 0 { textStart = offset }
        } else if picksOut(in: range) {
          // The verb before it goes with it: 减产三成以上的蔗地.
          if textStart < 0, let last = last(), last.kind == .word, last.range.upperBound == offset,
            last.classes & (lexicon.known.rise | lexicon.known.fall) != 0
          {
            textStart = last.range.lowerBound
            result.pieces.removeLast()
          }
          if textStart < 0 { textStart = offset }
        } else if countsList(after: result.pieces[first...], text: textStart, in: range) {
          if textStart < 0 { textStart = offset }
        } else {
          // 是每公斤52元: the words are no name where nothing that could be one stands before them.
          if let words = figures[nextFigure].perRange, words.upperBound == offset, words.lowerBound == textStart,
            last().map({ $0.kind == .word && (!$0.isNameable || $0.classes & lexicon.known.adverb != 0) }) ?? false
          {
            textStart = -1
          }
          // 均价为每500克17.62元: nor is what the price is said for.
          if nextFigure > 0, spans[nextFigure - 1].upper == offset,
            isSaidFor(nextFigure - 1), textStart == spans[nextFigure - 1].lower - 3,
            last().map({ $0.kind == .word && (!$0.isNameable || $0.classes & lexicon.known.adverb != 0) }) ?? false
          {
            textStart = -1
          }
          // 提高到每人每月735元: a word among them is none either.
          if let words = figures[nextFigure].perRange, words.upperBound == offset,
            last().map({ words.contains($0.range.lowerBound) }) ?? false,
            let border = result.pieces[first...].lastIndex(where: { !words.contains($0.range.lowerBound) }),
            !result.pieces[border].isNameable || result.pieces[border].classes & lexicon.known.adverb != 0,
            result.pieces[border].range.upperBound == words.lowerBound
          {
            result.pieces.removeSubrange((border + 1)...)
            textStart = -1
          }
          flush(offset)
          result.pieces.append(
            Piece(
              kind: spans[nextFigure].isTime ? .period : .figures,
              range: offset..<figures[nextFigure].extent.upperBound,
              index: nextFigure,
              figureKind: figures[nextFigure].kind))
        }
        offset = figures[nextFigure].extent.upperBound
        nextFigure += 1
        continue
      }
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if !Self.isLetter(scalar), let mark = mark(scalar, at: offset, length: length, range: range) {
        switch mark {
        case .space:
          if spaceSeparates {
            close(offset)
            clauseStart = offset + length
          }
        case .comma:
          close(offset)
          clauseStart = offset + length
        case .semicolon:
          close(offset)
          clauseStart = offset + length
          segment += 1
        case .stop:
          close(offset)
          clauseStart = offset + length
          segment += 1
          sentence += 1
          offset += length
          omitSilence()
          continue
        case .enumeration:
          flush(offset)
          result.pieces.append(Piece(kind: .enumeration, range: offset..<offset + length, isNameable: true))
        case .close:
          close(offset)
          clauseStart = offset + length
        case .open(let closing, let isBracket):
          if isBracket, let end = closingOffset(of: closing, from: offset + length, in: range, limit: Self.bracketLimit)
          {
            flush(offset)
            let closeLength = UTF8Shadow.scalar(in: shadow, at: end).length
            result.pieces.append(Piece(kind: .bracket, range: offset..<end + closeLength, isNameable: true))
            if end > offset + length { brackets.append(offset + length..<end) }
            offset = end + closeLength
            continue
          }
          // “五一”期间: the time begins in quotes.
          if !isBracket, nextFigure < spans.count, spans[nextFigure].isPeriod,
            spans[nextFigure].lower == offset + length,
            holdsClosingQuote(spans[nextFigure])
          {
            flush(offset)
            offset += length
            continue
          }
          if !isBracket, let end = nameQuote(closing: closing, from: offset + length, in: range) {
            if textStart < 0 { textStart = offset }
            offset = end
            continue
          }
          close(offset)
          clauseStart = offset + length
        }
        offset += length
        continue
      }
      if isNear, spans[nextFigure].isPeriod, let end = wordOverPeriod(at: offset, in: range) {
        flush(offset)
        let match = lexicon.longestMatch(in: shadow, at: offset, end: end)
        // 由0.8米提高到目前的2.1米: the verb is one before a figure all the same.
        let classes: WordClasses =
          match.map { match -> WordClasses in
            let entry = lexicon.entries[match.word]
            let leads =
              entry.beforeFigure != 0
              && figureFollows(end, in: range, hops: 3, overParticle: entry.always & lexicon.known.copula == 0)
            return leads ? entry.beforeFigure : entry.always
          } ?? 0
        result.pieces.append(
          Piece(
            kind: .word, range: offset..<end, classes: classes, index: match?.word ?? -1,
            isNameable: classes & lexicon.barrier == 0))
        offset = end
        nextFigure += 1
        continue
      }
      // 单这一项, 短短一个月
      if isNear, spans[nextFigure].start - offset <= 12,
        isNextText(at: spans[nextFigure].lower, in: range),
        let word = wordOverText(at: offset, in: range)
      {
        flush(offset)
        result.pieces.append(word)
        offset = word.range.upperBound
        continue
      }
      if isNear, Self.saysMore(scalar), textStart < 0, let more = moreBeforeVerb(at: offset, from: first, in: range) {
        result.pieces.append(more)
        offset = more.range.upperBound
        continue
      }
      let limit = nextFigure < spans.count ? min(range.upperBound, spans[nextFigure].start) : range.upperBound
      if var match = lexicon.longestMatch(in: shadow, at: offset, end: limit) {
        let entry = lexicon.entries[match.word]
        var classes = entry.always
        let isNoun = entry.beforeFigure & lexicon.known.planNoun != 0
        // 年度投资计划647.4亿元: right behind a noun and before its figure 计划 is a noun too.
        let standsBehindName = textStart >= 0 || last().map { $0.isNameable && $0.kind == .word } ?? false
        if entry.beforeFigure != 0, !isNoun || standsBehindName,
          figureFollows(
            match.end, in: range,
            hops: !isNoun
              && (match.end - offset > 3 || entry.beforeFigure & (lexicon.distributives | lexicon.known.adverb) != 0)
              ? 3 : 0, overParticle: entry.always & lexicon.known.copula == 0)
        {
          classes = entry.beforeFigure
        }
        if classes == 0, let stem = stem(of: match, at: offset) { (match, classes) = stem }
        if classes != 0 {
          flush(offset)
          result.pieces.append(
            Piece(
              kind: .word, range: offset..<match.end, classes: classes, index: match.word,
              isNameable: classes & lexicon.barrier == 0))
        } else if textStart < 0 {
          textStart = offset
        }
        offset = match.end
        continue
      }
      if textStart < 0 { textStart = offset }
      offset += length
    }
    close(range.upperBound)
  }

  /// A word that strips off names and ends with, or behind, the next figure, which is no quantity.
  private func wordOverText(at offset: Int, in range: Range<Int>) -> Piece? {
    guard let match = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound),
      match.end >= figures[nextFigure].range.upperBound, match.end > offset
    else { return nil }
    let classes = lexicon.entries[match.word].always
    guard classes & lexicon.inner != 0 else { return nil }
    return Piece(
      kind: .word, range: offset..<match.end, classes: classes, index: match.word,
      isNameable: classes & lexicon.barrier == 0)
  }

  /// The end of a word that a period was found inside: the 后年 of 达产后年产值 is none. `nil` where there is none.
  private func wordOverPeriod(at offset: Int, in range: Range<Int>) -> Int? {
    let period = figures[nextFigure].range
    guard period.lowerBound > offset, period.lowerBound - offset <= 18, period.upperBound <= range.upperBound,
      let match = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound),
      match.end == period.lowerBound + 3, match.end < period.upperBound
    else { return nil }
    return match.end
  }

  /// A verb that was read as a word of bound: the 约合 of 约合222亿美元 and the 约占 of 约占40% are what figures hang on.
  private func verbOfBound(at offset: Int) -> (end: Int, classes: WordClasses, index: Int)? {
    guard spans[nextFigure].lower == offset, spans[nextFigure].start > offset,
      let match = lexicon.longestMatch(in: shadow, at: offset, end: spans[nextFigure].start)
    else { return nil }
    let entry = lexicon.entries[match.word]
    let classes = entry.beforeFigure == 0 ? entry.always : entry.beforeFigure
    guard classes & (lexicon.known.conversion | lexicon.known.share) != 0, !Self.isText(figures[nextFigure].kind)
    else { return nil }
    return (match.end, classes, match.word)
  }

  func firstFigure(from offset: Int) -> Int {
    spans.indices.first(notBefore: offset) { spans[$0].start }
  }

  /// - Parameter overParticle: Whether the 的 behind a period leads to the figure: 增加到目前的4万元.
  /// True where a figure stands at `offset`, or behind at most three words that lead to it: 增长了近三成, 降至约.
  private func figureFollows(_ offset: Int, in range: Range<Int>, hops: Int, overParticle: Bool) -> Bool {
    var offset = offset
    for _ in 0...hops {
      guard offset < range.upperBound else { return false }
      var index = firstFigure(from: offset)
      // 每500克17.62元
      if index + 1 < spans.count, spans[index].lower == offset + 3, isSaidFor(index),
        spans[index + 1].lower == spans[index].upper
      {
        return true
      }
      // 达到每万人430台: the figure is the one that the words are for.
      if index + 1 < spans.count, figures[index].role == .per, figures[index + 1].perRange?.lowerBound == offset {
        index += 1
      }
      if index < spans.count, spans[index].lower <= offset || figures[index].perRange?.lowerBound == offset {
        let kind = figures[index].kind
        if kind == .period || kind == .date {
          offset = pastParticle(figures[index].extent.upperBound, in: range, if: overParticle)
          continue
        }
        return !Self.isText(kind)
      }
      guard let match = lexicon.longestMatch(in: shadow, at: offset) else { return false }
      let entry = lexicon.entries[match.word]
      guard (entry.always | entry.beforeFigure) & lexicon.bridges != 0 else { return false }
      offset = pastParticle(match.end, in: range, if: overParticle && entry.always & lexicon.known.actual != 0)
    }
    return false
  }

  /// 增加到目前的4万元, 增加到2020年的4万吨: behind the 的 that may follow when it was.
  private func pastParticle(_ offset: Int, in range: Range<Int>, if isWanted: Bool) -> Int {
    guard isWanted, offset < range.upperBound,
      let of = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound),
      lexicon.entries[of.word].always & lexicon.known.of != 0
    else { return offset }
    return of.end
  }
}
