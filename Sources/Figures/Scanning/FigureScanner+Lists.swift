import Rules
import Values

/// Figures side by side that share the unit behind the last: 3.4和1.9个百分点, 12、15和18万元, 3、5和7路车.
extension FigureScanner {
  mutating func shareUnits() {
    guard figures.count > 1 else { return }
    // From the last to the first, so that each takes what its neighbour has.
    var lender: Quantity?
    for index in (0..<figures.count - 1).reversed() {
      // Asked of the figures where they are: few stand in a list, and to copy one is dear.
      let end = figures[index].range.upperBound
      guard isListLink(end..<max(end, figures[index + 1].extent.lowerBound)) else {
        lender = nil
        continue
      }
      let figure = figures[index]
      let next = figures[index + 1]
      guard mayBorrow(figure, inList: lender != nil), let lent = lender ?? self.lender(next),
        let shared = sharing(figure, lent, of: next)
      else {
        lender = nil
        continue
      }
      lender = lent
      figures[index] = shared
    }
  }

  /// A numeral without a unit, or with the 个 of 个百分点; no number of a section.
  private func mayBorrow(_ figure: Figure, inList: Bool) -> Bool {
    guard case .value? = figure.amount, let numeral = figure.numeral, numeral.lowerBound == figure.range.lowerBound,
      figure.extent.upperBound == figure.range.upperBound
    else { return false }
    switch figure.kind {
    case .number: if numeral != figure.range { return false }
    case .count: if figure.unit != "个" { return false }
    case .name:
      // 第一、二类 numbers them.
      if figure.reason != "no counter behind it" || starts(with: "、", at: figure.range.upperBound) { return false }
    default: return false
    }
    let start = figure.extent.lowerBound
    guard !inList, figure.kind != .count, starts(with: "、", at: figure.range.upperBound) else { return true }
    guard start > 0 else { return false }
    let before = UTF8Scalar.folded(in: utf8, at: UTF8Scalar.start(before: start, in: utf8)).scalar
    // Behind a sentence, a colon or a line end 、 sets off a number of a list.
    return ![0x0A, 0x20, 0x3000, 0x3002, 0xFF1B, 0x3B, 0xFF1A, 0x3A, 0xFF01, 0xFF1F].contains(before)
  }

  /// The quantity of a figure with a unit of its own.
  private func lender(_ figure: Figure) -> Quantity? {
    guard case .value? = figure.amount, figure.role == .none, !figure.unit.isEmpty,
      let quantity = quantities.quantity(at: figure.range.lowerBound), quantity.hasUnit,
      quantity.end == figure.range.upperBound, quantity.start == quantity.numeral.start,
      // 三成, 八角: a unit with a value of its own.
      quantity.low == quantity.numeral.low.map({ quantity.numeral.written($0) })
    else { return nil }
    return quantity
  }

  private func sharing(_ figure: Figure, _ lent: Quantity, of next: Figure) -> Figure? {
    guard let numeral = numerals.numeral(at: figure.range.lowerBound), let full = numeral.low,
      let other = lent.numeral.low
    else { return nil }
    if next.kind == .name {
      guard next.reason == "a number that names something" else { return nil }
      return Figure(
        range: figure.range, kind: .name, amount: figure.amount, reason: next.reason, numeral: figure.numeral)
    }
    // 1.9个和0.5个百分点
    if figure.kind == .count, lent.unit == "个" || !lent.unit.hasPrefix("个") { return nil }
    let scaleWord = Numeral.scaleWord(lent.numeral.scale)
    var scale = numeral.scale
    if scale == 0, lent.numeral.scale > 0, full < lent.numeral.written(other).scaled(byPowerOfTen: 3) {
      scale = lent.numeral.scale
    }
    let value = numeral.scale == 0 ? full : numeral.written(full)
    let factor = lent.factor.scaled(byPowerOfTen: scale - lent.numeral.scale)
    return Figure(
      range: figure.range, extent: figure.extent, kind: next.kind, amount: .value(value),
      unit: Numeral.scaleWord(scale) + lent.unit.dropFirst(scaleWord.count), bound: figure.bound,
      normalized: value.multiplied(by: factor).map { Figure.Normalized(amount: .value($0), unit: lent.base) },
      per: figure.per ?? next.per, perRange: figure.perRange ?? next.perRange, numeral: figure.numeral)
  }
}
