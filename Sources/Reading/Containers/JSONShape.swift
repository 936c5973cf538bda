/// How a file holds objects of JSON.
enum JSONShape: Hashable {
  /// One on each line.
  case lines
  /// As the elements of one array.
  case array
  /// One behind another, each over as many lines as it takes.
  case objects

  /// `nil` for what does not begin as JSON with an object in it.
  /// - Parameters:
  ///   - head: The first bytes, or all where there are fewer.
  ///   - isNamedJSON: The name says that it is JSON, so that less must show it.
  init?(head: ArraySlice<UInt8>, isNamedJSON: Bool) {
    var head = head
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop(while: Self.isSpace)
    let rest = head.dropFirst().drop(while: Self.isSpace)
    switch head.first {
    case UInt8(ascii: "{") where Self.beginsKey(rest): self = Self.firstLineEndsInside(head) ? .objects : .lines
    case UInt8(ascii: "["):
      let isEmpty = rest.first == UInt8(ascii: "]")
      let isObject = rest.first == UInt8(ascii: "{") && Self.beginsKey(rest.dropFirst().drop(while: Self.isSpace))
      guard isObject || isNamedJSON && (isEmpty || rest.first == UInt8(ascii: "{")) else { return nil }
      self = .array
    default: return nil
    }
  }

  private static func beginsKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "}")
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Whether an object is open where the first line ends, or another stands behind it. A string that is open there is of a
  /// broken line: strings hold no line ends.
  private static func firstLineEndsInside(_ head: ArraySlice<UInt8>) -> Bool {
    var scan = JSONScan()
    var isWhole = false
    for byte in head {
      if byte == 0x0A { return !scan.isInString && scan.depth > 0 }
      if isWhole, !isSpace(byte) { return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") }
      scan.step(byte)
      if scan.depth == 0 { isWhole = true }
    }
    return false
  }
}

/// Goes through JSON byte by byte, knowing only strings and brackets.
struct JSONScan {
  private(set) var depth = 0
  private(set) var isInString = false
  /// The text is in an encoding of two bytes a character, whose second may look like a backslash.
  var hasPairs = false
  private var skipsNext = false

  @inline(__always) mutating func step(_ byte: UInt8) {
    if skipsNext {
      skipsNext = false
    } else if isInString {
      switch byte {
      case UInt8(ascii: "\\"): skipsNext = true
      case UInt8(ascii: "\""): isInString = false
      case 0x81... where hasPairs: skipsNext = true
      default: break
      }
    } else {
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
  }
}
