/// What marks the beginning of a paragraph or its end.
extension JoinScorer {
  /// A bullet, a number of a list, a dateline, a question's mark or what other paragraphs begin with too.
  func startsParagraph(_ line: TextLine) -> Bool {
    let dense = line.dense
    guard let first = dense.first else { return false }
    if line.isOpening { return true }
    if line.role == .listItem || rules.bullets.contains(first) && dense.count > 1 && first != 0x25CB { return true }
    if rules.openers.match(dense, at: 0) > 0 || opensStory(dense) { return true }
    return Self.numberingLength(dense) > 0
  }

  /// 本报讯, 本报沧州5月9日电: a dateline behind the name of a paper, with at most a place and a day between.
  func opensStory(_ dense: Codes) -> Bool {
    let outlet = rules.outlets.match(dense, at: 0)
    guard outlet > 0 else { return false }
    var cursor = outlet
    let limit = min(dense.count, outlet + 15)
    while cursor < limit {
      let isBehindDay = dense[cursor - 1] == 0x65E5
      if cursor == outlet || isBehindDay || cursor - outlet <= 4, rules.datelines.match(dense, at: cursor) > 0 {
        return true
      }
      guard CharacterClass.isHan(dense[cursor]) || CharacterClass.isDigit(dense[cursor]) else { return false }
      cursor += 1
    }
    return false
  }

  /// 一、 （一） 1、 1. (1) ①: the length of a list number at the start of a line; 0 where there is none.
  static func numberingLength(_ dense: Codes) -> Int {
    guard let first = dense.first, dense.count > 2 else { return 0 }
    if (0x2460...0x2473).contains(first) || (0x2488...0x249B).contains(first) { return 1 }
    var cursor = 0
    let opens = first == 0xFF08 || first == 0x28
    if opens { cursor = 1 }
    let start = cursor
    let isDigit = cursor < dense.count && CharacterClass.isDigit(dense[cursor])
    while cursor < dense.count, cursor - start < 3,
      isDigit ? CharacterClass.isDigit(dense[cursor]) : CharacterClass.isChineseNumeral(dense[cursor])
    {
      cursor += 1
    }
    guard cursor > start, cursor < dense.count - 1 else { return 0 }
    if opens { return dense[cursor] == 0xFF09 || dense[cursor] == 0x29 ? cursor + 1 : 0 }
    if dense[cursor] == 0x3001 {
      return isDigit || !CharacterClass.isChineseNumeral(dense[cursor + 1]) ? cursor + 1 : 0
    }
    guard isDigit, cursor - start <= 2, dense[cursor] == 0x2E || dense[cursor] == 0xFF0E else { return 0 }
    return CharacterClass.isDigit(dense[cursor + 1]) ? 0 : cursor + 1
  }

  /// 编辑同志：, 各位代表、各位委员：: who is spoken to, on a line of its own.
  func isSalutation(_ line: TextLine) -> Bool {
    line.ending == .colon && line.dense.count <= 20 && !line.hasSentenceEnd
      && rules.salutations.match(line.dense, at: 0) > 0
  }

  /// Who gives notice or writes, or the day, on a line of its own behind the last sentence.
  func closesText(_ line: TextLine, _ setting: Setting) -> Bool {
    if isDateAlone(line.dense) { return true }
    guard isSignatureAlone(line) else { return false }
    // Nothing is told of text that goes on.
    guard let following = setting.following, following.blanksBefore == 0, following.isText else { return true }
    return isDateAlone(following.dense)
  }

  private func isSignatureAlone(_ line: TextLine) -> Bool {
    let dense = line.dense
    guard (3...24).contains(dense.count), dense.allSatisfy({ CharacterClass.isHan($0) }) else { return false }
    return rules.signatures.match(dense, before: dense.count) > 0
      || dense.count <= 8 && rules.signatures.match(dense, at: 0) > 0
  }

  private func isDateAlone(_ dense: Codes) -> Bool {
    guard dense.count <= 16, let date = DateShape.find(in: dense) else { return false }
    return date.length == dense.count
  }

  /// 特此通知。河东县水利局, 谢谢你！读者何青: behind the last sentence of a paragraph nothing but who says it.
  func isSigned(_ line: TextLine) -> Bool {
    let dense = line.dense
    guard line.hasSentenceEnd, let stop = dense.lastIndex(where: { CharacterClass.isSentenceEnd($0) }),
      dense.count - stop <= 24
    else { return false }
    let begin = dense[(stop + 1)...].firstIndex { !CharacterClass.isCloser($0) } ?? dense.count
    guard dense.count - begin >= 2, dense[begin...].allSatisfy({ CharacterClass.isHan($0) }) else { return false }
    return rules.signatures.match(dense, before: dense.count) > 0
      || rules.signatures.match(dense, at: begin) > 0 && dense.count - begin <= 14
  }
}
