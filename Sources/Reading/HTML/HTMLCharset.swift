/// What an HTML document says of its own encoding.
enum HTMLCharset {
  /// The value of `<meta charset>` or `<meta http-equiv content="…charset=…">` or of the XML declaration, looked for in
  /// the first bytes as browsers do, in any encoding that keeps ASCII.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
    var start = 0
    while let place = first("charset", in: head, from: start) {
      if let name = name(in: head, after: place) { return name }
      start = place
    }
    if head.starts(with: "<?xml".utf8), let place = first("encoding", in: head, from: 0) {
      return name(in: head, after: place)
    }
    return nil
  }

  /// The index behind a word.
  private static func first(_ word: StaticString, in head: [UInt8], from start: Int) -> Int? {
    word.withUTF8Buffer { word in
      var index = start
      while index + word.count <= head.count {
        if head[index..<index + word.count].elementsEqual(word) { return index + word.count }
        index += 1
      }
      return nil
    }
  }

  /// `= "gbk"` behind the word.
  private static func name(in head: [UInt8], after place: Int) -> String? {
    var index = place
    func skip(_ wanted: StaticString) {
      while index < head.count, wanted.withUTF8Buffer({ $0.contains(head[index]) }) { index += 1 }
    }
    skip(" \t\r\n")
    guard index < head.count, head[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip(" \t\r\n\"'")
    let start = index
    while index < head.count, index - start < 40 {
      switch head[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: ":"):
        index += 1
        continue
      default: break
      }
      break
    }
    return index > start ? String(decoding: head[start..<index], as: UTF8.self) : nil
  }
}
