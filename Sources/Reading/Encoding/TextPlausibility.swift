/// How much a decoded text looks like Chinese newspaper text, for choosing between encodings that all decode it.
enum TextPlausibility {
  /// Scalars that are enough to tell; the rest of a long text is not looked at.
  private static let sample = 20_000

  /// From -1 to 1: the mean over the characters outside ASCII; 1 is a text of common characters and Chinese punctuation
  /// alone. `nil` where the text has no such character.
  /// - Parameter utf8: Valid UTF-8.
  static func score(_ utf8: some Sequence<UInt8>) -> Double? {
    var total = 0.0
    var count = 0
    var decoder = UTF8()
    var iterator = utf8.makeIterator()
    while count < sample, case .scalarValue(let scalar) = decoder.decode(&iterator) {
      guard scalar.value >= 0x80 else { continue }
      total += weight(of: scalar.value)
      count += 1
    }
    return count == 0 ? nil : total / Double(count)
  }

  private static func weight(of scalar: UInt32) -> Double {
    switch scalar {
    case 0x4E00...0x9FA5: CommonCharacters.contains(scalar) ? 1 : 0.1
    case 0x3000...0x3015, 0x2014...0x2026, 0xFF01...0xFF5E, 0xB7: 1
    // Bullets, degree and multiplication signs, circled digits, squares: in print, but seldom.
    case 0xB0, 0xD7, 0x2030...0x203B, 0x2103, 0x2460...0x2473, 0x25A0...0x25CF, 0x2605...0x2606: 0.5
    case 0x30FB, 0xFFE5, 0x2500...0x257F, 0x3220...0x33FF: 0.3
    case 0xA0...0x24F, 0x370...0x3FF, 0x400...0x4FF, 0x3040...0x30FF, 0x3100...0x312F: -0.3
    case 0x3400...0x4DBF, 0x20000...0x3FFFF: -0.3
    default: -1
    }
  }
}
