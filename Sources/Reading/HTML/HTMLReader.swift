import SourceText
import Values

/// Reads saved web pages.
struct HTMLReader {
  let options: ReadingOptions

  func read(_ bytes: [UInt8], as format: InputFormat, name: String) throws(ReadingError) -> Page {
    let decoded = try decode(bytes)
    if let offset = decoded.utf8.firstNull {
      throw .notText(detail: "a NUL at byte \(offset) of the decoded text")
    }
    if format == .hocr { return try HOCRReader(options: options).read(decoded, name: name) }
    let tree = try HTMLTreeBuilder.parse(HTTPHeader.blanked(in: decoded.utf8))
    return try page(of: tree, decoded: decoded, name: name)
  }

  /// Half characters that a site may have left in descriptions cut by length; more are another encoding.
  private static let mostReplaced = 8

  /// The byte order mark, what the user says, what the document says if it is true, what the bytes say. A page that names
  /// its encoding may have a few malformed sequences: browsers show it, and what matters is seldom where they are.
  private func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    let decoder = TextDecoder()
    if options.encoding == nil, ByteOrderMark(of: bytes) == nil, UTF8Validation(of: bytes) != .valid,
      let declared = HTMLCharset.declared(in: bytes), Encoding(named: declared) != nil,
      let decoded = try? decoder.decode(bytes, encoding: declared), decoded.encoding != "UTF-8"
    {
      return decoded
    }
    do throws(ReadingError) {
      return try decoder.decode(bytes, encoding: options.encoding)
    } catch {
      guard case .undecodable = error,
        let declared = options.encoding ?? HTMLCharset.declared(in: bytes), let encoding = Encoding(named: declared),
        let decoded = decoder.decode(bytes, replacingAtMost: Self.mostReplaced, as: encoding),
        let plausibility = TextPlausibility.score(decoded.utf8), plausibility > 0.5
      else { throw error }
      return decoded
    }
  }

  private func page(of tree: HTMLTree, decoded: DecodedText, name: String) throws(ReadingError) -> Page {
    let blocks = HTMLBlockBuilder(tree).blocks
    let titles = Self.titles(of: tree)
    let main = MainText(of: blocks, in: tree, titles: titles, words: options.siteWords ?? .embedded)
    let paragraphs = HTMLParagraphs(main.kept.map { blocks[$0] }).paragraphs
    guard !paragraphs.isEmpty else { throw .empty }
    var text: [UInt8] = []
    var lines: [Line] = []
    for paragraph in paragraphs {
      if !text.isEmpty { text.append(0x0A) }
      let start = text.count
      text += paragraph.utf8
      var line = Line(range: start..<text.count, number: paragraph.line, isWholeParagraph: true)
      line.style = paragraph.style
      lines.append(line)
    }
    var metadata = PageMetadata(format: "html", encoding: decoded.encoding)
    metadata.truncatedBytes = decoded.truncatedBytes
    metadata.replacedSequences = decoded.replacedSequences
    metadata.title = main.headline.map { Self.heading(blocks[$0]) } ?? titles.first
    let labels =
      [FoldedLine(tree.title.utf8)]
      + blocks.filter { $0.length <= 100 }.flatMap { block in
        block.segments.map { FoldedLine($0.utf8) }
      }
    metadata.pageNumber = PrintedPageNumber.find(in: labels)
    metadata.published = published(labels: labels, tree: tree, name: name)
    return Page(text: SourceText(decoded: text), lines: lines, locator: .lines, metadata: metadata)
  }

  private static func heading(_ block: HTMLBlock) -> String {
    HTMLParagraphs([block]).paragraphs.map { String(decoding: $0.utf8, as: UTF8.self) }.joined(separator: " ")
  }

  // MARK: Metadata

  /// What the head says the title is: for sharing, for the window; whole, and without the site's name.
  private static func titles(of tree: HTMLTree) -> [String] {
    let shared = ["og:title", "twitter:title", "articletitle", "headline"].compactMap { tree.meta[$0] }
    let window = tree.title.split(whereSeparator: \.isNewline).joined(separator: " ")
    var titles: [String] = []
    for title in shared + [window] {
      let trimmed = title.trimmed
      if !trimmed.isEmpty { titles.append(withoutSite(trimmed)) }
    }
    if !window.trimmed.isEmpty { titles.append(window.trimmed) }
    return titles
  }

  /// The part of a window title before the site's name: 标题_某某网, 标题 - 某某日报, 标题--某某晨报--日期.
  private static func withoutSite(_ title: String) -> String {
    var end = title.endIndex
    for separator in ["_", "--", " - ", " – ", " — ", "｜", "|", "丨", "-"] {
      guard let place = title.firstRange(of: separator), place.lowerBound < end else { continue }
      // A title may hold a hyphen of its own; what is left must be more than a word.
      if title[..<place.lowerBound].trimmed.unicodeScalars.count >= 4 { end = place.lowerBound }
    }
    return title[..<end].trimmed
  }

  private func published(labels: [FoldedLine], tree: HTMLTree, name: String) -> CalendarDate? {
    if let published = options.published { return published }
    let printed = PrintedDate.find(in: labels)
    if let printed, printed.weight >= PrintedDate.convincing { return printed.date }
    for key in Self.dateKeys {
      if let value = tree.meta[key], let date = CalendarDateParser.dates(in: FoldedLine(value.utf8)).first?.date {
        return date
      }
    }
    if tree.times.count == 1, let date = CalendarDateParser.dates(in: FoldedLine(tree.times[0].utf8)).first?.date {
      return date
    }
    return FileNameDate.find(in: name) ?? printed?.date
  }

  private static let dateKeys = [
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "publish_date",
    "publishtime",
    "og:release_date", "weibo:article:create_at", "dc.date.issued", "dc.date", "dcterms.created", "date",
    "firstpublishedtime",
  ]
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
