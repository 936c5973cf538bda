import Foundation

/// Writes the lines of one damaged page.
struct PageSetter {
  let rates: DamageRates
  var generator: SeededGenerator
  var lines: [String] = []
  private var done: [String: Int] = [:]
  private var indent = PageDamager.Indent.width
  /// Width of the columns in full characters; 0 where each paragraph is one line.
  private var measure = 18
  private var isFullWidth = false
  private var furniture: [String] = []

  init(rates: DamageRates, generator: SeededGenerator) {
    self.rates = rates
    self.generator = generator
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

  mutating func note(_ kind: String) { done[kind, default: 0] += 1 }

  mutating func set(_ page: [CleanParagraph]) -> PageDamager.Result {
    let styles: [(PageDamager.Indent, Int)] = [
      (.width, 14), (.width, 18), (.width, 22), (.spaces, 16), (.spaces, 24), (.none, 20), (.none, 0),
    ]
    (indent, measure) = styles.randomElement(using: &generator) ?? (.width, 18)
    isFullWidth = chance(rates.fullWidthPage)
    let page = isFullWidth ? page.map { CleanParagraph(LineDamage.fullWidth($0.text), $0.kind) } : page
    if isFullWidth { note("full_width") }
    furniture = page.filter { $0.kind == .furniture }.map(\.text)
    let order = StoryOrder(rates: rates).moved(page, using: &generator)
    for kind in order.done { note(kind) }
    for (index, paragraph) in order.page.enumerated() {
      switch paragraph.kind {
      case .furniture: imprint(paragraph.text)
      case .heading: heading(paragraph.text)
      case .byline:
        note("leading_space")
        block([" " + paragraph.text])
      case .caption: caption(paragraph.text)
      case .list: item(paragraph.text)
      case .body: body(paragraph.text, follows: index > 0 && order.page[index - 1].kind == .body)
      }
    }
    repeats(page)
    let text = lines.joined(separator: "\n") + "\n"
    return PageDamager.Result(text: text, done: done)
  }

  mutating func block(_ content: [String]) {
    blank()
    lines += content
  }

  mutating func blank() {
    guard let last = lines.last, !last.isEmpty else { return }
    if chance(rates.spaceOnlyLine) {
      note("space_only_line")
      lines.append(" ")
    } else {
      lines.append("")
    }
  }

  // MARK: Lists

  private mutating func item(_ text: String) {
    guard text.first == "●" else {
      listItem(text)
      return
    }
    var text = text
    if chance(rates.bulletSpace) {
      note("bullet_space")
      text = "● " + text.dropFirst()
    }
    if lines.last?.first != "●" { blank() }
    let content = LineDamage.wrap(text, measure: max(12, measure - 4), first: max(12, measure - 4))
    if content.count > 1 { note("wrapped_list_item") }
    lines += content
  }

  /// Goals stand between blank lines, items that begin with a dash each begin a line.
  private mutating func listItem(_ text: String) {
    if text.hasPrefix("——") {
      note("paragraph_without_full_stop")
      block([text])
    } else {
      note("list_item_without_bullet")
      block([text])
    }
    lines.append("")
  }

  // MARK: Text

  private mutating func body(_ text: String, follows: Bool) {
    guard measure > 0 else {
      wholeLine(text)
      return
    }
    var content: [String] = []
    let first = indent == .none ? measure : measure - 2
    if indent == .width, chance(rates.narrowIntro), text.count > 120 {
      note("narrow_drop_intro")
      let narrow = LineDamage.wrap(text, measure: 6, first: 6).prefix(5)
      let rest = text.dropFirst(narrow.reduce(0) { $0 + $1.count })
      if !"。！？”，、；".contains(rest.first ?? "。"), !(narrow.last ?? "").hasSuffix("。") {
        content = Array(narrow) + LineDamage.wrap(String(rest), measure: measure, first: measure)
      }
    }
    let change = content.isEmpty && indent == .width && chance(rates.columnChange) ? changed(text) : nil
    if content.isEmpty { content = change?.lines ?? LineDamage.wrap(text, measure: measure, first: first) }
    noteCuts(content)
    let starts = follows ? breakStyle() : .blank
    if starts != .none, starts != .displaced { blank() }
    let everyLine =
      starts == .blank && content.count >= 5 && chance(rates.blankEveryLine)
      && !content.dropLast().contains { $0.hasSuffix("。") || $0.hasSuffix("”") }
    if everyLine { note("blank_line_every_line") }
    let cut = content.count >= 5 && chance(rates.interruption + rates.runningFurniture) ? cutPlace(content) : nil
    for (index, line) in content.enumerated() {
      if index == cut { interrupt() }
      if index > 0, index != cut {
        if everyLine || index == 1 && starts == .displaced || index == change?.place {
          lines.append("")
        } else if needsBlank(line, after: content[index - 1]) {
          note(line.first == "“" ? "hanging_quote_blank" : "blank_line_mid_sentence")
          lines.append("")
        }
      }
      lines.append(damaged(line, isFirst: index == 0))
    }
    if chance(rates.bylineOnLastLine) {
      note("two_blocks_on_one_line")
      lines[lines.count - 1] += " 文字整理：记者 周小满"
      lines.append("")
    }
    if chance(rates.ellipsis) {
      note("ellipsis_paragraph")
      lines += ["", "……", ""]
    }
  }

  /// The text in lines of a narrow column, then in lines of the wide one, and where the change is; `nil` where it would fall
  /// between two sentences, or where too few lines show the narrow column.
  private mutating func changed(_ text: String) -> (lines: [String], place: Int)? {
    let narrow = measure * 2 / 3
    guard narrow >= 10 else { return nil }
    let all = LineDamage.wrap(text, measure: narrow, first: narrow - 2)
    for count in 4..<max(4, min(8, all.count - 1)) {
      let rest = String(text.dropFirst(all[..<count].reduce(0) { $0 + $1.count }))
      guard let last = all[count - 1].last, let first = rest.first, !"。！？；”，、：".contains(last),
        !"。！？；”，、：".contains(first), LineDamage.width(rest) > measure * 2
      else { continue }
      note("column_width_change")
      return (Array(all[..<count]) + LineDamage.wrap(rest, measure: measure, first: measure), count)
    }
    return nil
  }

  /// What the ends of the lines cut.
  private mutating func noteCuts(_ content: [String]) {
    var open = 0
    for (line, next) in zip(content, content.dropFirst()) {
      open += line.count { $0 == "“" } - line.count { $0 == "”" }
      guard let last = line.last, let first = next.first else { continue }
      if open > 0 { note("open_pair_cut_by_line") }
      if LineDamage.isDigit(last) {
        note("figure_cut_by_line")
      } else if "。”".contains(last), LineDamage.width(line) >= measure * 2 - 1 {
        note("sentence_end_at_line_end_no_break")
      } else if first != "“" {
        note("hard_wrap")
      }
    }
  }

  private enum BreakStyle { case blank, none, displaced }

  private mutating func breakStyle() -> BreakStyle {
    guard indent != .none, let last = lines.last, LineDamage.width(last) < (measure - 4) * 2 else { return .blank }
    if indent == .width, chance(rates.displacedBreak) {
      note("displaced_paragraph_break")
      return .displaced
    }
    guard chance(rates.missingBreak) else { return .blank }
    note("missing_paragraph_break")
    return .none
  }

  private mutating func needsBlank(_ line: String, after previous: String) -> Bool {
    // A full stop at the end of a full line says nothing; the reader would see a paragraph there as well.
    if previous.hasSuffix("。") || previous.hasSuffix("”") { return false }
    if line.first == "“", chance(rates.blankBeforeQuote) { return true }
    if line.contains(where: LineDamage.isDigit), chance(rates.blankBeforeDigits) { return true }
    return chance(rates.blankElsewhere)
  }

  private mutating func damaged(_ line: String, isFirst: Bool) -> String {
    var line = line
    if chance(rates.spacedLine), line.count > 6 {
      note("spaced_cjk_line")
      line = LineDamage.spaced(line)
    } else {
      if chance(rates.spacedNumeral), let numeral = LineDamage.spacedNumeral(line) {
        note("spaced_expression")
        line = numeral
      }
      let apart = LineDamage.digitSpaces(line, percent: rates.digitSpace, using: &generator)
      if apart != line { note("digit_cjk_space") }
      line = apart
    }
    if isFirst, indent == .spaces { return "　　" + line }
    if isFirst, chance(rates.leadingSpace) {
      note("leading_space")
      return " " + line
    }
    return line
  }

  /// A place in the middle of a sentence.
  private func cutPlace(_ content: [String]) -> Int? {
    (2..<content.count - 1).first { place in
      let last = content[place - 1].last ?? "。"
      return !"。！？”；：.,．，".contains(last) && !LineDamage.isDigit(last)
    }
  }

  private mutating func interrupt() {
    if chance(50) {
      note("running_furniture")
      lines += furniture
    } else {
      note("interrupted_paragraph")
      note("scattered_heading")
      let headings = ["另有消息说", "延伸阅读", "编后感言", "现场直击", "数字背后"]
      lines += ["", headings.randomElement(using: &generator) ?? "延伸阅读", ""]
    }
  }

  private mutating func wholeLine(_ text: String) {
    blank()
    let characters = Array(text)
    if characters.count > 100, chance(20) {
      var place = 40 + Int.random(in: 0..<40, using: &generator)
      while place < characters.count - 10,
        "。！？；：”“，、".contains(characters[place]) || "。！？；：”“，、".contains(characters[place - 1])
      {
        place += 1
      }
      note("page_break_mid_word")
      lines += [String(characters[..<place]), "", String(characters[place...])]
    } else {
      lines.append(text)
    }
    lines.append("")
  }

  // MARK: Repeats

  private mutating func repeats(_ page: [CleanParagraph]) {
    for paragraph in page where paragraph.kind == .body {
      if chance(rates.repeatedParagraph), paragraph.text.count > 50 {
        note("repeated_paragraph")
        lines += ["", paragraph.text]
      } else if chance(rates.repeatedTail) {
        let tail = tail(of: paragraph.text)
        guard tail.count > 40, tail.count < paragraph.text.count else { continue }
        note("repeated_tail_fragment")
        lines += ["", tail]
      } else if chance(rates.nearCopy), let copy = nearCopy(of: paragraph.text) {
        note("near_copy")
        lines += ["", copy]
      }
    }
  }

  /// The text with one of its words changed.
  private func nearCopy(of text: String) -> String? {
    guard text.count >= 70, let place = text.range(of: "，") else { return nil }
    return text.replacingCharacters(in: place, with: "、")
  }

  private func tail(of text: String) -> String {
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    guard let stop = text[middle...].firstIndex(of: "。") else { return "" }
    let tail = text[text.index(after: stop)...]
    return tail.first == "”" ? "" : String(tail)
  }
}
