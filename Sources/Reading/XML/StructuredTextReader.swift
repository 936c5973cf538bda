import Values

/// Reads the structured text of MuPDF (`mutool draw -F stext`): every character of a PDF with its box, size and writing
/// mode.
struct StructuredTextReader {
  let options: ReadingOptions
  private var pages: [[PrintedCharacter]] = []
  private var size = 10.0
  private var isVertical = false
  private var direction = (x: 1.0, y: 0.0)
  private var characters = 0

  /// Characters that a document may have: a newspaper page has some ten thousand.
  private static let limit = 8_000_000

  init(options: ReadingOptions) { self.options = options }

  /// - Parameter format: Of the input that the structured text was made of.
  /// - Throws: `malformed`, `empty`, `tooLarge`.
  mutating func read(_ decoded: DecodedText, name: String, format: String) throws(ReadingError) -> Page {
    let stream = try XMLStream(decoded.utf8)
    while let event = try stream.next() {
      if case .start = event { try start(stream) }
    }
    var metadata = PageMetadata(format: format, encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    var lines: [[GeometricLine]] = []
    for (index, characters) in pages.enumerated() {
      let (kept, dropped) = Overprints.remove(from: characters)
      metadata.overprintedCharacters += dropped
      lines.append(LineFinder.lines(of: kept, page: index + 1))
    }
    var page = try GeometricPageBuilder.page(of: lines, isExact: true, metadata: metadata)
    page.metadata.readPrinted(on: page.lines, of: page.text.utf8, options: options, names: [name])
    return page
  }

  private mutating func start(_ stream: XMLStream) throws(ReadingError) {
    switch stream.name {
    case "page": pages.append([])
    case "line":
      isVertical = stream.attribute("wmode") == "1"
      let parts = (stream.attribute("dir") ?? "").split(separator: " ").compactMap { Double($0) }
      direction = parts.count == 2 ? (parts[0], parts[1]) : (1, 0)
    case "font": size = stream.number("size").map { min(max($0, 0.1), 10_000) } ?? 10
    case "char":
      guard let character = character(of: stream) else { return }
      characters += 1
      guard characters <= Self.limit else { throw .malformed(detail: "it has more than \(Self.limit) characters") }
      if pages.isEmpty { pages.append([]) }
      pages[pages.count - 1].append(character)
    default: break
    }
  }

  /// Characters without a place or a Unicode value say nothing.
  private func character(of stream: XMLStream) -> PrintedCharacter? {
    guard let scalar = stream.attribute("c")?.unicodeScalars.first, scalar.value >= 0x20, scalar.value != 0xFFFD,
      let quad = stream.attribute("quad")
    else { return nil }
    let numbers = quad.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 8, numbers.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return nil }
    let xs = [numbers[0], numbers[2], numbers[4], numbers[6]]
    let ys = [numbers[1], numbers[3], numbers[5], numbers[7]]
    var character = PrintedCharacter(
      scalar: scalar, x0: xs.reduce(xs[0], min), y0: ys.reduce(ys[0], min), x1: xs.reduce(xs[0], max),
      y1: ys.reduce(ys[0], max), size: size, isVertical: isVertical || abs(direction.y) > abs(direction.x),
      number: stream.line)
    if character.isVertical {
      // The width of the box is that of the font's metrics.
      let middle = (character.x0 + character.x1) / 2
      (character.x0, character.x1) = (middle - size / 2, middle + size / 2)
    } else if let baseline = stream.number("y") {
      (character.y0, character.y1) = (baseline - size * 0.88, baseline + size * 0.12)
    }
    guard character.x1 > character.x0 || character.isSpace, character.y1 > character.y0 else { return nil }
    return character
  }
}
