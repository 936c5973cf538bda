/// Lays paragraphs out and damages them as text out of newspaper files is damaged, about as often as counted on real
/// pages: hard wraps at the width of a column, spaced and overprinted lines, breaks in mid sentence, missing breaks,
/// captions between paragraphs, repetitions.
struct LayoutDamage {
  var random: SplitMix64
  private var out: [UInt8] = []
  private let isWrapped: Bool
  /// Width of the column in half-width characters.
  private let width: Int
  /// Times in a thousand, for this page.
  private let blankInside: Int
  private let spacedLine: Int
  private let digitSpace: Int
  private let overprint: Int
  private let separatesByBlank: Bool
  private let widensDigits: Bool
  private let halvesPunctuation: Bool
  private let lineEnd: [UInt8]
  /// The next paragraph begins on the line on which the blank was due.
  private var owesBlank = false

  init(random: SplitMix64) {
    var random = random
    isWrapped = random.chance(650)
    width = random.number(11...26) * 2
    blankInside = random.pick([20, 20, 60, 100, 100, 300])
    spacedLine = random.pick([0, 0, 60, 120])
    digitSpace = random.pick([0, 0, 500])
    overprint = random.pick([0, 0, 900])
    separatesByBlank = random.chance(600)
    widensDigits = random.chance(150)
    halvesPunctuation = random.chance(60)
    lineEnd = Array(random.chance(30) ? "\r\n".utf8 : "\n".utf8)
    self.random = random
  }

  mutating func render(_ blocks: [Block]) -> [UInt8] {
    out.reserveCapacity(blocks.reduce(0) { $0 + $1.utf8.count } * 5 / 4)
    if random.chance(10) { out += [0xEF, 0xBB, 0xBF] }
    var repeats: [[UInt8]] = []
    for block in moved(blocks) {
      let text = disturbed(block)
      switch block.kind {
      case .furniture: line(random.chance(200) ? spread(text) : text)
      case .title, .heading: heading(text)
      case .byline: byline(text)
      case .item: isWrapped ? wrapped(text, indent: 0) : line(text)
      case .caption, .sign: caption(text)
      case .body: body(text)
      }
      if block.kind == .body, text.count > 150, !isWrapped, random.chance(60) { repeats.append(text) }
    }
    for text in repeats { line(random.chance(600) ? text : Self.tail(of: text)) }
    return out
  }

  /// Now and then the headline stands after the first paragraph.
  private mutating func moved(_ blocks: [Block]) -> [Block] {
    var blocks = blocks
    for index in blocks.indices.dropLast(2) where blocks[index].kind == .title && random.chance(60) {
      blocks.swapAt(index, index + 2)
    }
    return blocks
  }

  // MARK: Characters

  private mutating func disturbed(_ block: Block) -> [UInt8] {
    guard widensDigits || digitSpace > 0 || halvesPunctuation else { return block.utf8 }
    var text: [UInt8] = []
    text.reserveCapacity(block.utf8.count * 2)
    var wasDigit = false
    Self.characters(of: block.utf8) { character in
      let lead = character[character.startIndex]
      let isDigit = character.count == 1 && lead != 0x20
      if digitSpace > 0, isDigit != wasDigit, !text.isEmpty, lead != 0x20, block.kind == .body,
        random.chance(digitSpace)
      {
        text.append(0x20)
      }
      wasDigit = isDigit
      if widensDigits, isDigit {
        text += lead >= 0x60 ? [0xEF, 0xBD, lead &+ 0x20] : [0xEF, 0xBC, lead &+ 0x60]
      } else if halvesPunctuation, character.elementsEqual("，".utf8) {
        text.append(UInt8(ascii: ","))
      } else {
        text += character
      }
    }
    return text
  }

  /// Single characters with spaces between them, as justified lines come.
  private func spread(_ text: [UInt8]) -> [UInt8] {
    var spread: [UInt8] = []
    Self.characters(of: text) { character in
      if !spread.isEmpty { spread.append(0x20) }
      spread += character
    }
    return spread
  }

  // MARK: Blocks

  private mutating func heading(_ text: [UInt8]) {
    if random.chance(40), text.count >= 15, text.count < 60 { return vertical(text) }
    let parts = text.split(separator: 0x20).map(Array.init)
    if random.chance(overprint) {
      let doubled = parts.map { $0.count >= 9 ? (random.chance(60) ? piecewise($0) : $0 + $0) : $0 }
      line(Array(doubled.joined(separator: [0x20])))
    } else if parts.count == 2, random.chance(200) {
      line(parts[0])
      out.removeLast(min(out.count, lineEnd.count))
      line(parts[1])
    } else if isWrapped, text.count > width * 3 / 2 {
      wrapped(text, indent: 0)
    } else {
      line(text)
    }
    if random.chance(15) { line(Array("22 33".utf8)) }
  }

  private func piecewise(_ text: [UInt8]) -> [UInt8] {
    var doubled: [UInt8] = []
    Self.characters(of: text) { doubled += Array($0) + Array($0) }
    return doubled
  }

  private mutating func vertical(_ text: [UInt8]) {
    Self.characters(of: text) { out += $0.first == 0x20 ? lineEnd : Array($0) + lineEnd }
    out += lineEnd
  }

  private mutating func byline(_ text: [UInt8]) {
    if random.chance(50), out.count > lineEnd.count * 2 {
      while out.last == 0x0A || out.last == 0x0D { out.removeLast() }
      out.append(0x20)
    } else if random.chance(150) {
      out.append(0x20)
    }
    line(text)
  }

  private mutating func caption(_ text: [UInt8]) {
    out += lineEnd + lineEnd
    line(text)
    out += lineEnd
  }

  private mutating func body(_ text: [UInt8]) {
    if isWrapped {
      wrapped(text, indent: 4)
    } else if text.count > 240, random.chance(150) {
      // Cut where the text passes to the next frame.
      var cut = text.count / 2
      while text[cut] & 0xC0 == 0x80 { cut += 1 }
      line(Array(text[..<cut]))
      if !separatesByBlank { out += lineEnd }
      line(Array(text[cut...]))
    } else {
      line(text)
    }
  }

  /// A line by itself and the break after it.
  private mutating func line(_ text: [UInt8]) {
    out += text
    endParagraph()
  }

  private mutating func endParagraph() {
    out += lineEnd
    if separatesByBlank, !random.chance(40) {
      if random.chance(30) { out.append(0x20) }
      out += lineEnd
    }
  }

  // MARK: Lines

  private mutating func wrapped(_ text: [UInt8], indent: Int) {
    let narrowLines = indent > 0 && random.chance(30) ? random.number(4...9) : 0
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var used = indent
    var index = 0
    while index < text.count {
      let length = Self.length(of: text[index])
      let room = lines.count < narrowLines ? 14 : width
      let columns = length > 1 ? 2 : 1
      if used + columns > room, index > start, !Self.mayNotBegin(text[index...].prefix(length)) {
        lines.append(text[start..<index])
        start = index
        used = 0
      }
      used += columns
      index += length
    }
    lines.append(text[start...])
    let breaksLate = separatesByBlank && random.chance(30) && lines.count > 2
    if owesBlank, lines.count > 1 {
      put(lines.removeFirst())
      out += lineEnd + lineEnd
    }
    owesBlank = breaksLate
    for (number, line) in lines.enumerated() {
      put(line)
      if number == lines.count - 1 {
        if breaksLate { out += lineEnd } else { endParagraph() }
      } else {
        out += lineEnd
        if random.chance(blankInside) { out += lineEnd }
      }
    }
  }

  private mutating func put(_ line: ArraySlice<UInt8>) {
    if spacedLine > 0, random.chance(spacedLine) { out += spread(Array(line)) } else { out += line }
  }

  // MARK: UTF-8

  private static func tail(of text: [UInt8]) -> [UInt8] {
    var start = text.count / 3
    while text[start] & 0xC0 == 0x80 { start += 1 }
    return Array(text[start...])
  }

  private static func length(of lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  private static func characters(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var index = 0
    while index < text.count {
      let end = index + length(of: text[index])
      body(text[index..<end])
      index = end
    }
  }

  private static func mayNotBegin(_ character: ArraySlice<UInt8>) -> Bool {
    forbidden.contains { $0.elementsEqual(character) }
  }

  private static let forbidden = "，。、；：？！”）》%％".unicodeScalars.map { Array(String($0).utf8) }
}
