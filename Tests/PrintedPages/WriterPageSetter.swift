import GeneratedPages

/// Sets a page of a seed as the HTML that LibreOffice Writer knows: headlines over stories in columns, with subheadings,
/// captions and items.
public struct WriterPageSetter {
  private let columns: Int
  private var random: SeededRandom
  private var deck: StoryDeck
  private var truth = PageTruth()
  private var body = ""

  private init(seed: UInt64, columns: Int) {
    random = SeededRandom(seed: seed)
    deck = StoryDeck(seed: seed)
    self.columns = columns
  }

  /// The page of a seed.
  /// - Parameter columns: Of running text side by side, 1 to 6.
  public static func page(seed: UInt64, columns: Int) -> PrintedPage {
    var setter = WriterPageSetter(seed: seed, columns: columns)
    let html = setter.html()
    return PrintedPage(name: "writer-\(columns)-columns-\(seed)", html: html, truth: setter.truth)
  }

  private mutating func html() -> String {
    let size = Double.random(in: 8.5...11, using: &random)
    let column = Double(Int.random(in: columns == 1 ? 26...36 : 12...18, using: &random)) * size
    let gutter = Double.random(in: 1.2...2.4, using: &random) * size
    let width = column * Double(columns) + gutter * Double(columns - 1)
    let isIndented = Int.random(in: 0..<10, using: &random) < 8
    let head = "第\(Int.random(in: 1...16, using: &random))版 要闻 2024年\(Int.random(in: 1...12, using: &random))月8日"
    add(head, "p class=head")
    truth.groups.append(PageTruth.Group([head]))
    for _ in 0..<Int.random(in: 2...3, using: &random) { story(gutter: gutter) }
    let length = truth.groups.reduce(0) { $0 + $1.paragraphs.reduce(0) { $0 + $1.unicodeScalars.count + 20 } }
    let height = min(8000, (Double(length) * size / width * 2 + 80) * size)
    return """
      <!doctype html><html><head><meta charset=utf-8><style>
      @page{size:\(points(width + 60)) \(points(height));margin:30pt}
      p{font-family:"Noto Serif CJK SC";font-size:\(points(size));text-indent:\(points(isIndented ? size * 2 : 0));
      margin:0 0 \(points(isIndented ? 0 : size * 0.8));text-align:justify;orphans:0;widows:0}
      .head,.byline{text-indent:0;text-align:left}.caption{text-indent:0;font-size:\(points(size * 0.85));font-family:"Noto Sans CJK SC"}
      h1,h2,h3{font-family:"Noto Sans CJK SC";text-indent:0;text-align:center;margin:\(points(size)) 0 \(points(size * 0.6))}
      h1{font-size:\(points(size * Double.random(in: 1.8...2.8, using: &random)))}h2{font-size:\(points(size * 1.4))}
      h3{font-size:\(points(size * 1.1));margin:\(points(size * 0.4)) 0}
      </style></head><body>
      \(body)</body></html>
      """
  }

  private mutating func add(_ text: String, _ tag: String) {
    body += "<\(tag)>\(text)</\(tag.prefix { $0 != " " })>\n"
  }

  private mutating func story(gutter: Double) {
    let story = deck.story(length: 3 + columns * 2)
    var group = PageTruth.Group([])
    var captions: [PageTruth.Group] = []
    func note(_ text: String) { group.paragraphs.append(text) }
    if let kicker = story.kicker {
      add(kicker, "h2")
      note(kicker)
    }
    add(story.title, "h1")
    note(story.title)
    group.headlines = group.paragraphs.count
    body += "<multicol cols=\(columns) gutter=\(Int(gutter * 4 / 3))>\n"
    if let byline = story.byline {
      add(byline, "p class=byline")
      note(byline)
    }
    for part in story.parts {
      switch part {
      case .body(let text), .item(let text):
        add(text, "p")
        note(text)
      case .subhead(let text):
        add(text, "h3")
        note(text)
      case .picture(let caption):
        add(caption, "p class=caption")
        captions.append(PageTruth.Group([caption]))
      case .box: break
      }
    }
    body += "</multicol>\n"
    truth.groups.append(group)
    truth.groups += captions
  }

  private func points(_ value: Double) -> String { "\((value * 10).rounded() / 10)pt" }
}
