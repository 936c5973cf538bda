import Figures
import Layout
import Rules
import Values

/// Reads tables of text: a row of names and units, and rows of values below it.
struct TableReader {
  /// What a column holds.
  private struct Column {
    var name: Range<Int>
    var unit: [UInt8]
    /// What stands in brackets.
    var bracket: [UInt8] = []
    var kind: Kind
    var period: TimePeriod?
    /// 比年初增加: it is of what the column before measures.
    var isCompared = false

    enum Kind { case label, unit, level, growth, change, sameIndicator }
  }

  private struct Row {
    var cells: [Range<Int>]
  }

  let lexicon: Lexicon
  let context: DocumentContext
  let paragraph: Int
  let utf8: [UInt8]
  let shadow: [UInt8]
  let figures: [Figure]
  /// Reads a value with its unit as a figure.
  let recognizer: FigureRecognizer
  /// A unit that the heading gives for all columns: 单位：元/500克.
  let headingUnit: [UInt8]?

  private static let open: [UInt32] = [0xFF08, 0x28]
  private static let closing: [UInt32] = [0xFF09, 0x29]
  private static let than = ["比", "较"].map { Array($0.utf8) }

  /// The unit that a heading gives: （单位：元/500克）. `nil` where it gives none.
  static func unit(in shadow: [UInt8]) -> [UInt8]? {
    let word = Array("单位".utf8)
    var offset = 0
    while offset + word.count < shadow.count {
      guard shadow[offset] == word[0], shadow[offset..<offset + word.count].elementsEqual(word) else {
        offset += UTF8Shadow.scalar(in: shadow, at: offset).length
        continue
      }
      offset += word.count
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      guard scalar == 0xFF1A || scalar == 0x3A else { continue }
      offset += length
      var end = offset
      while end < shadow.count {
        let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: end)
        if closing.contains(scalar) || scalar == 0x20 || scalar == 0x3000 || scalar == 0xFF0C { break }
        end += length
      }
      return end > offset ? halfWidth(shadow[offset..<end]) : nil
    }
    return bracketAtEnd(of: shadow)
  }

  /// 东安市场零售价（元／市斤）: money in the bracket that ends a heading.
  private static func bracketAtEnd(of shadow: [UInt8]) -> [UInt8]? {
    var offset = max(0, shadow.count - 36)
    while offset < shadow.count, shadow[offset] & 0xC0 == 0x80 { offset += 1 }
    var start: Int?
    var last: UInt32 = 0
    var end = offset
    while offset < shadow.count {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if open.contains(scalar) { start = offset + length }
      if !closing.contains(scalar) { end = offset + length }
      last = scalar
      offset += length
    }
    guard let start, closing.contains(last), start < end else { return nil }
    let unit = halfWidth(shadow[start..<end])
    return unit.firstRange(of: Array("元".utf8)).map { $0.lowerBound <= 6 } ?? false ? unit : nil
  }

  /// The observations of a paragraph whose lines are rows; empty where the first row is no header.
  func observations() -> [Observation] {
    var rows = lines().map { Row(cells: cells($0)) }.filter { !$0.cells.isEmpty }
    guard rows.count >= 2, var header = rows.first, header.cells.count >= 2 else { return [] }
    // 地 区  常住人口: a name spaced out.
    if rows.count > 1, header.cells.count == rows[1].cells.count + 1, header.cells[0].count == 3,
      header.cells[1].count == 3
    {
      header.cells[1] = header.cells[0].lowerBound..<header.cells[1].upperBound
      header.cells.removeFirst()
      rows[0] = header
    }
    // 名次  镇别  总收入: a rank says nothing of its row.
    if header.cells.count >= 3, has(header.cells[0], anyOf: lexicon.known.tableRank) {
      for index in rows.indices { rows[index].cells.removeFirst() }
      header = rows[0]
    }
    guard !header.cells.dropFirst().contains(where: { decimal($0) != nil }) else { return [] }
    let columns = header.cells.map { column($0) }
    var observations: [Observation] = []
    for row in rows.dropFirst() where row.cells.count == columns.count {
      observations += self.observations(of: row, columns: columns)
    }
    return observations
  }

  private func observations(of row: Row, columns: [Column]) -> [Observation] {
    guard decimal(row.cells[0]) == nil else { return [] }
    // PM10平均浓度（微克/立方米）: the unit may stand in the label.
    var labelled = column(row.cells[0])
    // 富强粉（议价）: what no unit is belongs to the name.
    if !labelled.bracket.isEmpty, figure(ExactDecimal(1), unit: labelled.bracket) == nil {
      labelled.name = row.cells[0]
      labelled.bracket = []
    }
    let label = labelled.name
    let unitColumn = columns.indices.dropFirst().first { columns[$0].kind == .unit }
    let isHeader = isIndicatorHeader(columns[0].name)
    // 品名 本周 上周: the columns tell when.
    let isOfTimes = columns.dropFirst().allSatisfy { $0.kind == .sameIndicator }
    let isIndicatorLabel = unitColumn != nil || isHeader && (isOfTimes || !nameIndicators(columns.dropFirst()))
    // 品种  播种面积（万亩）  总产（万吨）: each column measures something of the thing that the row is about.
    let isThing = isHeader && !isIndicatorLabel && !isBearerHeader(columns[0].name)
    let thing = isThing ? text(label) : ""
    var observations: [Observation] = []
    var lastLevel: String?
    for index in 1..<columns.count where columns[index].kind != .unit {
      guard let value = decimal(row.cells[index]) else { continue }
      var column = columns[index]
      if let unitColumn, column.kind == .level || column.kind == .sameIndicator, column.unit.isEmpty {
        column.unit = Array(shadow[row.cells[unitColumn]])
      }
      if column.unit.isEmpty, column.kind == .level || column.kind == .sameIndicator, !labelled.bracket.isEmpty {
        column.unit = labelled.bracket
      }
      if column.unit.isEmpty, column.kind == .level || column.kind == .sameIndicator, let headingUnit {
        column.unit = headingUnit
      }
      let isShare =
        column.unit == Array("%".utf8) && ShareNames(lexicon: lexicon).isShare(Array(shadow[column.name]))
      let measure: Observation.Measure =
        switch column.kind {
        case .growth: .growth
        case .change: .change
        default: isShare ? .share : .level
        }
      let name: String
      if isIndicatorLabel {
        name = text(label)
      } else if measure != .growth && !column.isCompared || lastLevel == nil {
        name = thing + text(column.name)
        lastLevel = measure == .level ? name : lastLevel
      } else {
        name = lastLevel ?? thing + text(column.name)
      }
      let figure = self.figure(value, unit: column.unit)
      let unit = figure?.unit ?? String(decoding: column.unit, as: UTF8.self)
      let cell = row.cells[index]
      // 2017／18: a row of a season is of whom the table is of.
      let isOfTable = isIndicatorLabel || isThing || (0x30...0x39).contains(shadow[label.lowerBound])
      let mention =
        isOfTable
        ? context.subject(paragraph: paragraph, clause: label, figure: cell, nameStart: label.lowerBound) : nil
      observations.append(
        Observation(
          indicator: name, measure: measure, amount: .value(value), unit: unit, bound: .exact,
          normalized: normalized(value, figure, unit: unit), status: .actual,
          comparison: measure == .level ? nil : comparison(column),
          period: column.period
            ?? (measure == .growth ? columns.first { $0.period != nil }?.period : nil)
              ?? context.period(
                paragraph: paragraph, clause: label.lowerBound..<cell.upperBound,
                // The period of another column is none of this one.
                figure: columns.contains { $0.period != nil } ? columns[0].name : cell, role: .current),
          subject: isOfTable ? mention?.name : text(label), paragraph: paragraph, range: cell,
          quote: label.lowerBound..<cell.upperBound, rule: "table.row", areaCode: mention?.areaCode))
    }
    return observations
  }

  /// The value as a figure of the text would have it.
  private func figure(_ value: ExactDecimal, unit: [UInt8]) -> Figure? {
    let magnitude = value.isNegative ? value.negated : value
    let figures = recognizer.figures(in: Array(magnitude.description.utf8) + unit, published: nil)
    guard let figure = figures.first, figures.count == 1, figure.amount == .value(magnitude) else { return nil }
    return figure
  }

  private func normalized(_ value: ExactDecimal, _ figure: Figure?, unit: String) -> Figure.Normalized {
    guard let normalized = figure?.normalized else {
      return Figure.Normalized(amount: .value(value), unit: unit)
    }
    return value.isNegative
      ? Figure.Normalized(amount: normalized.amount.negated, unit: normalized.unit) : normalized
  }

  // MARK: - Header

  private func column(_ cell: Range<Int>) -> Column {
    var name = cell
    var unit: [UInt8] = []
    var offset = cell.lowerBound
    while offset < cell.upperBound {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      if Self.open.contains(scalar) {
        name = cell.lowerBound..<offset
        var end = offset + length
        while end < cell.upperBound, !Self.closing.contains(UTF8Shadow.scalar(in: shadow, at: end).scalar) {
          end += UTF8Shadow.scalar(in: shadow, at: end).length
        }
        unit = Self.halfWidth(shadow[offset + length..<end])
        break
      }
      offset += length
    }
    let bracket = unit
    var kind = Column.Kind.level
    let isCompared = Self.than.contains { shadow[name].starts(with: $0) }
    let period =
      isCompared
      ? nil
      : figures.first { figure in
        (figure.kind == .period || figure.kind == .date) && cell.contains(figure.range.lowerBound)
      }?.period
    if isUnitHeader(name) {
      kind = .unit
    } else if isCompared || has(name, anyOf: lexicon.known.tableGrowth) {
      // 单位：元/吨 above 涨跌: by so much, where nothing says that it is a rate.
      if unit.isEmpty, let headingUnit, has(name, anyOf: lexicon.known.tableChange) { unit = headingUnit }
      kind = unit == Array("%".utf8) || unit.isEmpty ? .growth : .change
      if unit.isEmpty { unit = Array("%".utf8) }
    } else if let period {
      kind = .sameIndicator
      // 2020年占全市比重（%）: the year is no part of what is measured.
      if let year = figures.first(where: { $0.period == period && $0.range.lowerBound == name.lowerBound }),
        year.range.upperBound < name.upperBound
      {
        name = year.range.upperBound..<name.upperBound
      }
    }
    return Column(
      name: name, unit: unit, bracket: bracket, kind: kind, period: period, isCompared: isCompared)
  }

  private func isUnitHeader(_ name: Range<Int>) -> Bool {
    let text = shadow[name]
    return text.elementsEqual(Array("单位".utf8)) || text.elementsEqual(Array("计量单位".utf8))
  }

  /// 收盘（元）  成交（万股）: columns that measure different things, each with its unit, name what is measured.
  private func nameIndicators(_ columns: ArraySlice<Column>) -> Bool {
    let levels = columns.filter { $0.kind == .level }
    guard levels.count > 1, levels.allSatisfy({ !$0.bracket.isEmpty }) else { return false }
    return Set(levels.map(\.bracket)).count > 1
  }

  /// 名称: the rows are who the figures are of.
  private func isBearerHeader(_ name: Range<Int>) -> Bool {
    lexicon.bearers.contains { shadow[name].suffix($0.count).elementsEqual($0) }
  }

  private func isIndicatorHeader(_ name: Range<Int>) -> Bool { has(name, anyOf: lexicon.known.tableIndicator) }

  /// At any place: heads of columns are so short that words overlap in them (本年比上年增减).
  private func has(_ range: Range<Int>, anyOf classes: WordClasses) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let match = lexicon.longestMatch(in: shadow, at: offset, end: range.upperBound) {
        let entry = lexicon.entries[match.word]
        if (entry.always | entry.beforeFigure) & classes != 0 { return true }
      }
      offset += UTF8Shadow.scalar(in: shadow, at: offset).length
    }
    return false
  }

  private func comparison(_ column: Column) -> Observation.Comparison? {
    if has(column.name, anyOf: lexicon.known.mom) { return .mom }
    return lexicon.yoyColumns.occurs(in: shadow, column.name) ? .yoy : nil
  }

  // MARK: - Cells

  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (offset, byte) in shadow.enumerated() where byte == 0x0A {
      lines.append(start..<offset)
      start = offset + 1
    }
    lines.append(start..<shadow.count)
    return lines
  }

  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = -1
    var offset = line.lowerBound
    while offset < line.upperBound {
      let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
      let isSpace = scalar == 0x20 || scalar == 0x09 || scalar == 0x3000 || scalar == 0xA0 || scalar == 0x7C
      if isSpace {
        if start >= 0 { cells.append(start..<offset) }
        start = -1
      } else if start < 0 {
        start = offset
      }
      offset += length
    }
    if start >= 0 { cells.append(start..<line.upperBound) }
    return cells
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// The number of a cell; `nil` where it is none.
  private func decimal(_ range: Range<Int>) -> ExactDecimal? {
    var bytes: [UInt8] = []
    for byte in Self.halfWidth(shadow[range]) where byte != 0x2C { bytes.append(byte) }
    return ExactDecimal(String(decoding: bytes, as: UTF8.self))
  }

  /// Full-width forms folded, and the minus signs to one.
  private static func halfWidth(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = UTF8Shadow.scalar(in: bytes, at: offset)
      if scalar >= 0xFF01, scalar <= 0xFF5E {
        result.append(UInt8(scalar - 0xFEE0))
      } else if scalar == 0x2212 || scalar == 0x2013 {
        result.append(0x2D)
      } else {
        result += bytes[offset..<offset + length]
      }
      offset += length
    }
    return result
  }
}
