/// Tells the lines that web pages print between a headline and its text, or below the text: 来源：…日报 作者：… 发布时间：2016-05-04,
/// 2016年05月04日 09:12 来源：…, 打印 关闭.
struct ImprintLine {
  private static let longest = 120
  /// How long what a label names may be.
  private static let longestValue = 40

  private let rules: LayoutRules

  init(rules: LayoutRules) { self.rules = rules }

  /// - Parameter isAtEdge: The line is among the first or the last of the page, where a time may stand alone.
  func matches(_ line: TextLine, isAtEdge: Bool) -> Bool {
    let dense = line.dense
    guard dense.count >= 2, dense.count <= Self.longest, line.ending != .sentence, !line.hasSentenceEnd,
      mayBegin(dense)
    else { return false }
    return isImprint(dense, isAtEdge: isAtEdge)
  }

  private func mayBegin(_ dense: Codes) -> Bool {
    let first = dense[0]
    return CharacterClass.isDigit(first) || CharacterClass.closer(of: first) != nil
      || rules.imprintLabels.mayBegin(with: first) || rules.imprintDetails.mayBegin(with: first)
      || rules.imprintControls.mayBegin(with: first)
  }

  /// Labels with what they name, dates with their times, and words to click on, and nothing else.
  private func isImprint(_ dense: Codes, isAtEdge: Bool) -> Bool {
    var labels = 0
    var details = 0
    var dates = 0
    var controls = 0
    var place = 0
    while place < dense.count {
      if let label = label(dense, place) {
        if label.isDetail { details += 1 } else { labels += 1 }
        guard let next = valueEnd(dense, from: label.end, &dates) else { return false }
        place = next
      } else if let end = dateEnd(dense, place) {
        dates += 1
        place = timeEnd(dense, end)
      } else if case let length = rules.imprintControls.match(dense, at: place),
        length > 1 || length > 0 && controls > 0
      {
        controls += 1
        place += length
      } else if isSeparator(dense[place]) {
        place += 1
      } else {
        return false
      }
    }
    if labels + details + controls == 0 { return isAtEdge }
    return labels > 0 || details + controls > 1 || dates > 0
  }

  /// Where a label and its colon end, and whether it says nothing by itself.
  private func label(_ dense: Codes, _ place: Int) -> (end: Int, isDetail: Bool)? {
    for (labels, isDetail) in [(rules.imprintLabels, false), (rules.imprintDetails, true)] {
      let length = labels.match(dense, at: place)
      guard length > 0, place + length < dense.count, CharacterClass.isColon(dense[place + length]) else { continue }
      return (place + length + 1, isDetail)
    }
    return nil
  }

  /// Where what a label names ends: before the next label, date or word to click on; `nil` where it is no such thing.
  private func valueEnd(_ dense: Codes, from start: Int, _ dates: inout Int) -> Int? {
    if let end = dateEnd(dense, start) {
      dates += 1
      return timeEnd(dense, end)
    }
    var place = start
    while place < dense.count, place - start <= Self.longestValue {
      let code = dense[place]
      if CharacterClass.isColon(code) || CharacterClass.isSemicolon(code) || code == 0xFF0C { return nil }
      if place > start, label(dense, place) != nil || dateEnd(dense, place) != nil { return place }
      place += 1
    }
    return place == dense.count ? place : nil
  }

  /// Where a date ends; the hour may follow the day without a space: 2016-05-0409:12, 04.05.201609:12.
  private func dateEnd(_ dense: Codes, _ place: Int) -> Int? {
    DateShape.date(in: dense, at: place) ?? numericEnd(dense, place, [4, 2, 2]) ?? numericEnd(dense, place, [2, 2, 4])
  }

  /// Where numerals of so many digits, of which days and months may have one, end with marks between them.
  private func numericEnd(_ dense: Codes, _ place: Int, _ lengths: [Int]) -> Int? {
    var cursor = place
    for (part, length) in lengths.enumerated() {
      if part > 0 {
        guard cursor < dense.count, dense[cursor] == 0x2D || dense[cursor] == 0x2F || dense[cursor] == 0x2E else {
          return nil
        }
        cursor += 1
      }
      let start = cursor
      while cursor < dense.count, cursor - start < length, CharacterClass.isDigit(dense[cursor]) { cursor += 1 }
      guard cursor - start == length || length == 2 && cursor > start else { return nil }
    }
    return cursor
  }

  /// Behind the time of day that follows a date: 09:12, 09:12:30, T09:12.
  private func timeEnd(_ dense: Codes, _ date: Int) -> Int {
    var place = date
    if place < dense.count, dense[place] == 0x54 { place += 1 }
    while place < dense.count, CharacterClass.isDigit(dense[place]) || CharacterClass.isColon(dense[place]) {
      place += 1
    }
    return place
  }

  /// Marks between the parts: |, /, brackets.
  private func isSeparator(_ code: UInt32) -> Bool {
    switch code {
    case 0x7C, 0xFF5C, 0x2F, 0xB7, 0x2D, 0x3A, 0xFF1A, 0x3E: true
    default: CharacterClass.isCloser(code) || CharacterClass.closer(of: code) != nil
    }
  }
}
