import Rules

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Text whose characters were set apart (一 百 五 十 个 百 分 点), with the spaces inside its numerals taken out.
struct TrackedText {
  let utf8: [UInt8]
  /// For each byte of `utf8` its offset in the text; one more for the end.
  private let offsets: [Int]

  /// `nil` where no space stands between two single characters of a numeral.
  init?(_ text: [UInt8]) {
    guard var next = Self.space(in: text, from: 0) else { return nil }
    var spaces: [Range<Int>] = []
    while true {
      let start = next
      var end = start
      while end < text.count, text[end] == 0x20 { end += 1 }
      if end - start <= 3, Self.isTracked(text, start..<end) { spaces.append(start..<end) }
      guard let more = Self.space(in: text, from: end) else { break }
      next = more
    }
    guard !spaces.isEmpty else { return nil }
    var utf8: [UInt8] = []
    var offsets: [Int] = []
    utf8.reserveCapacity(text.count)
    offsets.reserveCapacity(text.count + 1)
    var index = 0
    for (offset, byte) in text.enumerated() {
      if index < spaces.count, offset >= spaces[index].lowerBound {
        if offset < spaces[index].upperBound { continue }
        index += 1
        if index < spaces.count, spaces[index].contains(offset) { continue }
      }
      utf8.append(byte)
      offsets.append(offset)
    }
    offsets.append(text.count)
    self.utf8 = utf8
    self.offsets = offsets
  }

  private static func space(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let place = memchr(base + start, 0x20, bytes.count - start) else {
        return nil
      }
      return UnsafeRawPointer(place) - base
    }
  }

  /// The range of the text that a range of `utf8` came from, the spaces inside it included.
  func original(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return offsets[range.lowerBound]..<offsets[range.lowerBound] }
    return offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1
  }

  /// Both neighbours are characters of a numeral, and one of them stands alone between spaces.
  private static func isTracked(_ text: [UInt8], _ spaces: Range<Int>) -> Bool {
    guard spaces.lowerBound > 0, spaces.upperBound < text.count else { return false }
    let leftStart = UTF8Scalar.start(before: spaces.lowerBound, in: text)
    let left = UTF8Scalar.folded(in: text, at: leftStart).scalar
    let (right, length) = UTF8Scalar.folded(in: text, at: spaces.upperBound)
    guard belongs(left) || isDigit(left) && (isLink(right)), belongs(right) || isDigit(right) && isLink(left) else {
      return false
    }
    // At the head of a text a numeral alone is a number of a section, unless a scale or 成 follows it.
    let isLeftAlone = leftStart > 0 ? text[leftStart - 1] == 0x20 : right == 0x6210 || right == 0x6298
    let end = spaces.upperBound + length
    let isRightAlone = end == text.count || text[end] == 0x20
    return isLeftAlone || isRightAlone
  }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// 个分之又负点 and their like join a numeral to what is left of it.
  private static func isLink(_ scalar: UInt32) -> Bool {
    [0x4E2A, 0x5206, 0x4E4B, 0x53C8, 0x8D1F, 0x70B9].contains(scalar)
  }

  private static func belongs(_ scalar: UInt32) -> Bool {
    // 余多成折
    isLink(scalar) || NumeralClass.of(scalar) != nil || [0x4F59, 0x591A, 0x6210, 0x6298].contains(scalar)
  }
}
