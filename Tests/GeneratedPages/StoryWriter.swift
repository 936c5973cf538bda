/// Writes the paragraphs of one page: a date line, then stories with titles, bylines, body and captions until the page is
/// full.
///
/// How much of what there is follows counts over three real pages of 9, 13 and 16 KB. In a thousand bytes (in brackets
/// what a thousand generated pages have):
///
/// - facts 4.0, on single pages 0.9 to 8 (4.1); runs of digits 5.4 (6.3); per cent signs 0.5 (1.2)
/// - sentences 6.8 (7.6), with digits 2.8 (2.5)
/// - commas 17 (19), opening quotation marks 4.1 (2.3)
/// - lines with text 15 (15), blank ones 7 (4)
struct StoryWriter {
  private let vocabulary: Vocabulary
  private(set) var random: SplitMix64
  private let year: Int
  private let month: Int
  private let day: Int
  private let city: [UInt8]
  private let paper: [UInt8]
  private let places: [[UInt8]]
  private let companies: [[UInt8]]
  private let manner: Manner

  /// What a story tells: how often in a thousand times a sentence has several figures, one or two, or an odd number.
  private struct Manner {
    let figures: Int
    let asides: Int
    let numbered: Int
    /// Of the rest: scenes, not reports.
    let scenes: Int

    /// Reports on the economy, the news of a city, and features.
    static let all = [
      Manner(figures: 240, asides: 200, numbered: 40, scenes: 150),
      Manner(figures: 60, asides: 250, numbered: 50, scenes: 350),
      Manner(figures: 50, asides: 200, numbered: 60, scenes: 500),
      Manner(figures: 10, asides: 80, numbered: 60, scenes: 750),
    ]
  }

  init(vocabulary: Vocabulary, random: SplitMix64) {
    var random = random
    self.vocabulary = vocabulary
    year = random.number(2005...2025)
    month = random.number(1...12)
    day = random.number(1...28)
    city = random.pick(vocabulary.placeFirst) + random.pick(vocabulary.placeSecond)
    paper = city + Array("日报".utf8)
    places = (0..<8).map { _ in
      random.pick(vocabulary.placeFirst) + random.pick(vocabulary.placeSecond) + random.pick(vocabulary.placeKinds)
    }
    companies = (0..<3).map { _ in
      random.pick(vocabulary.brands) + random.pick(vocabulary.brands) + random.pick(vocabulary.trades)
        + Array(random.chance(500) ? "公司".utf8 : "集团".utf8)
    }
    manner = random.pick(Manner.all)
    self.random = random
  }

  /// Paths sort by year and paper and carry the date, as archives do.
  func name(of index: Int) -> String {
    let date = "\(year)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    return "\(year)/\(String(decoding: paper, as: UTF8.self))/\(date)-\(Self.padded(index, 8)).txt"
  }

  mutating func page() -> [Block] {
    var blocks = furniture()
    let full = random.number(7_500...13_500)
    while blocks.reduce(0, { $0 + $1.utf8.count }) < full { story(into: &blocks) }
    return blocks
  }

  private mutating func furniture() -> [Block] {
    let number = Self.padded(random.number(1...16), 2)
    let weekday = random.pick(["一", "二", "三", "四", "五", "六", "日"])
    var blocks = [Block(kind: .furniture, utf8: paper)]
    if random.chance(600) { blocks = [Block(kind: .furniture, utf8: Array("\(number)版 要闻".utf8))] }
    blocks.append(Block(kind: .furniture, utf8: Array("\(year)年\(month)月\(day)日 星期\(weekday)".utf8)))
    if random.chance(500) { blocks.append(Block(kind: .furniture, utf8: Array("责任编辑：".utf8) + person())) }
    if random.chance(300) { blocks.append(Block(kind: .furniture, utf8: Array("美术编辑：".utf8) + person())) }
    return blocks
  }

  private mutating func story(into blocks: inout [Block]) {
    if random.chance(300) { blocks.append(Block(kind: .title, utf8: filled(random.pick(vocabulary.headingFrames)))) }
    blocks.append(Block(kind: .title, utf8: filled(random.pick(vocabulary.titleFrames))))
    let byline = random.chance(500) ? "本报记者 " : "□ 记者 "
    var names = Array(byline.utf8) + person()
    if random.chance(400) { names += Array(" 通讯员 ".utf8) + person() }
    blocks.append(Block(kind: .byline, utf8: names))
    for index in 0..<random.number(3...8) {
      if index > 0, random.chance(200) {
        blocks.append(Block(kind: .heading, utf8: filled(random.pick(vocabulary.headingFrames))))
      }
      if random.chance(60) {
        for _ in 0..<random.number(3...7) {
          blocks.append(Block(kind: .item, utf8: Array("●".utf8) + filled(random.pick(vocabulary.itemFrames))))
        }
      } else {
        blocks.append(Block(kind: .body, utf8: paragraph()))
      }
      if random.chance(80) {
        blocks.append(Block(kind: .caption, utf8: filled(random.pick(vocabulary.captionFrames))))
        if random.chance(300) { blocks.append(Block(kind: .sign, utf8: random.pick(vocabulary.themes) + city)) }
      }
    }
  }

  /// Figures stand together: a third of the paragraphs have twice their share of them, and the others half of it.
  private mutating func paragraph() -> [UInt8] {
    let figures = random.chance(330) ? manner.figures * 2 : manner.figures / 2
    var utf8: [UInt8] = []
    for _ in 0..<random.number(2...5) {
      let draw = random.number(1...1000)
      let frames =
        if draw <= figures {
          vocabulary.figureFrames
        } else if draw <= figures + manner.asides {
          vocabulary.asideFrames
        } else if draw <= figures + manner.asides + manner.numbered {
          vocabulary.numberedFrames
        } else {
          random.chance(manner.scenes) ? vocabulary.sceneFrames : vocabulary.reportFrames
        }
      utf8 += filled(random.pick(frames))
    }
    return utf8
  }

  /// Half of the clauses are made up of who does what and where.
  private mutating func clause(into utf8: inout [UInt8]) {
    guard random.chance(500) else {
      utf8 += random.pick(vocabulary.clauses)
      return
    }
    if random.chance(400) { utf8 += random.pick(vocabulary.settings) }
    utf8 += random.pick(vocabulary.people)
    utf8 += random.pick(vocabulary.actions)
  }

  /// A name, so many times in a thousand between quotation marks.
  private mutating func name(from names: [[UInt8]], quoted: Int, into utf8: inout [UInt8]) {
    let isQuoted = random.chance(quoted)
    if isQuoted { utf8 += Array("“".utf8) }
    utf8 += random.pick(names)
    if isQuoted { utf8 += Array("”".utf8) }
  }

  private mutating func moment(into utf8: inout [UInt8]) {
    let text =
      switch random.number(0...5) {
      case 0: "\(random.number(1...12))月\(random.number(1...28))日"
      case 1: "\(random.number(1...28))日上午"
      case 2: "\(random.number(1...28))日"
      case 3: "近日"
      case 4: "日前"
      default: random.pick(["上周末", "当天上午", "入夏以来", "春节前夕", "连日来", "前不久"])
      }
    utf8 += Array(text.utf8)
  }

  private mutating func filled(_ frame: Frame) -> [UInt8] {
    var measured: [Int: Vocabulary.Measured] = [:]
    var utf8: [UInt8] = []
    for piece in frame.pieces {
      switch piece {
      case .text(let text): utf8 += text
      case .gap(let kind, let number): fill(kind, number, into: &utf8, measured: &measured)
      }
    }
    return utf8
  }

  private mutating func fill(
    _ kind: UInt8, _ number: Int, into utf8: inout [UInt8], measured: inout [Int: Vocabulary.Measured]
  ) {
    switch kind {
    case UInt8(ascii: "S"): utf8 += random.chance(750) ? random.pick(places) : city + Array("市".utf8)
    case UInt8(ascii: "L"): utf8 += random.pick(places)
    case UInt8(ascii: "O"): utf8 += random.pick(companies)
    case UInt8(ascii: "B"): utf8 += Array("市".utf8) + random.pick(vocabulary.bureaus)
    case UInt8(ascii: "N"): utf8 += person()
    case UInt8(ascii: "R"): utf8 += random.pick(vocabulary.roles)
    case UInt8(ascii: "P"): utf8 += random.pick(vocabulary.periods)
    case UInt8(ascii: "Y"): utf8 += Array("\(random.number(year - 2...year + 2))".utf8)
    case UInt8(ascii: "D"): utf8 += Array(random.chance(800) ? "增长".utf8 : "下降".utf8)
    case UInt8(ascii: "T"): name(from: vocabulary.themes, quoted: 250, into: &utf8)
    case UInt8(ascii: "t"): utf8 += random.pick(vocabulary.themes)
    case UInt8(ascii: "A"): clause(into: &utf8)
    case UInt8(ascii: "W"): utf8 += random.pick(vocabulary.people)
    case UInt8(ascii: "V"): utf8 += random.pick(vocabulary.actions)
    case UInt8(ascii: "F"): utf8 += random.pick(vocabulary.settings)
    case UInt8(ascii: "J"): utf8 += random.pick(vocabulary.looks)
    case UInt8(ascii: "G"): utf8 += random.pick(vocabulary.bodies)
    case UInt8(ascii: "I"): utf8 += random.pick(vocabulary.tasks)
    case UInt8(ascii: "H"): name(from: vocabulary.events, quoted: 500, into: &utf8)
    case UInt8(ascii: "U"): moment(into: &utf8)
    case UInt8(ascii: "M"): utf8 += random.pick(vocabulary.money)
    case UInt8(ascii: "E"): utf8 += random.pick(vocabulary.rates)
    case UInt8(ascii: "K"), UInt8(ascii: "Q"):
      let chosen = random.pick(kind == UInt8(ascii: "K") ? vocabulary.counted : vocabulary.physical)
      measured[number] = chosen
      utf8 += chosen.name
    case UInt8(ascii: "k"), UInt8(ascii: "q"):
      let chosen = measured[number] ?? vocabulary.counted[0]
      amount(of: chosen, into: &utf8)
    case UInt8(ascii: "m"): money(into: &utf8)
    case UInt8(ascii: "g"): decimal(upTo: 30, places: random.number(0...2), suffix: "%", into: &utf8)
    case UInt8(ascii: "e"): decimal(from: 40, upTo: 99, places: random.number(0...2), suffix: "%", into: &utf8)
    case UInt8(ascii: "p"): decimal(upTo: 9, places: 1, suffix: "个百分点", into: &utf8)
    default: utf8 += Array("\(random.number(2...9))".utf8)
    }
  }

  private mutating func amount(of measured: Vocabulary.Measured, into utf8: inout [UInt8]) {
    if random.chance(100) { utf8 += Array(random.pick(["超", "近", "约"]).utf8) }
    if random.chance(30), measured.decimals == 0 {
      utf8 += Array(random.pick(["三十二", "一百二十", "近百", "十余", "两千三百", "五百六十", "十八"]).utf8) + measured.unit
      return
    }
    decimal(upTo: measured.largest, places: measured.decimals, suffix: "", into: &utf8)
    if random.chance(40), measured.decimals == 0 { utf8 += Array("余".utf8) }
    utf8 += measured.unit
    if random.chance(30) { utf8 += Array("以上".utf8) }
  }

  private mutating func money(into utf8: inout [UInt8]) {
    if random.chance(80) { utf8 += Array(random.pick(["超过", "近", "约"]).utf8) }
    switch random.number(0...9) {
    case 0...5: decimal(upTo: 900, places: random.number(0...2), suffix: "亿元", into: &utf8)
    case 6, 7: decimal(upTo: 9000, places: 0, suffix: "万元", into: &utf8)
    case 8: decimal(upTo: 80, places: 2, suffix: "亿美元", into: &utf8)
    default: decimal(upTo: 60000, places: 0, suffix: "元", into: &utf8)
    }
  }

  private mutating func decimal(
    from lowest: Int = 1, upTo largest: Int, places: Int, suffix: String, into utf8: inout [UInt8]
  ) {
    utf8 += Array(String(random.number(lowest...largest)).utf8)
    if places > 0 {
      utf8.append(UInt8(ascii: "."))
      for _ in 1..<places { utf8.append(UInt8(ascii: "0") + UInt8(random.number(0...9))) }
      utf8.append(UInt8(ascii: "1") + UInt8(random.number(0...8)))
    }
    utf8 += Array(suffix.utf8)
  }

  private mutating func person() -> [UInt8] {
    var name = random.pick(vocabulary.surnames) + random.pick(vocabulary.givenNames)
    if random.chance(600) { name += random.pick(vocabulary.givenNames) }
    return name
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
