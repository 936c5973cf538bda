/// Where the directory at the end of a ZIP archive lies.
struct ZipDirectory {
  /// Bytes of the archive.
  let range: Range<Int>
  /// Entries in it.
  let count: Int
  /// Bytes that stand before the archive proper: places count without them.
  let shift: Int

  /// - Throws: `malformed` where there is none.
  init(of bytes: any RandomAccessBytes) throws(ReadingError) {
    // The record at the very end has 22 bytes and a comment of at most 65,535.
    let tailStart = max(0, bytes.count - 22 - 0xFFFF)
    let tail = try bytes.bytes(at: tailStart, count: bytes.count - tailStart)
    guard let end = Self.endRecord(in: tail) else {
      throw .malformed(detail: "the ZIP archive breaks off: it has no directory")
    }
    let record = tail[end...]
    var count = record.number(10, 2)
    var size = record.number(12, 4)
    var offset = record.number(16, 4)
    var directoryEnd = tailStart + end
    if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF, tailStart + end >= 20 {
      let locator = try bytes.bytes(at: tailStart + end - 20, count: 20)
      if locator.starts(with: [0x50, 0x4B, 6, 7]) {
        let place = locator[...].number(8, 8)
        let large = (0..<bytes.count).contains(place) ? try bytes.bytes(at: place, count: 56) : []
        guard large.count == 56, large.starts(with: [0x50, 0x4B, 6, 6]) else { throw Self.damage }
        count = large[...].number(32, 8)
        size = large[...].number(40, 8)
        offset = large[...].number(48, 8)
        directoryEnd = place
      }
    }
    guard size >= 0, offset >= 0, count >= 0, size <= directoryEnd, offset <= directoryEnd - size,
      count <= size / ZipEntry.fixedSize
    else {
      throw Self.damage
    }
    range = directoryEnd - size..<directoryEnd
    shift = directoryEnd - size - offset
    self.count = count
  }

  private static var damage: ReadingError { .malformed(detail: "the directory of the ZIP archive is damaged") }

  /// The last place where the record may begin, with a comment that ends where the archive does.
  private static func endRecord(in tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    for place in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[place] == 0x50 && tail[place + 1] == 0x4B && tail[place + 2] == 5 && tail[place + 3] == 6 {
      if place + 22 + tail[place...].number(20, 2) <= tail.count { return place }
    }
    return nil
  }
}

/// One entry of the directory of a ZIP archive.
struct ZipEntry {
  static let fixedSize = 46

  let name: [UInt8]
  /// Whether the archive says that the name is UTF-8; else it is in the encoding of the system that made it.
  let isUTF8: Bool
  let isEncrypted: Bool
  let method: Int
  let crc: UInt32
  let compressedSize: Int
  let size: Int
  /// Of its local header.
  let offset: Int

  var isFolder: Bool { name.last == UInt8(ascii: "/") || name.last == UInt8(ascii: "\\") }

  /// The bytes that follow the fixed part: name, extra fields, comment; `nil` where it is no entry.
  static func lengths(_ fixed: [UInt8]) -> Int? {
    guard fixed.count == fixedSize, fixed.starts(with: [0x50, 0x4B, 1, 2]) else { return nil }
    return fixed[...].number(28, 2) + fixed[...].number(30, 2) + fixed[...].number(32, 2)
  }

  init?(_ fixed: [UInt8], _ rest: [UInt8], shift: Int) {
    let fixed = fixed[...]
    let nameLength = fixed.number(28, 2)
    let extraLength = fixed.number(30, 2)
    guard rest.count >= nameLength + extraLength else { return nil }
    name = Array(rest[..<nameLength])
    let flags = fixed.number(8, 2)
    isUTF8 = flags & 0x800 != 0
    isEncrypted = flags & 0x41 != 0
    method = fixed.number(10, 2)
    crc = UInt32(fixed.number(16, 4))
    var numbers = [fixed.number(24, 4), fixed.number(20, 4), fixed.number(42, 4)]
    Self.widen(&numbers, by: rest[nameLength..<nameLength + extraLength])
    guard numbers.allSatisfy({ $0 >= 0 && $0 < 1 << 50 }) else { return nil }
    (size, compressedSize, offset) = (numbers[0], numbers[1], numbers[2] + shift)
  }

  /// What does not fit into 32 bits stands in an extra field, in a fixed order.
  private static func widen(_ numbers: inout [Int], by extra: ArraySlice<UInt8>) {
    var rest = extra
    while rest.count >= 4 {
      let length = rest.number(2, 2)
      guard rest.count >= 4 + length else { return }
      if rest.number(0, 2) == 1 {
        var field = rest.dropFirst(4).prefix(length)
        for index in numbers.indices where numbers[index] == 0xFFFF_FFFF && field.count >= 8 {
          numbers[index] = field.number(0, 8)
          field = field.dropFirst(8)
        }
        return
      }
      rest = rest.dropFirst(4 + length)
    }
  }
}

extension ArraySlice<UInt8> {
  /// A little-endian number at an offset from the slice's start; more than 63 bits are negative.
  fileprivate func number(_ offset: Int, _ length: Int) -> Int {
    var value: UInt64 = 0
    for index in (0..<length).reversed() { value = value << 8 | UInt64(self[startIndex + offset + index]) }
    return Int(truncatingIfNeeded: value)
  }
}
