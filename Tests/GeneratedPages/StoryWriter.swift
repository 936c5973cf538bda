/// Writes the paragraphs of one page: a date line, then two to four stories with titles, bylines, body and captions.
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
    self.random = random
  }

  /// Paths sort by year and paper and carry the date, as archives do.
  func name(of index: Int) -> String {
    let date = "\(year)-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    return "\(year)/\(String(decoding: paper, as: UTF8.self))/\(date)-\(Self.padded(index, 8)).txt"
  }

  mutating func page() -> [Block] {
    var blocks = furniture()
    for _ in 0..<random.number(2...4) { story(into: &blocks) }
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
    for index in 0..<random.number(4...9) {
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

  /// A third of the paragraphs tell figures in two sentences of three, as reports do; the others now and then.
  private mutating func paragraph() -> [UInt8] {
    let share = random.chance(330) ? 660 : 60
    var utf8: [UInt8] = []
    for _ in 0..<random.number(2...6) {
      let frames = random.chance(share) ? vocabulary.figureFrames : vocabulary.plainFrames
      utf8 += filled(random.pick(frames))
    }
    return utf8
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
    case UInt8(ascii: "T"): utf8 += random.pick(vocabulary.themes)
    case UInt8(ascii: "A"): utf8 += random.pick(vocabulary.clauses)
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
