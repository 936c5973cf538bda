/// Finds the lines of a decoded text, and how much of it is no text at all.
///
/// Lines end with LF, CRLF, CR, vertical tab, NEL, U+2028 or U+2029, mixed as they come. A form feed ends a line and
/// leaves a blank one. Only LF, CRLF and CR count for line numbers, as in editors.
struct LineSplitter {
  private(set) var lines: [Line] = []
  /// Control characters other than tab, line ends, form feed, backspace and escape.
  private(set) var controls = 0

  /// - Parameter utf8: Valid UTF-8.
  init(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { bytes in
      // Growing the array costs more than counting first.
      lines.reserveCapacity(Self.ends(in: bytes) + 1)
      split(bytes)
    }
  }

  /// How many bytes are LF or CR, eight at a time.
  private static func ends(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    /// A bit for each byte that is not zero.
    func marks(_ block: UInt64) -> UInt64 { ((block & (ones &* 0x7F)) &+ (ones &* 0x7F)) | block }
    var ends = 0
    var offset = 0
    while offset + 8 <= bytes.count, let base = bytes.baseAddress {
      let block = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
      let others = marks(block ^ (ones &* 0x0A)) & marks(block ^ (ones &* 0x0D))
      ends += (~others & (ones &* 0x80)).nonzeroBitCount
      offset += 8
    }
    while offset < bytes.count {
      ends += bytes[offset] == 0x0A || bytes[offset] == 0x0D ? 1 : 0
      offset += 1
    }
    return ends
  }

  private var start = 0
  private var number = 1

  private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var offset = 0
    while offset < count {
      // Most blocks of 8 bytes of Chinese text hold neither a control character nor the lead of U+2028 or NEL.
      while offset + 8 <= count, let base = bytes.baseAddress {
        let block = UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
        guard !Self.holdsTrigger(block) else { break }
        offset += 8
      }
      let limit = min(offset + 8, count)
      while offset < limit {
        let byte = bytes[offset]
        if byte >= 0x20, byte != 0xE2, byte != 0xC2 {
          offset += 1
        } else {
          offset = step(bytes, at: offset)
        }
      }
    }
    if start < count { lines.append(Line(range: start..<count, number: number)) }
  }

  /// Whether one of eight bytes is a control character, E2 or C2: the classic test for a zero byte, three times.
  @inline(__always)
  private static func holdsTrigger(_ block: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = block ^ (ones &* 0xE2)
    let nextLines = block ^ (ones &* 0xC2)
    let controls = (block &- ones &* 0x20) & ~block
    return (controls | ((quotes &- ones) & ~quotes) | ((nextLines &- ones) & ~nextLines)) & (ones &* 0x80) != 0
  }

  /// Looks at a byte that may end a line; gives the offset to go on from.
  private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A:
      end(at: offset, length: 1, counts: true)
      return offset + 1
    case 0x0D:
      let length = offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
      end(at: offset, length: length, counts: true)
      return offset + length
    case 0x0B:
      end(at: offset, length: 1, counts: false)
      return offset + 1
    case 0x0C:
      if start < offset { end(at: offset, length: 0, counts: false) }
      end(at: offset, length: 1, counts: false)
      return offset + 1
    case 0xC2:
      guard offset + 1 < bytes.count, bytes[offset + 1] == 0x85 else { return offset + 2 }
      end(at: offset, length: 2, counts: false)
      return offset + 2
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9
      else { return offset + 3 }
      end(at: offset, length: 3, counts: false)
      return offset + 3
    case 0x08, 0x09, 0x1B:
      return offset + 1
    default:
      controls += 1
      return offset + 1
    }
  }

  private mutating func end(at offset: Int, length: Int, counts: Bool) {
    lines.append(Line(range: start..<offset, number: number))
    start = offset + length
    if counts { number += 1 }
  }
}
