/// Takes JSON values one after another from an array, or from a stream of them, in memory that one of them needs.
///
/// Only strings and brackets are looked at: whether a value is well-formed is found by who reads it. What stands between
/// values (white space, commas, record separators) is passed over.
final class JSONValueReader {
  private let stream: ByteStream
  private let isArray: Bool
  private let hasPairs: Bool
  private var block: ArraySlice<UInt8> = []
  /// Values that were begun.
  private(set) var count = 0
  private var isDone = false

  enum Value {
    case whole([UInt8])
    /// It has more bytes than the limit; nothing of it is held.
    case tooLarge
    /// The input ends inside it.
    case brokenOff
  }

  /// - Parameters:
  ///   - stream: At its beginning.
  ///   - hasPairs: The text is in an encoding of two bytes a character.
  init(_ stream: ByteStream, isArray: Bool, hasPairs: Bool) throws(ReadingError) {
    self.stream = stream
    self.isArray = isArray
    self.hasPairs = hasPairs
    if try stream.peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { try stream.skip(3) }
    if isArray, try skipSpace() == UInt8(ascii: "[") { block = block.dropFirst() }
  }

  /// The next value; `nil` at the end.
  /// - Throws: `malformed` where the array does not end, or something stands behind it.
  func next(limit: Int) throws(ReadingError) -> Value? {
    guard !isDone else { return nil }
    guard let first = try skipSpace() else {
      isDone = true
      if isArray { throw .malformed(detail: "the JSON array breaks off after \(count) elements") }
      return nil
    }
    if isArray, first == UInt8(ascii: "]") {
      block = block.dropFirst()
      isDone = true
      guard try skipSpace() == nil else { throw .malformed(detail: "something stands behind the JSON array") }
      return nil
    }
    count += 1
    return try value(limit: limit)
  }

  private func value(limit: Int) throws(ReadingError) -> Value {
    var scan = JSONScan()
    scan.hasPairs = hasPairs
    var bytes: [UInt8] = []
    var isWhole = true
    while !block.isEmpty {
      let end = Self.end(in: block, &scan, isFirst: bytes.isEmpty && isWhole)
      let part = block[..<(end ?? block.endIndex)]
      if isWhole, part.count <= limit - bytes.count {
        bytes += part
      } else {
        isWhole = false
        bytes = []
      }
      block = block[part.endIndex...]
      if end != nil { return isWhole ? .whole(bytes) : .tooLarge }
      try fill()
    }
    // A number or a word may end with the input.
    if scan.depth == 0, !scan.isInString { return isWhole ? .whole(bytes) : .tooLarge }
    isDone = true
    return .brokenOff
  }

  /// Where the value ends, `nil` if that is not in the block.
  private static func end(in block: ArraySlice<UInt8>, _ scan: inout JSONScan, isFirst: Bool) -> Int? {
    for index in block.indices {
      let byte = block[index]
      let isBegun = !isFirst || index > block.startIndex
      if scan.depth == 0, !scan.isInString, isBegun, isSeparator(byte) || byte == UInt8(ascii: "]") { return index }
      let wasInString = scan.isInString
      scan.step(byte)
      // A stray closing bracket is a value by itself, which then is none.
      if scan.depth < 0 { return index + 1 }
      let isClosed = wasInString ? !scan.isInString : byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      if scan.depth == 0, isClosed { return index + 1 }
    }
    return nil
  }

  /// The next byte that is part of a value or ends the array, without taking it; `nil` at the end.
  private func skipSpace() throws(ReadingError) -> UInt8? {
    while true {
      block = block.drop(while: Self.isSeparator)
      if let first = block.first { return first }
      try fill()
      if block.isEmpty { return nil }
    }
  }

  private func fill() throws(ReadingError) { block = try stream.readSome() }

  /// White space, commas, and what RFC 7464 puts before each text.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    JSONShape.isSpace(byte) || byte == UInt8(ascii: ",") || byte == 0x1E
  }
}
