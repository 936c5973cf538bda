import Figures
import Layout
import Rules
import Values

/// Reads what the figures of a document measure.
public struct IndicatorInterpreter: Sendable {
  let lexicon: Lexicon
  let constructions: ConstructionSet
  let folding: ScriptFolding
  let contextRules: ContextRules
  let recognizer: FigureRecognizer

  /// Errors: `RuleError` where a rule file about words, constructions, places or organisations is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let folding = try ScriptFolding(rules: rules)
    self.init(
      rules: try IndicatorRules(rules: rules, folding: folding),
      recognizer: try FigureRecognizer(rules: rules, folding: folding))
  }

  /// - Parameters:
  ///   - rules: Words, constructions and context.
  ///   - recognizer: That of the same rule files.
  public init(rules: IndicatorRules, recognizer: FigureRecognizer) {
    lexicon = rules.lexicon
    constructions = rules.constructions
    folding = rules.folding
    contextRules = rules.context
    self.recognizer = recognizer
  }

  /// The observations of a document, in reading order.
  /// - Parameters:
  ///   - shadows: The shadows of their texts, where they are known.
  ///   - figures: The figures of each paragraph, as `FigureRecognizer` gave them.
  ///   - region: Where the page comes from, where that was said beside it.
  public func observations(
    in paragraphs: [Paragraph], shadows: [[UInt8]]? = nil, figures: [[Figure]], published: CalendarDate?,
    region: String? = nil
  ) -> [Observation] {
    read(paragraphs, shadows: shadows, figures: figures, published: published, region: region, isTracing: false)
      .observations
  }

  /// The observations of a document and how each paragraph was read.
  public func explain(
    _ paragraphs: [Paragraph], figures: [[Figure]], published: CalendarDate?, region: String? = nil
  ) -> (observations: [Observation], traces: [ReadingTrace]) {
    read(paragraphs, shadows: nil, figures: figures, published: published, region: region, isTracing: true)
  }

  private func read(
    _ paragraphs: [Paragraph], shadows: [[UInt8]]?, figures: [[Figure]], published: CalendarDate?, region: String?,
    isTracing: Bool
  ) -> (observations: [Observation], traces: [ReadingTrace]) {
    // Nothing is ever stated but amounts; tables are read by their cells.
    guard isTracing || figures.contains(where: Self.haveAmount) || paragraphs.contains(where: { $0.kind == .table })
    else { return ([], []) }
    let context = DocumentContext(
      paragraphs: paragraphs, shadows: shadows, figures: figures, published: published, region: region,
      rules: contextRules)
    var body: [Observation] = []
    var headlines: [Observation] = []
    var traces: [ReadingTrace] = []
    var carriedLevels = UnitTable<String>()
    var sameComparison: Observation.Comparison?
    let matcher = PatternMatcher()
    let isPlan = isPlan(context.paragraphs)
    let printsDigits = printsDigits(context.paragraphs, figures: figures)
    let listed = listedHeadings(paragraphs, figures: figures)
    for (index, paragraph) in paragraphs.enumerated() {
      var trace = isTracing ? ReadingTrace() : nil
      defer { if let trace { traces.append(trace) } }
      let isHeadline = (paragraph.kind == .title || paragraph.kind == .heading) && !listed.contains(index)
      switch paragraph.kind {
      case .furniture, .byline: continue
      case .table, .title, .heading, .body, .caption, .list: break
      }
      guard !figures[index].isEmpty || isTracing else { continue }
      let utf8 = context.paragraphs[index].original
      let shadow = context.paragraphs[index].shadow
      if paragraph.kind == .table {
        let table = TableReader(
          lexicon: lexicon, context: context, paragraph: index, utf8: utf8, shadow: shadow,
          figures: figures[index], recognizer: recognizer,
          headingUnit: index > 0 ? TableReader.unit(in: context.paragraphs[index - 1].shadow) : nil)
        let rows = table.observations()
        if !rows.isEmpty {
          body += rows
          continue
        }
      }
      guard isTracing || Self.haveAmount(figures[index]) else { continue }
      var reader = ParagraphReader(
        lexicon: lexicon, constructions: constructions, context: context, paragraph: index, utf8: utf8,
        shadow: shadow, figures: figures[index],
        published: published, spaceSeparates: isHeadline, matcher: matcher, isTracing: isTracing)
      reader.trace = trace
      reader.carriedLevels = carriedLevels
      if paragraph.kind == .title { sameComparison = nil }
      reader.sameComparison = sameComparison
      reader.isPlan = isPlan
      reader.printsDigits = printsDigits
      // They go into one list, which moves from reader to reader.
      if isHeadline { swap(&reader.observations, &headlines) } else { swap(&reader.observations, &body) }
      reader.read()
      if isHeadline { swap(&reader.observations, &headlines) } else { swap(&reader.observations, &body) }
      if !isHeadline {
        carriedLevels = reader.carriedLevels
        sameComparison = reader.sameComparison
      }
      trace = reader.trace
    }
    body += Headlines.repeating(body, in: headlines)
    body = Self.inOrder(body)
    for index in body.indices {
      // By address: an observation is large, and a copy counts all its strings.
      body[index].concept = body.withUnsafeBufferPointer { contextRules.concepts.code(of: $0[index]) }
    }
    return (body, traces)
  }

  /// Whether some figure states an amount.
  private static func haveAmount(_ figures: [Figure]) -> Bool {
    figures.indices.contains { figures[$0].amount != nil && figures[$0].normalized != nil }
  }

  /// The observations by their places; most come in that order, which costs them no move.
  private static func inOrder(_ observations: [Observation]) -> [Observation] {
    func isBefore(_ one: Int, _ other: Int) -> Bool {
      (observations[one].paragraph, observations[one].range.lowerBound)
        < (observations[other].paragraph, observations[other].range.lowerBound)
    }
    if observations.indices.dropFirst().allSatisfy({ !isBefore($0, $0 - 1) }) { return observations }
    return observations.indices.sorted { isBefore($0, $1) || !isBefore($1, $0) && $0 < $1 }.map { observations[$0] }
  }

  /// True where at least half of what a page measures is printed in digits.
  private func printsDigits(_ paragraphs: [ParagraphShadow], figures: [[Figure]]) -> Bool {
    var digits = 0
    var words = 0
    for (index, paragraph) in paragraphs.enumerated() {
      for place in figures[index].indices where PieceCutter.isMeasured(figures[index][place].kind) {
        guard let numeral = figures[index][place].numeral, numeral.lowerBound < paragraph.shadow.count else { continue }
        if paragraph.shadow[numeral.lowerBound] < 0x80 { digits += 1 } else { words += 1 }
      }
    }
    return digits >= words
  }

  /// Headings that are items of a list: three or more in a row that all state a figure.
  private func listedHeadings(_ paragraphs: [Paragraph], figures: [[Figure]]) -> Set<Int> {
    var listed: Set<Int> = []
    var start = 0
    for index in 0...paragraphs.count {
      let isItem =
        index < paragraphs.count && paragraphs[index].kind == .heading
        && figures[index].contains { $0.amount != nil && PieceCutter.isMeasured($0.kind) }
      if isItem { continue }
      if index - start >= 3 { listed.formUnion(start..<index) }
      start = index + 1
    }
    return listed
  }

  /// True where at least one in twelve sentences of the page says that something is aimed at, as in a work plan.
  private func isPlan(_ paragraphs: [ParagraphShadow]) -> Bool {
    guard mayBePlan(paragraphs) else { return false }
    let aims = lexicon.known.aim
    var sentences = 0
    var aimed = 0
    for paragraph in paragraphs where paragraph.kind == .body || paragraph.kind == .list {
      let shadow = paragraph.shadow
      var offset = 0
      var isAimed = false
      while offset < shadow.count {
        let (scalar, length) = UTF8Shadow.scalar(in: shadow, at: offset)
        if scalar == 0x3002 {
          sentences += 1
          aimed += isAimed ? 1 : 0
          isAimed = false
        } else if let match = lexicon.longestMatch(in: shadow, at: offset) {
          if lexicon.entries[match.word].always & aims != 0 { isAimed = true }
          offset = match.end
          continue
        }
        offset += length
      }
    }
    return aimed >= 6 && aimed * 12 >= sentences
  }

  /// Whether enough sentences have a word of aims, part of a longer word or not, to read them word by word.
  private func mayBePlan(_ paragraphs: [ParagraphShadow]) -> Bool {
    var aimed = 0
    for paragraph in paragraphs where paragraph.kind == .body || paragraph.kind == .list {
      let shadow = paragraph.shadow
      var end = 0
      for aim in paragraph.aims where aim >= end {
        aimed += 1
        if aimed >= 6 { return true }
        // One is enough: on to the next sentence.
        end = Int(aim)
        while end < shadow.count, !Self.isFullStop(shadow, end) { end += 1 }
      }
    }
    return false
  }

  private static func isFullStop(_ text: [UInt8], _ offset: Int) -> Bool {
    text[offset] == 0xE3 && offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x82
  }
}
