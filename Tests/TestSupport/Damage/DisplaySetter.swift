/// How headings, captions and imprints come out.
extension PageSetter {
  mutating func heading(_ text: String) {
    if chance(rates.lostDigit), let heading = SentenceBank.headlessHeadings.randomElement(using: &generator) {
      note("lost_display_digit")
      block([heading])
    } else {
      display(text)
    }
    if chance(rates.orphanDigit) {
      note("orphan_display_digit")
      block([String(Int.random(in: 2...12, using: &generator))])
    }
    lines.append("")
  }

  private mutating func display(_ text: String) {
    let clauses = text.split(separator: " ").map(String.init)
    if chance(rates.verticalHeading), text.count <= 13 {
      note("vertical_heading")
      for clause in clauses { block(LineDamage.vertical(clause)) }
    } else if chance(rates.overprint), text.count <= 20 {
      note(clauses.count > 1 ? "two_blocks_on_one_line" : "overprint_heading")
      block([clauses.map { $0 + $0 }.joined(separator: " ")])
      if chance(rates.doubledDigits) {
        note("overprint_digits")
        let digits = (0..<2).map { _ in String(repeating: String(Int.random(in: 1...9, using: &generator)), count: 2) }
        lines.append(" " + digits.joined(separator: " "))
      }
    } else if chance(rates.piecewiseOverprint), clauses.count == 1, text.count <= 20 {
      note("overprint_piecewise")
      block([LineDamage.piecewise(text)])
    } else if clauses.count == 2, chance(rates.misplacedLabel) {
      note("misplaced_label")
      block([text + (SentenceBank.labels.randomElement(using: &generator) ?? "")])
    } else if clauses.count == 2, chance(rates.twoClauseLines) {
      note("two_clause_heading_on_two_lines")
      block(clauses)
    } else if text.count > 18, chance(rates.wrappedHeading) {
      note("wrapped_heading")
      block([String(text.prefix(15)), String(text.dropFirst(15))])
    } else {
      note(clauses.count > 1 ? "headline_space" : "short_heading")
      block([text])
    }
  }

  mutating func caption(_ text: String) {
    note("caption_interleaved")
    note("blank_run")
    if chance(rates.photoText), let sign = SentenceBank.signs.randomElement(using: &generator) {
      note("text_in_photo")
      lines += ["", "", sign]
    }
    lines += ["", "", text, "", ""]
  }

  /// 责任编辑：方远, the name perhaps set wide.
  mutating func imprint(_ text: String) {
    note("furniture")
    guard let colon = text.firstIndex(of: "："), chance(rates.nameSpacing) else {
      lines.append(text)
      return
    }
    note("name_spacing")
    let name = text[text.index(after: colon)...]
    lines.append(text[...colon] + name.map { String($0) }.joined(separator: " "))
  }
}
