import SourceText

/// Takes the white space of justified setting out of a paragraph and folds the width of its figures.
struct ParagraphCleaner {
  let rules: LayoutRules
  let memory: PageMemory

  /// Cleans a paragraph of a kind; tells what it did.
  func clean(_ glyphs: Glyphs, kind: Paragraph.Kind, _ repairs: inout [Repair]) -> Glyphs {
    switch kind {
    case .body, .list: clean(glyphs, isRunning: true, &repairs)
    case .caption: clean(glyphs, isRunning: true, isCaption: true, &repairs)
    case .table: table(glyphs, &repairs)
    case .title, .heading: clean(glyphs, isRunning: false, &repairs)
    case .byline, .furniture: clean(glyphs, isRunning: false, hasNames: true, &repairs)
    }
  }

  /// - Parameter isRunning: Running text, in which no space between Chinese characters means anything; headings, bylines
  ///   and furniture keep the one space between their parts.
  private func clean(
    _ glyphs: Glyphs, isRunning: Bool, isCaption: Bool = false, hasNames: Bool = false, _ repairs: inout [Repair]
  ) -> Glyphs {
    var traits: CharacterTraits = []
    for glyph in glyphs { traits.formUnion(glyph.traits) }
    guard traits.contains(.space) else { return fold(glyphs, &repairs) }
    let first = repairs.count
    var result = GlyphBuffer(capacity: glyphs.count, in: memory)
    let signature = isRunning && !isCaption ? TextLine.signatureGap(of: glyphs) : nil
    let display = isRunning ? nil : DisplaySpaces(rules: rules, hasNames: hasNames).decisions(glyphs)
    var index = 0
    while index < glyphs.count {
      let glyph = glyphs[index]
      guard glyph.isSpace else {
        result.append(glyph)
        index += 1
        continue
      }
      var end = index
      while end < glyphs.count, glyphs[end].isSpace { end += 1 }
      guard index > 0, end < glyphs.count else {
        index = end
        continue
      }
      let decision: SpaceDecision
      if let display {
        decision = display[index]
      } else if let signature, index >= signature {
        decision = index == signature ? .keepWide : .keep
      } else {
        decision = running(glyphs, index..<end, isCaption: isCaption)
      }
      switch decision {
      case .keep:
        result.append(glyph.asSpace)
      case .keepWide:
        result.append(glyph.code == 0x3000 ? glyph : glyph.asSpace)
        if glyph.code != 0x3000, end > index + 1 { result.append(glyphs[index + 1].asSpace) }
      case .drop(let kind):
        let source = glyph.start..<glyphs[end - 1].end
        if repairs.count > first, let last = repairs.last, last.kind == kind,
          last.source.upperBound <= source.lowerBound, source.lowerBound - last.source.upperBound <= 12
        {
          repairs[repairs.count - 1] = Repair(
            kind: kind, source: last.source.lowerBound..<source.upperBound, evidence: last.evidence)
        } else {
          repairs.append(Repair(kind: kind, source: source, evidence: "white space that the setting put in"))
        }
      }
      index = end
    }
    return fold(result.glyphs, &repairs)
  }

  /// Rows of a table: one space between cells.
  private func table(_ glyphs: Glyphs, _ repairs: inout [Repair]) -> Glyphs {
    var result = GlyphBuffer(capacity: glyphs.count, in: memory)
    for index in glyphs.indices {
      guard glyphs[index].isSpace else {
        result.append(glyphs[index])
        continue
      }
      guard let last = result.last, last.code != 0x20, last.code != 0x0A, index + 1 < glyphs.count,
        glyphs[index + 1].code != 0x0A
      else { continue }
      if glyphs[index + 1].isSpace || glyphs[index].code == 0x09 || glyphs[index].code == 0x3000 {
        repairs.append(
          Repair(kind: .tableGap, source: glyphs[index].start..<glyphs[index].end, evidence: "a gap between two cells"))
      }
      result.append(glyphs[index].asSpace)
    }
    return fold(result.glyphs, &repairs)
  }

  // MARK: Running text

  private func running(_ glyphs: Glyphs, _ gap: Range<Int>, isCaption: Bool) -> SpaceDecision {
    let left = glyphs[gap.lowerBound - 1].shadow
    let right = glyphs[gap.upperBound].shadow
    let leftIsDigit = CharacterClass.isDigit(left)
    let rightIsDigit = CharacterClass.isDigit(right)
    if gap.lowerBound == 1, rules.bullets.contains(left) { return .drop(kind: .bulletSpace) }
    if leftIsDigit || rightIsDigit, let numeral = numeral(glyphs, gap) { return numeral }
    let leftIsLatin = CharacterClass.isLatin(left)
    let rightIsLatin = CharacterClass.isLatin(right)
    if isSum(glyphs, gap) { return .drop(kind: .spacedExpression) }
    if leftIsLatin || leftIsDigit, rightIsLatin || rightIsDigit { return .keep }
    if leftIsLatin && isNarrowMark(right) || isNarrowMark(left) && rightIsLatin { return .keep }
    if isCaption, isCredit(glyphs, gap) { return isInName(glyphs, gap) ? .drop(kind: .nameSpacing) : .keep }
    if gap.lowerBound <= 20, isDateline(glyphs, gap) { return .keep }
    if gap.lowerBound <= 40, isAmongNames(glyphs, gap) { return .keep }
    if leftIsDigit || rightIsDigit || leftIsLatin || rightIsLatin { return .drop(kind: .digitCjkSpace) }
    return .drop(kind: .spacedCjkLine)
  }

  private func isNarrowMark(_ code: UInt32) -> Bool { code > 0x20 && code < 0x7F }

  /// Before the name of the photographer, at the end of a caption.
  private func isCredit(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    glyphs.count - gap.upperBound <= 16
      && glyphs[gap.upperBound...].allSatisfy {
        !CharacterClass.isSentenceEnd($0.code) && !CharacterClass.isComma($0.code)
      }
  }

  /// 记者 王 明 摄: between two single characters, the second of which is no word of the credit.
  private func isInName(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    let left = gap.lowerBound - 1
    let right = gap.upperBound
    guard left > 0, right + 1 < glyphs.count, CharacterClass.isHan(glyphs[left].code),
      CharacterClass.isHan(glyphs[right].code), glyphs[right + 1].isSpace
    else { return false }
    return glyphs[left - 1].isSpace && rules.credits.match(glyphs.part(right..<right + 1).dense, at: 0) == 0
  }

  /// After 本报讯, 某某电 at the head of a story.
  private func isDateline(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    let head = glyphs[..<gap.lowerBound].map(\.shadow)
    guard head.count >= 3, rules.datelines.match(head, before: head.count) > 0 else { return false }
    return head.allSatisfy {
      !CharacterClass.isComma($0) && !CharacterClass.isSentenceEnd($0) && !CharacterClass.isDigit($0)
    }
  }

  /// In the brackets behind a dateline: （记者 某某 通讯员 某某）.
  private func isAmongNames(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    guard let names = StoryOpening.brackets(glyphs.part(0..<min(60, glyphs.count))), names.contains(gap.lowerBound),
      let close = glyphs[names.lowerBound...].firstIndex(where: { $0.shadow == 0xFF09 || $0.shadow == 0x29 }),
      gap.upperBound < close
    else { return false }
    let head = glyphs[..<names.lowerBound].dense
    guard rules.datelines.match(head, before: head.count) > 0 else { return false }
    return !glyphs[names].dense.contains { CharacterClass.isComma($0) } && !glyphs[gap.lowerBound - 2].isSpace
      && !glyphs[gap.upperBound + 1].isSpace
  }

  /// A space inside or beside a numeral: `nil` where the two sides are no numeral.
  private func numeral(_ glyphs: Glyphs, _ gap: Range<Int>) -> SpaceDecision? {
    let drop = SpaceDecision.drop(kind: .spacedExpression)
    let left = glyphs[gap.lowerBound - 1].shadow
    let right = glyphs[gap.upperBound].shadow
    let leftIsDigit = CharacterClass.isDigit(left)
    let rightIsDigit = CharacterClass.isDigit(right)
    if leftIsDigit, CharacterClass.isPercent(right) { return drop }
    if leftIsDigit, rightIsDigit { return isOneNumeral(glyphs, gap) ? drop : .keep }
    if (leftIsDigit && isRangeDash(right)) || (isRangeDash(left) && rightIsDigit) {
      if isTracked(glyphs, gap) { return drop }
      // 78 - 81: a score, or columns of numbers; 10 - 15亿元 is one range.
      if isSpacedDash(glyphs, gap) { return .keep }
    }
    if leftIsDigit, isOperator(right) || CharacterClass.isNumeralMark(right) {
      // 99 . 2, 1 , 200, 2 + 1: the numeral goes on behind the mark.
      guard let next = glyphs[(gap.upperBound + 1)...].first(where: { !$0.isSpace }),
        CharacterClass.isDigit(next.shadow)
      else { return nil }
      if isGrouping(right), !isGroup(glyphs, after: gap.upperBound + 1) { return nil }
      return drop
    }
    if rightIsDigit, isOperator(left) || CharacterClass.isNumeralMark(left) {
      var place = gap.lowerBound - 2
      while place >= 0, glyphs[place].isSpace { place -= 1 }
      guard place >= 0, CharacterClass.isDigit(glyphs[place].shadow) else { return nil }
      if isGrouping(left) {
        guard isGroup(glyphs, after: gap.lowerBound) else { return nil }
        return drop
      }
      // 1. 2023年…: the number of a list item, not a decimal.
      if CharacterClass.isDecimalPoint(left), place <= 1, isListNumber(glyphs, upTo: place) { return .keep }
      return drop
    }
    return nil
  }

  /// 3 + X, N + 1: beside a plus with a digit on one side and a digit or a letter on the other.
  private func isSum(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    func isPlus(_ glyph: Glyph) -> Bool { glyph.shadow == 0x2B || glyph.shadow == 0xFF0B }
    let isBefore = isPlus(glyphs[gap.upperBound])
    guard isBefore || isPlus(glyphs[gap.lowerBound - 1]) else { return false }
    let plus = isBefore ? gap.upperBound : gap.lowerBound - 1
    guard let left = glyphs[..<plus].last(where: { !$0.isSpace })?.shadow,
      let right = glyphs[(plus + 1)...].first(where: { !$0.isSpace })?.shadow
    else { return false }
    let digits = [left, right].count { CharacterClass.isDigit($0) }
    let letters = [left, right].count { CharacterClass.isLatin($0) }
    return digits > 0 && digits + letters == 2
  }

  /// A dash between two numerals, white space on either side of it, and no unit behind.
  private func isSpacedDash(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    let dash = isRangeDash(glyphs[gap.upperBound].shadow) ? gap.upperBound : gap.lowerBound - 1
    guard dash > 1, dash + 2 < glyphs.count, glyphs[dash - 1].isSpace, glyphs[dash + 1].isSpace,
      let left = glyphs[..<dash].last(where: { !$0.isSpace }),
      let right = glyphs[(dash + 1)...].firstIndex(where: { !$0.isSpace })
    else { return false }
    return CharacterClass.isDigit(left.shadow) && CharacterClass.isDigit(glyphs[right].shadow)
      && !isAmount(glyphs, at: right)
  }

  private func isListNumber(_ glyphs: Glyphs, upTo place: Int) -> Bool {
    glyphs[...place].allSatisfy { CharacterClass.isDigit($0.shadow) }
  }

  private func isGrouping(_ code: UInt32) -> Bool { code == 0x2C || code == 0xFF0C }

  private func isOperator(_ code: UInt32) -> Bool {
    code == 0x2B || code == 0xFF0B || code == 0x2F || code == 0x3A || code == 0xFF1A || code == 0x2236 || code == 0xD7
  }

  /// Exactly three digits follow.
  private func isGroup(_ glyphs: Glyphs, after place: Int) -> Bool {
    var count = 0
    var index = place
    while index < glyphs.count, glyphs[index].isSpace { index += 1 }
    while index < glyphs.count, CharacterClass.isDigit(glyphs[index].shadow), count < 4 {
      count += 1
      index += 1
    }
    return count == 3
  }

  /// Two groups of digits that a space parts are one numeral where a unit follows and no third group stands beside:
  /// 2 56万千瓦 against 红球 01 08 14.
  private func isOneNumeral(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    if isTracked(glyphs, gap) || isSpacedOut(glyphs, gap) { return true }
    var start = gap.lowerBound - 1
    while start > 0, CharacterClass.isDigit(glyphs[start - 1].shadow) { start -= 1 }
    var end = gap.upperBound
    while end < glyphs.count, CharacterClass.isDigit(glyphs[end].shadow) { end += 1 }
    let leftCount = gap.lowerBound - start
    let rightCount = end - gap.upperBound
    guard leftCount <= 5, rightCount <= 5, leftCount + rightCount <= 8 else { return false }
    if start > 0 {
      let before = glyphs[start - 1].shadow
      if glyphs[start - 1].isSpace {
        let mark = glyphs[..<(start - 1)].last { !$0.isSpace }?.shadow ?? 0x4E00
        if CharacterClass.isDigit(mark) { return false }
      } else if CharacterClass.isLatin(before) {
        return false
      } else if before == 0x2D {
        // 10-1 5亿: the end of a range; 0831-51 6000 has no digits with a unit behind them.
        guard start > 1, CharacterClass.isDigit(glyphs[start - 2].shadow) else { return false }
      }
    }
    var after = end
    while after < glyphs.count, glyphs[after].isSpace { after += 1 }
    guard after < glyphs.count else { return false }
    let next = glyphs[after].shadow
    if CharacterClass.isDigit(next) { return false }
    if rightCount == 4, next == 0x5E74 { return false }  // 年
    if CharacterClass.isDecimalPoint(next), after == end {
      return after + 1 < glyphs.count && CharacterClass.isDigit(glyphs[after + 1].shadow)
    }
    if isGrouping(next), after == end { return leftCount + rightCount <= 3 && isGroup(glyphs, after: after + 1) }
    if isRangeDash(next), after == end { return isAmount(glyphs, at: after + 1) }
    return rules.units.contains(next) || CharacterClass.isPercent(next)
  }

  /// 收入在3 9 8元上下: three digits or more, a space between each two, with a word before them and a unit behind.
  private func isSpacedOut(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    func isLink(_ space: Int, _ digit: Int) -> Bool {
      glyphs.indices.contains(digit) && glyphs[space].isSpace && CharacterClass.isDigit(glyphs[digit].shadow)
    }
    guard gap.count == 1 else { return false }
    var start = gap.lowerBound - 1
    var end = gap.upperBound + 1
    while start >= 2, gap.lowerBound - start < 16, isLink(start - 1, start - 2) { start -= 2 }
    while end + 1 < glyphs.count, end - gap.upperBound < 16, isLink(end, end + 1) { end += 2 }
    guard end - start >= 5, start > 0, CharacterClass.isHan(glyphs[start - 1].shadow), end < glyphs.count else {
      return false
    }
    return rules.units.contains(glyphs[end].shadow) || CharacterClass.isPercent(glyphs[end].shadow)
  }

  private func isRangeDash(_ code: UInt32) -> Bool {
    code == 0x2D || code == 0xFF0D || code == 0x2013 || code == 0x2014 || code == 0x7E || code == 0xFF5E
  }

  /// Digits with a unit behind them stand here: the upper end of a range.
  private func isAmount(_ glyphs: Glyphs, at place: Int) -> Bool {
    var index = place
    while index < glyphs.count, index - place < 12,
      CharacterClass.isDigit(glyphs[index].shadow) || CharacterClass.isDecimalPoint(glyphs[index].shadow)
    {
      index += 1
    }
    guard index > place, index < glyphs.count else { return false }
    return rules.units.contains(glyphs[index].shadow) || CharacterClass.isPercent(glyphs[index].shadow)
  }

  /// In a line whose characters all stand apart a numeral does too: 達 到 1 , 2 0 0 億 元.
  private func isTracked(_ glyphs: Glyphs, _ gap: Range<Int>) -> Bool {
    func isPart(_ glyph: Glyph) -> Bool {
      glyph.isSpace || CharacterClass.isDigit(glyph.shadow)
        || CharacterClass.isDecimalPoint(glyph.shadow) || isGrouping(glyph.shadow) || isRangeDash(glyph.shadow)
    }
    var start = gap.lowerBound
    var end = gap.upperBound
    // No numeral of print is longer than forty characters with a space behind each.
    while start > 0, gap.lowerBound - start < 80, isPart(glyphs[start - 1]) { start -= 1 }
    while end < glyphs.count, end - gap.upperBound < 80, isPart(glyphs[end]) { end += 1 }
    guard start > 1, end + 1 < glyphs.count, glyphs[end - 1].isSpace, glyphs[end + 1].isSpace,
      rules.units.contains(glyphs[end].shadow) || CharacterClass.isPercent(glyphs[end].shadow),
      // The line may begin with the numeral: what stands behind it tells then.
      glyphs[start].isSpace && glyphs[start - 2].isSpace || end + 3 < glyphs.count && glyphs[end + 3].isSpace
    else { return false }
    for index in start..<end where CharacterClass.isDigit(glyphs[index].shadow) {
      if CharacterClass.isDigit(glyphs[index + 1].shadow) { return false }
    }
    return true
  }

  // MARK: Widths

  private func fold(_ glyphs: Glyphs, _ repairs: inout [Repair]) -> Glyphs {
    // All that is folded is full width.
    guard let start = glyphs.firstIndex(where: { $0.code >= 0xFF00 }) else { return glyphs }
    var result: GlyphBuffer?
    var folded: Range<Int>?
    func flush() {
      guard let source = folded else { return }
      repairs.append(
        Repair(kind: .widthFolded, source: source, evidence: "full-width digits, letters and percent signs"))
      folded = nil
    }
    for index in start..<glyphs.count where glyphs[index].code >= 0xFF00 {
      guard let narrow = narrow(glyphs, index) else { continue }
      if result == nil {
        result = GlyphBuffer(capacity: glyphs.count, in: memory)
        result?.append(glyphs)
      }
      result?[index] = glyphs[index].narrowed(to: narrow)
      let source = glyphs[index].start..<glyphs[index].end
      if let current = folded, current.upperBound == source.lowerBound {
        folded = current.lowerBound..<source.upperBound
      } else {
        flush()
        folded = source
      }
    }
    flush()
    return result?.glyphs ?? glyphs
  }

  private func narrow(_ glyphs: Glyphs, _ index: Int) -> UInt32? {
    let code = glyphs[index].code
    if let narrow = CharacterClass.narrow(code) { return narrow }
    guard index + 1 < glyphs.count, CharacterClass.isDigit(glyphs[index + 1].shadow) else { return nil }
    let followsDigit = index > 0 && CharacterClass.isDigit(glyphs[index - 1].shadow)
    switch code {
    case 0xFF0E: return followsDigit ? 0x2E : nil
    case 0xFF0C:
      // Three full-width digits follow and no fourth: １，２００.
      guard followsDigit, (0xFF10...0xFF19).contains(glyphs[index + 1].code), isGroup(glyphs, after: index + 1) else {
        return nil
      }
      return 0x2C
    case 0xFF0D: return 0x2D
    case 0xFF0B: return 0x2B
    default: return nil
    }
  }
}
