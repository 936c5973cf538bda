import Layout
import Rules

/// The subjects of tables.
extension SubjectFinder {
  /// The place or company that the row of a figure begins with, or that stands in its column of places.
  func rowSubject(_ index: Int, _ figure: Range<Int>) -> SubjectMention? {
    let paragraph = paragraphs[index]
    var start = figure.lowerBound
    while start > 0, paragraph.shadow[start - 1] != 0x0A, figure.lowerBound - start < 2000 { start -= 1 }
    guard start > 0, paragraph.shadow[start - 1] == 0x0A else { return nil }
    let placeColumn = rules.sections.placeColumn(of: paragraph.shadow)
    // 品种 产地 价格: the place may stand behind what the row is about.
    for _ in 0..<(placeColumn ?? 0) {
      while start < figure.lowerBound, paragraph.shadow[start] > 0x20 { start += 1 }
      while start < figure.lowerBound, paragraph.shadow[start] <= 0x20 { start += 1 }
    }
    var end = start
    while end < paragraph.shadow.count, paragraph.shadow[end] > 0x20 { end += 1 }
    let cell = start..<end
    guard !cell.isEmpty, start < figure.lowerBound else { return nil }
    if let match = rules.gazetteer.match(in: paragraph.shadow, at: start), start + match.length == end,
      let place = match.places.count == 1
        ? match.places.first : evidence.place(of: match.places, isShort: match.isShort, isAmbiguous: false)?.place
    {
      return SubjectMention(
        name: text(index, cell), kind: .place, range: cell, areaCode: rules.gazetteer.places[place].code)
    }
    if placeColumn != nil { return SubjectMention(name: text(index, cell), kind: .place, range: cell, areaCode: nil) }
    guard rules.sections.isCompanyHeader(paragraph.shadow) else { return nil }
    return SubjectMention(name: text(index, cell), kind: .organization, range: cell, areaCode: nil)
  }
}
