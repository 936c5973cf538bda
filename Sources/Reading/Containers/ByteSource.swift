/// Gives bytes in blocks, one after another.
protocol ByteSource: AnyObject {
  /// The next bytes, as many as come easily; empty at the end and ever after.
  func nextBlock() throws(ReadingError) -> [UInt8]
}

/// Bytes that are in memory already.
final class MemorySource: ByteSource {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func nextBlock() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

/// Reads from a source as much as is wanted, and looks ahead.
final class ByteStream {
  private let source: any ByteSource
  private var block: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ source: any ByteSource) { self.source = source }

  convenience init(_ bytes: [UInt8]) { self.init(MemorySource(bytes)) }

  private var available: Int { block.count - start }

  /// Takes another block behind the one that is held.
  private func fill() throws(ReadingError) {
    let next = try source.nextBlock()
    if next.isEmpty { isAtEnd = true }
    if available == 0 {
      block = next
    } else {
      block.removeFirst(start)
      block += next
    }
    start = 0
  }

  /// The next bytes without taking them, fewer than wanted only at the end.
  func peek(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    while available < count, !isAtEnd { try fill() }
    return block[start..<min(start + count, block.count)]
  }

  var isEmpty: Bool {
    get throws(ReadingError) { try peek(1).isEmpty }
  }

  /// The next bytes, fewer than wanted only at the end.
  func read(_ count: Int) throws(ReadingError) -> ArraySlice<UInt8> {
    let bytes = try peek(count)
    start += bytes.count
    return bytes
  }

  /// The next bytes, at most so many; empty at the end.
  func readSome(_ most: Int = .max) throws(ReadingError) -> ArraySlice<UInt8> {
    if available == 0, !isAtEnd { try fill() }
    let end = start + min(most, available)
    defer { start = end }
    return block[start..<end]
  }

  /// Passes over bytes. Gives how many there were, fewer than wanted only at the end.
  @discardableResult
  func skip(_ count: Int) throws(ReadingError) -> Int {
    var left = count
    while left > 0 {
      let passed = try readSome(left).count
      guard passed > 0 else { break }
      left -= passed
    }
    return count - left
  }

  /// All that is left. Errors: `tooLarge` where that is more than the limit; what was read by then is gone.
  func readAll(limit: Int) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let some = try readSome()
      guard !some.isEmpty else { return bytes }
      guard some.count <= limit - bytes.count else { throw .tooLarge(limit: limit) }
      if bytes.isEmpty, some.count == block.count {
        bytes = block
      } else {
        bytes += some
      }
    }
  }

  /// The bytes up to the next line feed, without it; `nil` at the end. Of a line of more bytes than the limit nothing is
  /// held, and `isWhole` is false.
  func readLine(limit: Int) throws(ReadingError) -> (bytes: [UInt8], isWhole: Bool)? {
    var line: [UInt8] = []
    var isWhole = true
    var isFirst = true
    while true {
      if available == 0 {
        if !isAtEnd { try fill() }
        guard available > 0 else { return isFirst ? nil : (line, isWhole) }
      }
      isFirst = false
      let rest = block[start...]
      let end = rest.firstIndex(of: 0x0A)
      let part = rest[..<(end ?? rest.endIndex)]
      if isWhole, part.count <= limit - line.count {
        line += part
      } else {
        isWhole = false
        line = []
      }
      start = end.map { $0 + 1 } ?? block.count
      if end != nil { return (line, isWhole) }
    }
  }
}
