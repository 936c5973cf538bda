/// The format of an input, by its content.
enum InputFormat: String, CaseIterable {
  case text
  case html
  case hocr
  case alto
  case page
  /// XML of a kind that is not known.
  case xml

  /// - Parameter bytes: The input as it is, in any encoding that keeps ASCII, or in UTF-16.
  init(of bytes: [UInt8]) {
    var head = bytes.prefix(8192).filter { $0 != 0 }.map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }[...]
    for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where head.starts(with: mark) {
      head = head.dropFirst(mark.count)
    }
    head = head.drop { $0 <= 0x20 }
    guard head.first == UInt8(ascii: "<") else {
      self = .text
      return
    }
    func holds(_ words: String...) -> Bool { words.contains { Self.contains(head, $0) } }
    if holds("<alto", ":alto ", "loc.gov/standards/alto") {
      self = .alto
    } else if holds("<pcgts", ":pcgts", "primaresearch.org/page") {
      self = .page
    } else if holds("ocr_page", "ocr-system", "ocr-capabilities") {
      self = .hocr
    } else if head.starts(with: "<?xml".utf8), !holds("<html", "<!doctype html") {
      self = .xml
    } else if holds("<nitf", "<newsitem", "<newsmessage", "<newsml", "<tei") {
      self = .xml
    } else if holds(
      "<!doctype html", "<html", "<head>", "<head ", "<body", "<meta ", "<title", "<div", "<p>", "<table", "<h1",
      "<script")
    {
      self = .html
    } else {
      self = .text
    }
  }

  private static func contains(_ head: ArraySlice<UInt8>, _ word: String) -> Bool {
    let word = Array(word.utf8)
    guard head.count >= word.count else { return false }
    for start in head.startIndex...head.endIndex - word.count where head[start] == word[0] {
      if head[start..<start + word.count].elementsEqual(word) { return true }
    }
    return false
  }
}
