import GeneratedPages

/// Sets a page of a seed as HTML: rows of stories in columns, with headlines, boxes, pictures and vertical writing.
public struct PageSetter {
  private let design: PageDesign
  private var random: SeededRandom
  private var deck: StoryDeck
  private var truth = PageTruth()
  private var body = ""
  private var isVerticalUsed = false

  private init(seed: UInt64, columns: Int) {
    random = SeededRandom(seed: seed)
    design = PageDesign(random: &random, columns: columns)
    deck = StoryDeck(seed: seed)
  }

  /// The page of a seed.
  /// - Parameter columns: Of running text side by side, 1 to 6.
  public static func page(seed: UInt64, columns: Int) -> PrintedPage {
    var setter = PageSetter(seed: seed, columns: columns)
    setter.set()
    return PrintedPage(name: "\(columns)-columns-\(seed)", html: setter.html, truth: setter.truth)
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  // MARK: The page

  private var width: Double {
    let columns = Double(design.columns)
    return (columns * Double(design.columnWidth) + (columns - 1) * design.gutter) * design.size
  }

  private mutating func set() {
    head()
    if design.isVertical {
      for _ in 0..<2 { vertical(width: width) }
    } else if design.columns == 1 {
      for _ in 0..<2 { row([1]) }
    } else {
      let first = chance(60) ? [design.columns] : split()
      row(first)
      row(first.count > 1 ? [design.columns] : split())
      if chance(40), design.columns > 2 { row(split()) }
    }
    if chance(50) {
      let imprint = "责任编辑：林一帆"
      body += "<p class=byline>\(imprint)</p>\n"
      truth.groups.append(PageTruth.Group([imprint]))
    }
  }

  private mutating func split() -> [Int] {
    guard design.columns > 1 else { return [1] }
    let left = Int.random(in: 1..<design.columns, using: &random)
    return [left, design.columns - left]
  }

  private mutating func head() {
    let number = "第\(Int.random(in: 1...16, using: &random))版"
    let section = ["要闻", "综合", "经济", "民生"].randomElement(using: &random) ?? "要闻"
    let date = "2024年\(Int.random(in: 1...12, using: &random))月\(Int.random(in: 1...28, using: &random))日"
    body += "<div class=head><span>\(number)</span><span>\(section)</span><span>\(date)</span></div>\n"
    truth.groups += [number, section, date].map { PageTruth.Group([$0]) }
  }

  private mutating func row(_ spans: [Int]) {
    body += "<div class=row>\n"
    for span in spans { story(across: span, isAlone: spans.count == 1) }
    body += "</div>\n"
  }

  // MARK: A story

  private mutating func story(across span: Int, isAlone: Bool) {
    let width =
      (Double(span * design.columnWidth) + Double(span - 1) * design.gutter) * design.size
    if !isAlone, span <= 2, !isVerticalUsed, chance(25) {
      isVerticalUsed = true
      vertical(width: width)
      return
    }
    var story = deck.story(length: 3 + span * 2)
    if span > 1, chance(35) { insertBox(into: &story) }
    if chance(40) { insertPicture(into: &story) }
    let manner = Int.random(in: 0..<10, using: &random)
    // A headline down the side, on the left or on the right of its columns.
    let isBeside = span > 1 && manner < 2
    body += "<div class='story\(isBeside ? " beside" : "")' style='width:\(points(width))'>\n"
    var group = headline(of: story, isVertical: isBeside, span: span, manner: manner)
    let hasPicture = span > 1 && chance(30)
    let columnsWidth = isBeside ? "flex:1;" : ""
    var columns = "<div class=columns style='\(columnsWidth)column-count:\(isBeside ? max(1, span - 1) : span)'>\n"
    var captions: [PageTruth.Group] = []
    if hasPicture {
      let caption = caption()
      columns += "<div class='picture across' style='column-span:all'><i></i><p>\(caption)</p></div>\n"
      captions.append(PageTruth.Group([caption]))
    }
    if let byline = story.byline, chance(70) {
      columns += "<p class=byline>\(byline)</p>\n"
      group.paragraphs.append(byline)
    }
    let isInitial = chance(25)
    for (index, part) in story.parts.enumerated() {
      switch part {
      case .body(let text):
        columns += index == 0 && isInitial ? "<p class=initial>\(text)</p>\n" : "<p>\(indent)\(text)</p>\n"
        group.paragraphs.append(text)
      case .subhead(let text):
        columns += "<h3>\(text)</h3>\n"
        group.paragraphs.append(text)
      case .item(let text):
        columns += "<p>\(indent)\(text)</p>\n"
        group.paragraphs.append(text)
      case .picture(let caption):
        columns += "<div class=picture><i></i><p>\(caption)</p></div>\n"
        captions.append(PageTruth.Group([caption]))
      case .box(let title, let paragraphs):
        columns += "<div class=box><h4>\(title)</h4>\(paragraphs.map { "<p>\(indent)\($0)</p>" }.joined())</div>\n"
        captions.append(PageTruth.Group([title] + paragraphs, headlines: 1, isBox: true))
      }
    }
    body += columns + "</div></div>\n"
    truth.groups.append(group)
    truth.groups += captions
  }

  private mutating func headline(of story: PrintedStory, isVertical: Bool, span: Int, manner: Int) -> PageTruth.Group {
    var group = PageTruth.Group([])
    let shadow = chance(30) ? " shadow" : chance(20) ? " heavy" : ""
    let isLeft = manner == 0
    let scale = 1.4 + 0.4 * Double(min(span, 4))
    let size = points(design.size * scale * Double.random(in: 0.9...1.2, using: &random))
    body += "<div class='headline\(isVertical ? " upright" : "")\(isLeft || !isVertical ? "" : " right")'>"
    if let kicker = story.kicker {
      body += "<h2>\(kicker)</h2>"
      group.paragraphs.append(kicker)
    }
    body += "<h1 class='\(shadow)' style='font-size:\(size)'>\(story.title)</h1></div>\n"
    group.paragraphs.append(story.title)
    group.headlines = group.paragraphs.count
    return group
  }

  /// A story in vertical writing, from right to left.
  private mutating func vertical(width: Double) {
    let story = deck.story(length: 4)
    var group = PageTruth.Group([story.title], headlines: 1)
    let texts = story.parts.compactMap { part in
      switch part {
      case .body(let text), .item(let text): text
      case .subhead, .picture, .box: nil
      }
    }
    group.paragraphs += texts
    // As high as it takes to hold the text in its width.
    let length = texts.reduce(0) { $0 + $1.unicodeScalars.count + 12 }
    let lines = max(3, width / (design.size * design.leading) - 4)
    let height = max(16, (Double(length) / lines * 1.15).rounded(.up) + 2) * design.size
    body += "<div class=story style='width:\(points(width))'><div class=vertical style='height:\(points(height))'>"
    body += "<h1>\(story.title)</h1>\(texts.map { "<p>\(indent)\($0)</p>" }.joined())</div></div>\n"
    truth.groups.append(group)
  }

  private mutating func insertBox(into story: inout PrintedStory) {
    let other = deck.story(length: 2)
    let texts = other.parts.compactMap { part in
      if case .body(let text) = part { text } else { nil }
    }
    guard !texts.isEmpty, story.parts.count > 2 else { return }
    story.parts.insert(
      .box(title: other.title, paragraphs: texts), at: Int.random(in: 1..<story.parts.count, using: &random))
  }

  private mutating func insertPicture(into story: inout PrintedStory) {
    guard story.parts.count > 1 else { return }
    story.parts.insert(
      .picture(caption: caption()), at: Int.random(in: 1..<story.parts.count, using: &random))
  }

  private mutating func caption() -> String {
    while true {
      let story = deck.story(length: 12)
      for case .picture(let caption) in story.parts { return caption }
    }
  }

  private var indent: String { design.isIndented && design.indentsBySpaces ? "\u{3000}\u{3000}" : "" }

  private func points(_ value: Double) -> String { "\((value * 10).rounded() / 10)pt" }

  // MARK: HTML

  private var html: String {
    let length = truth.groups.reduce(0) { $0 + $1.paragraphs.reduce(0) { $0 + $1.unicodeScalars.count } }
    let em = design.size
    let lines = Double(length) / Double(design.columns * design.columnWidth)
    // More than enough, though one column of a row may be far longer than the others: the page is one sheet.
    let height = min((lines * design.leading * 2.5 + 160) * em, 14_000)
    let family = design.serif ? "Noto Serif CJK SC" : "Noto Sans CJK SC"
    let other = design.serif ? "Noto Sans CJK SC" : "Noto Serif CJK SC"
    let paragraph =
      design.isIndented
      ? design.indentsBySpaces ? "text-indent:0;margin:0" : "text-indent:2em;margin:0"
      : "text-indent:0;margin:0 0 \(points(em * 0.8))"
    return """
      <!doctype html><html lang=zh-CN><meta charset=utf-8><style>
      @page{size:\(points(width + em * 6)) \(points(height));margin:\(points(em * 3))}
      body{margin:0;width:\(points(width));font:\(points(em))/\(design.leading) '\(family)';
      text-align:\(design.isJustified ? "justify" : "left")}
      .head{display:flex;gap:2em;border-bottom:1px solid;margin-bottom:1em}
      .story{flex:none}.row{display:flex;align-items:flex-start;gap:\(points(em * design.gutter));margin-bottom:\(points(em * design.storyGap))}
      .columns{column-gap:\(points(em * design.gutter))\(design.hasRules ? ";column-rule:1px solid #888" : "")}
      p{\(paragraph);orphans:1;widows:1}
      .byline{text-indent:0;text-align:left;font-family:'\(other)'}
      h1,h2,h3,h4{font-family:'\(other)';margin:0;line-height:1.25;text-align:center}
      h2{font-size:1.35em;font-weight:normal}h3{font-size:\(design.hasPlainSubheads ? 1 : 1.1)em;margin:.5em 0}h4{font-size:1.3em;margin:0 0 .3em}
      .headline{margin-bottom:.8em;letter-spacing:\(design.headlineSpacing)em}.shadow{text-shadow:.06em .06em 0 #bbb}.heavy{text-shadow:.015em 0 0 #000}
      .beside{display:flex;gap:\(points(em * 1.5))}
      .columns{min-width:0}.upright{writing-mode:vertical-rl;flex:none;height:\(points(em * 26))}.upright.right{order:2}
      .upright h1,.upright h2{text-align:left}
      .story{margin-bottom:\(points(em * 1.2))}.vertical{writing-mode:vertical-rl;text-align:justify}.vertical h1{font-size:1.9em;text-align:left;margin:0 0 0 .4em}
      .box{border:1px solid;padding:.6em .8em;margin:.6em 0;break-inside:avoid;font-size:.95em}
      .picture{break-inside:avoid;margin:.5em 0;font-size:.85em;font-family:'\(other)'}.picture p{text-indent:0;margin:.2em 0}
      .picture i{display:block;height:\(points(em * 8));background:#999}.across i{height:\(points(em * 13))}
      .initial{text-indent:0}.initial::first-letter{font-size:\(2 * design.leading)em;line-height:1;float:left;margin-right:.08em}
      </style>
      \(body)</html>
      """
  }
}

/// The same numbers for the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15) }

  mutating func next() -> UInt64 { generator.next() }
}
