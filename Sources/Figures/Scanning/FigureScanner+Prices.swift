import Rules
import Values

extension FigureScanner {
  /// What a price was said for, and where.
  fileprivate struct Price {
    let unit: String
    let words: Range<Int>
    /// The end of the price, or of the words where none followed yet.
    var end: Int
    /// Said as people speak: 两块五, 五毛多, 一百五.
    var isSpoken: Bool
  }

  /// Gives prices what they are said for where it stands beside another price or in a clause before:
  /// 每公斤52元、31元和4600元; 一公斤，地里一块二，出窖两块八.
  mutating func joinPrices() {
    var price: Price?
    for index in figures.indices where price != nil || figures[index].perRange != nil || figures[index].role == .article
    {
      let figure = figures[index]
      if let words = figure.perRange, let unit = figure.per {
        markWords(words, near: index)
        price = Price(unit: unit, words: words, end: figure.extent.upperBound, isSpoken: isSpoken(figure))
        continue
      }
      if figure.role == .article, figure.kind == .quantity || figure.kind == .count, isAtClauseStart(index) {
        if Self.pricedUnits.contains(figure.unit) {
          price = Price(unit: figure.unit, words: figure.range, end: figure.range.upperBound, isSpoken: true)
        }
        continue
      }
      guard let known = price, let joined = priced(figure, by: known) else { continue }
      figures[index] = joined.said(for: known.unit, known.words)
      markWords(known.words, near: index)
      price?.end = figure.extent.upperBound
    }
  }

  /// What goods are sold by.
  private static let pricedUnits: Set<String> = ["斤", "公斤", "千克", "吨", "克", "两", "担", "台斤", "磅", "升", "桶", "箱", "袋"]

  /// The figure as a price of what was said before; `nil` where it is none.
  private func priced(_ figure: Figure, by price: Price) -> Figure? {
    let gap = price.end..<figure.extent.lowerBound
    guard gap.lowerBound <= gap.upperBound, gap.count <= 90, !figure.unit.utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
    // The words lead a clause of their own or a price word: 一公斤，地里一块二; 一斤成本一百五.
    let isFirst = price.end == price.words.upperBound
    if figure.kind == .money {
      if !isFirst, isListLink(gap) { return figure }
      guard figure.unit == "元", price.isSpoken, isSpoken(figure), !endsSentence(gap) else { return nil }
      if isFirst, !startsClause(gap), !hasPriceWord(gap) { return nil }
      return figure
    }
    guard figure.kind == .number, figure.unit.isEmpty, price.isSpoken, isSpoken(figure), !endsSentence(gap) else {
      return nil
    }
    return hasPriceWord(gap) || !isFirst && gap.count <= 30 ? figure.asMoney() : nil
  }

  /// The article that the words are is no figure of its own.
  private mutating func markWords(_ words: Range<Int>, near index: Int) {
    for other in max(0, index - 12)...min(index + 1, figures.count - 1)
    where figures[other].range == words && figures[other].role == .article {
      figures[other] = figures[other].acting(as: .per)
    }
  }

  private func isSpoken(_ figure: Figure) -> Bool {
    guard !utf8[figure.range].contains(where: { $0 < 0x80 }) else { return false }
    if figure.kind == .number {
      guard let numeral = numerals.numeral(at: figure.range.lowerBound) else { return false }
      return numeral.endsColloquially
    }
    let text = figure.range
    var position = text.lowerBound
    while position < text.upperBound {
      if startsWithAny(["块", "毛"], at: position) { return true }
      position += 3
    }
    return false
  }

  func isListLink(_ gap: Range<Int>) -> Bool {
    for word: StaticString in ["、", "和", "及", "与", "以及"]
    where gap.count == word.utf8CodeUnitCount && starts(with: word, at: gap.lowerBound) {
      return true
    }
    return false
  }

  private func endsSentence(_ gap: Range<Int>) -> Bool {
    var position = gap.lowerBound
    while position < gap.upperBound {
      let (scalar, length) = UTF8Scalar.folded(in: utf8, at: position)
      if scalar == 0x3002 || scalar == 0xFF01 || scalar == 0x21 || scalar == 0xFF1F || scalar == 0x3F { return true }
      position += length
    }
    return false
  }

  private func startsClause(_ gap: Range<Int>) -> Bool {
    startsWithAny(["，", ","], at: gap.lowerBound)
  }

  private func hasPriceWord(_ gap: Range<Int>) -> Bool {
    var position = gap.lowerBound
    while position < gap.upperBound {
      if startsWithAny(["价", "卖", "成本", "售", "收购", "批发"], at: position) { return true }
      position += UTF8Scalar.folded(in: utf8, at: position).length
    }
    return false
  }

  /// Behind punctuation, a quotation mark or a period, or at the head of the text.
  private func isAtClauseStart(_ index: Int) -> Bool {
    let start = figures[index].range.lowerBound
    guard start > 0 else { return true }
    let before = UTF8Scalar.start(before: start, in: utf8)
    if Self.isPunctuation(UTF8Scalar.folded(in: utf8, at: before).scalar) { return true }
    return index > 0 && figures[index - 1].range.upperBound == start && figures[index - 1].kind == .period
  }
}
