/// Tells bylines, furniture, credits and list items by their words and shape.
struct LineClassifier: Sendable {
  let rules: LayoutRules

  /// The role of a line by itself. `isAtEdge`: among the first or last lines of the page.
  func role(of line: TextLine, isAtEdge: Bool, isFresh: Bool) -> TextLine.Role {
    let dense = line.dense
    guard !dense.isEmpty else { return .text }
    if dense.count <= 60, isByline(line.glyphs) { return .byline }
    if ImprintLine(rules: rules).matches(line, isAtEdge: isAtEdge) { return .furniture }
    if isFresh || isAtEdge && DateShape.find(in: dense)?.hasWeekday == true, isFurniture(line, isAtEdge: isAtEdge) {
      return .furniture
    }
    if rules.bullets.contains(dense[0]), dense.count > 1, !isZero(dense) { return .listItem }
    if isCredit(line) { return .credit }
    return .text
  }

  /// A circle that stands for the numeral zero: 一九八○年, cut by the line.
  private func isZero(_ dense: Codes) -> Bool {
    dense[0] == 0x25CB && (dense[1] == 0x5E74 || CharacterClass.isChineseNumeral(dense[1]))
  }

  // MARK: Bylines

  /// Role words and names and nothing else: 本报记者 某某某 通讯员 某某.
  func isByline(_ glyphs: Glyphs) -> Bool {
    if glyphs.contains(where: { $0.traits.contains(.opener) }) {
      if isOpeningOfStory(glyphs) { return false }
      if isDateline(glyphs) { return true }
    }
    guard mayBeByline(glyphs), !leavesBracketOpen(glyphs) else { return false }
    var tokens = tokens(of: glyphs)
    if let first = tokens.first?.first, rules.bullets.contains(first) {
      tokens[0].removeFirst()
      if tokens[0].isEmpty { tokens.removeFirst() }
    }
    guard let first = tokens.first, tokens.count <= 16 else { return false }
    guard let begin = roleEnd(first) else { return false }
    var letters = 0
    // 本报讯 says where the story is from; the name of its author stands behind another word.
    var hasRole = !isDatelineWord(first, before: begin)
    for (index, token) in tokens.enumerated() {
      var cursor = index == 0 ? begin : 0
      while true {
        let length = rules.bylines.match(token, at: cursor)
        guard length > 0 else { break }
        cursor += length
        if !isDatelineWord(token, before: cursor) { hasRole = true }
        if cursor < token.count, CharacterClass.isColon(token[cursor]) { cursor += 1 }
      }
      if index > 0, cursor == 0, let end = roleEnd(token) {
        cursor = end
        hasRole = true
      }
      let rest = Array(token[cursor...])
      if rest.isEmpty { continue }
      guard rest.allSatisfy({ CharacterClass.isHan($0) || CharacterClass.isLatin($0) || $0 == 0xB7 }) else {
        return false
      }
      guard rules.notAName.match(rest, at: 0) == 0 else { return false }
      let isReport = rest.count <= 9 && rules.datelines.match(rest, before: rest.count) > 0
      if isReport { hasRole = true }
      if rest.count <= 4 || isReport {
        letters += rest.count
      } else {
        return false
      }
    }
    // A single character is no name: the line ends in the middle of a word.
    return letters >= 2 && hasRole || tokens.count == 1 && first.count == begin && begin >= 4
  }

  private func isDatelineWord(_ token: [UInt32], before end: Int) -> Bool {
    rules.datelines.match(token, before: end) > 0
  }

  /// 本报讯（记者 某某 通讯: a bracket that the next line closes.
  private func leavesBracketOpen(_ glyphs: Glyphs) -> Bool {
    var open = 0
    for glyph in glyphs {
      switch glyph.shadow {
      case 0xFF08, 0x28: open += 1
      case 0xFF09, 0x29: open -= 1
      default: break
      }
    }
    return open > 0
  }

  /// 本报讯（记者 某某）上周: the names are in brackets and the story goes on behind them.
  private func isOpeningOfStory(_ glyphs: Glyphs) -> Bool {
    guard StoryOpening.opens(glyphs, rules), let names = StoryOpening.brackets(glyphs) else { return false }
    return glyphs[(names.upperBound + 1)...].contains { !$0.isSpace }
  }

  /// 本报某地4月18日电（记者 某某） and nothing else.
  private func isDateline(_ glyphs: Glyphs) -> Bool {
    guard StoryOpening.opens(glyphs, rules), let names = StoryOpening.brackets(glyphs) else { return false }
    let head = glyphs[..<names.lowerBound].dense
    return head.count <= 16 && rules.outlets.match(head, at: 0) > 0 && !head.contains { CharacterClass.isComma($0) }
      && isByline(glyphs.part(names.lowerBound + 1..<names.upperBound))
  }

  /// Whether the first token of the line has a role word at its head, as that of a byline has.
  private func mayBeByline(_ glyphs: Glyphs) -> Bool {
    var place = 0
    func skipParting() {
      while place < glyphs.count, Self.partsTokens(glyphs[place]) { place += 1 }
    }
    skipParting()
    if place < glyphs.count, rules.bullets.contains(glyphs[place].shadow) {
      place += 1
      skipParting()
    }
    let rest = glyphs.part(place..<glyphs.count)
    for glyph in rest.prefix(10) {
      // Most lines have no character that such a word begins with, and most characters are ideographs, which part nothing.
      if glyph.traits != TraitTable.han, Self.partsTokens(glyph) { return false }
      if rules.bylines.mayBegin(with: glyph.shadow) {
        return roleEnd(rest.prefix { !Self.partsTokens($0) }.map(\.shadow)) != nil
      }
    }
    return false
  }

  /// Where the role word that a token begins with ends; the name of a paper may stand before it.
  private func roleEnd(_ token: [UInt32]) -> Int? {
    for start in 0..<min(token.count, 10) {
      if start > 0, !CharacterClass.isHan(token[start - 1]), !CharacterClass.isLatin(token[start - 1]) { return nil }
      let length = rules.bylines.match(token, at: start)
      guard length > 0 else { continue }
      if start == 0 || rules.outlets.match(token, before: start) > 0
        || token[start] == 0x62A5  // 报, as in 商报记者
      {
        var end = start + length
        if end < token.count, CharacterClass.isColon(token[end]) { end += 1 }
        return end
      }
    }
    return nil
  }

  private static func partsTokens(_ glyph: Glyph) -> Bool {
    if glyph.isSpace { return true }
    switch glyph.shadow {
    case 0x2F, 0xFF0F, 0x2215, 0x3001, 0xFF08, 0xFF09, 0x28, 0x29, 0x3010, 0x3011: return true
    default: return false
    }
  }

  private func tokens(of glyphs: Glyphs) -> [[UInt32]] {
    var tokens: [[UInt32]] = [[]]
    for glyph in glyphs {
      if Self.partsTokens(glyph) {
        if tokens[tokens.count - 1].isEmpty { continue }
        tokens.append([])
      } else {
        tokens[tokens.count - 1].append(glyph.shadow)
      }
    }
    if tokens[tokens.count - 1].isEmpty { tokens.removeLast() }
    return tokens
  }

  // MARK: Furniture

  func isFurniture(_ line: TextLine, isAtEdge: Bool) -> Bool {
    let dense = line.dense
    guard dense.count <= 120, !line.hasSentenceEnd || dense.count <= 40 && line.ending != .sentence else {
      return false
    }
    if startsWithFurnitureWord(line) { return true }
    if leavesBracketOpen(line.glyphs) { return false }
    if let date = DateShape.find(in: dense) {
      let rest = dense.count - date.length
      if date.hasWeekday, rest <= 24 || hasMarkedWord(line), line.ending == .none || line.ending == .colon {
        return true
      }
      if rest == 0, isAtEdge { return true }
      if rest <= 12, isAtEdge, !dense.contains(where: { CharacterClass.isComma($0) }) { return true }
    }
    if DateShape.isWeekdayAlone(dense) { return true }
    return isAtEdge && (isPageLabel(dense) || isMasthead(dense)) && !hasApartDigits(line.glyphs)
  }

  /// 责任编辑：…, 新闻热线 …: a word of the imprint, then a mark, a space, a numeral or nothing.
  private func startsWithFurnitureWord(_ line: TextLine) -> Bool {
    let dense = line.dense
    var words = 0
    var marked = 0
    var place = 0
    while place < dense.count {
      let length = rules.furniture.match(dense, at: place)
      guard length > 0 else {
        place += 1
        continue
      }
      let end = place + length
      let isMarked =
        end >= dense.count || CharacterClass.isColon(dense[end]) || dense[end] == 0x2F
        || CharacterClass.isDigit(dense[end])
        || isFollowedBySpace(dense: end, line)
      words += 1
      if isMarked {
        marked += 1
        if place == 0, length >= 2, end < dense.count || dense.count <= 4 { return true }
      }
      if place == 0, length >= 5 { return true }
      place = end
    }
    return marked >= 2 && words >= 2
  }

  private func hasMarkedWord(_ line: TextLine) -> Bool {
    let dense = line.dense
    for place in dense.indices {
      let length = rules.furniture.match(dense, at: place)
      if length >= 2, place + length < dense.count,
        CharacterClass.isColon(dense[place + length]) || isFollowedBySpace(dense: place + length, line)
      {
        return true
      }
    }
    return false
  }

  /// Whether white space stands before the dense character of that index; where all letters are set apart it says nothing.
  private func isFollowedBySpace(dense index: Int, _ line: TextLine) -> Bool {
    guard !line.isTracked else { return false }
    let glyphs = line.glyphs
    var count = 0
    for place in glyphs.indices where !glyphs[place].isSpace {
      if count == index { return place > 0 && glyphs[place - 1].isSpace }
      count += 1
    }
    return false
  }

  /// 4 5 6: display numerals, of which each counts a heading.
  private func hasApartDigits(_ glyphs: Glyphs) -> Bool {
    let parts = glyphs.spaceSeparatedParts
    return parts.count > 1 && parts.allSatisfy { $0.allSatisfy { CharacterClass.isDigit(glyphs[$0].code) } }
  }

  /// 江城时报 第1版 要闻: a short line with the number of the page.
  private func isMasthead(_ dense: Codes) -> Bool {
    guard dense.count <= 24, !dense.contains(where: { CharacterClass.isComma($0) }),
      let ordinal = dense.firstIndex(of: 0x7B2C)
    else { return false }
    var cursor = ordinal + 1
    while cursor < dense.count, cursor - ordinal <= 3,
      CharacterClass.isDigit(dense[cursor]) || CharacterClass.isChineseNumeral(dense[cursor])
    {
      cursor += 1
    }
    return cursor > ordinal + 1 && cursor < dense.count && dense[cursor] == 0x7248
  }

  /// 03, A5, 第3版, 04经济, 评论02.
  private func isPageLabel(_ dense: Codes) -> Bool {
    guard dense.count <= 12 else { return false }
    var digits = 0
    var letters = 0
    var han = 0
    var runs = 0
    var previousDigit = false
    for code in dense {
      let isDigit = CharacterClass.isDigit(code)
      if isDigit, !previousDigit { runs += 1 }
      previousDigit = isDigit
      if isDigit {
        digits += 1
      } else if CharacterClass.isLatin(code) {
        letters += 1
      } else if CharacterClass.isHan(code) {
        han += 1
      } else if code != 0xB7, code != 0x30FB {
        return false
      }
    }
    if dense.count >= 2, dense[0] == 0x7B2C, dense[dense.count - 1] == 0x7248 || dense[dense.count - 1] == 0x671F {
      return true  // 第…版, 第…期
    }
    if dense.count >= 3, dense[0] == 0x7B2C, dense.prefix(5).contains(0x7248), han <= 9 { return true }
    guard digits >= 1, digits <= 3, runs == 1, letters <= 1 else { return false }
    let startsWithNumber = CharacterClass.isDigit(dense[0]) || CharacterClass.isLatin(dense[0])
    let endsWithNumber = CharacterClass.isDigit(dense[dense.count - 1])
    // Lines of text end in figures, too: 评论02 is a label, a clause before its figure is none.
    return (startsWithNumber || endsWithNumber && han <= 6) && han <= 8 && (han != 1)
  }

  // MARK: Credits

  /// A line that ends in a photographer's credit.
  func isCredit(_ line: TextLine) -> Bool {
    let dense = line.dense
    guard dense.count <= 160, !line.isTracked else { return false }
    var end = dense.count
    while end > 0, CharacterClass.isCloser(dense[end - 1]) || dense[end - 1] == 0x3002 && end < dense.count { end -= 1 }
    let isBracketed = end < dense.count
    let length = rules.credits.match(dense, before: end)
    guard length > 0, end > length else { return false }
    let word = dense[(end - length)..<end]
    let isShortWord = length == 1 && word.first != 0x6444  // 摄
    if length == 1, word.first == 0x6444 {
      return isBracketed || isLastTokenShort(line.glyphs, most: 6) || dense.count <= 8
    }
    if isShortWord {
      return (isBracketed || isLastTokenShort(line.glyphs, most: 4))
        && hasInnerSpaceOrOutlet(line, before: end - length)
    }
    let isProvided = word.elementsEqual([0x63D0, 0x4F9B])  // 提供
    if isProvided { return isBracketed && dense.contains(0x56FE) }
    return isBracketed || line.hasSpace
  }

  private func isLastTokenShort(_ glyphs: Glyphs, most: Int) -> Bool {
    var count = 0
    for glyph in glyphs.reversed() {
      if glyph.isSpace { return count <= most }
      if CharacterClass.isSentenceEnd(glyph.code) { return count <= most }
      count += 1
      if count > most { return false }
    }
    return false
  }

  private func hasInnerSpaceOrOutlet(_ line: TextLine, before end: Int) -> Bool {
    if rules.outlets.match(line.dense, before: end) > 0 { return true }
    guard line.glyphs.count > 6 else { return false }
    let tail = line.glyphs.suffix(8)
    return tail.contains { $0.isSpace } && line.hasSentenceEnd
  }
}
