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
    lines.reserveCapacity(utf8.count / 48 + 1)
    utf8.withUnsafeBufferPointer { split($0) }
  }

  private var start = 0
  private var number = 1

  private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var offset = 0
    while offset < count {
      // Most blocks of 16 bytes of Chinese text hold neither a control character nor the lead of U+2028 or NEL.
      if offset + 16 <= count, let base = bytes.baseAddress {
        let block = UnsafeRawPointer(base + offset).loadUnaligned(as: SIMD16<UInt8>.self)
        let triggers = (block .< 0x20) .| (block .== 0xE2) .| (block .== 0xC2)
        if !any(triggers) {
          offset += 16
          continue
        }
      }
      let limit = min(offset + 16, count)
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
