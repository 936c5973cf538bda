/// What libxml2 will spend on markup beyond one step a byte, told before it begins: it compares each attribute of a tag with
/// those before it, and looks for the start of each end tag among all open elements. Some megabytes of attributes, or of
/// end tags in a deep page, would keep it for hours.
struct MarkupCost {
  /// Comparisons that are a second or two of work; real pages need a few for each tag.
  private static let limit = 300_000_000

  private var cost = 0
  private var open: [UInt64] = []
  private let isHTML: Bool

  /// What the parser can count.
  private static let sizeLimit = Int(Int32.max) - 1

  /// - Throws: `malformed` where the cost is too high; `tooLarge` for more bytes than the parser takes.
  static func check(_ utf8: [UInt8], isHTML: Bool) throws(ReadingError) {
    guard utf8.count <= sizeLimit else { throw .tooLarge(limit: sizeLimit) }
    var cost = MarkupCost(isHTML: isHTML)
    guard utf8.withUnsafeBufferPointer({ cost.read($0) }) else {
      throw .malformed(detail: "its tags have too many attributes, or too many of them have no counterpart")
    }
  }

  private init(isHTML: Bool) { self.isHTML = isHTML }

  /// `false` where the limit is passed.
  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let isEnd = bytes[index + 1] == UInt8(ascii: "/")
      index += isEnd ? 2 : 1
      guard index < bytes.count, Self.isLetter(bytes[index]) || bytes[index] >= 0x80 || bytes[index] == 0x5F else {
        continue
      }
      let name = Self.name(bytes, &index)
      if isEnd {
        if isHTML { end(name) }
      } else {
        let isEmpty = attributes(bytes, &index)
        if isHTML, !isEmpty { start(name) }
      }
      if cost > Self.limit { return false }
    }
    return true
  }

  /// FNV-1a of a name in lower case.
  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt64 {
    var hash = seed
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      hash = (hash ^ UInt64(isLetter(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      index += 1
    }
    return hash
  }

  /// Passes over the attributes; gives whether the tag ends the element at once.
  private mutating func attributes(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    var count = 0
    var isInName = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: ">"):
        index += 1
        return index >= 2 && bytes[index - 2] == UInt8(ascii: "/")
      case 0...0x20, UInt8(ascii: "/"):
        isInName = false
        index += 1
      case UInt8(ascii: "="):
        isInName = false
        index += 1
        Self.skipValue(bytes, &index)
      default:
        if !isInName {
          cost += count
          count += 1
          isInName = true
          if cost > Self.limit { return true }
        }
        index += 1
      }
    }
    return true
  }

  private static func skipValue(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    guard index < bytes.count else { return }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < bytes.count, bytes[index] != quote { index += 1 }
      index = min(index + 1, bytes.count)
    } else {
      while index < bytes.count, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">") { index += 1 }
    }
  }

  // MARK: Open elements

  private mutating func start(_ name: UInt64) {
    if Self.void.contains(name) || open.last == name && Self.endedByItself.contains(name) { return }
    open.append(name)
  }

  private mutating func end(_ name: UInt64) {
    var place = open.count - 1
    while place >= 0, open[place] != name { place -= 1 }
    cost += open.count - place
    guard place >= 0 else { return }
    // An end tag does not end elements of a higher rank.
    let rank = Self.rank(name)
    if cost < Self.limit, open[(place + 1)...].contains(where: { Self.rank($0) > rank }) {
      cost += open.count - place
      return
    }
    open.removeSubrange(place...)
  }

  private static func rank(_ name: UInt64) -> Int { ranks[name] ?? 100 }

  private static let ranks: [UInt64: Int] = [
    hash("div"): 150, hash("td"): 160, hash("th"): 160, hash("tr"): 170, hash("thead"): 180, hash("tbody"): 180,
    hash("tfoot"): 180, hash("table"): 190, hash("head"): 200, hash("body"): 200, hash("html"): 220,
  ]
  private static let void: Set<UInt64> = Set(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "param", "frame"].map(hash))
  private static let endedByItself: Set<UInt64> = Set(
    ["p", "li", "td", "tr", "th", "dd", "dt", "option", "a"].map(hash))

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
