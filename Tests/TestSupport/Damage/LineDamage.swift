/// Damage to single lines.
public enum LineDamage {
  /// Width in half ems.
  public static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) }
  }

  /// Breaks a text into lines of a measure in full characters. No line begins with a closing mark or a comma, and none ends
  /// with an opening mark; numerals are cut as the line ends.
  public static func wrap(_ text: String, measure: Int, first: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    var limit = first * 2
    for character in text {
      let size = character.isASCII ? 1 : 2
      if used + size > limit, !"。，、；：！？”）》%％".contains(character) {
        var carried = ""
        while let last = line.last, "“（《".contains(last) { carried = String(line.removeLast()) + carried }
        lines.append(line)
        line = carried
        used = width(carried)
        limit = measure * 2
      }
      line.append(character)
      used += size
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A space between all characters but those of one numeral.
  static func spaced(_ line: String) -> String {
    var result = ""
    var previous: Character?
    for character in line {
      if let previous, !(isDigit(previous) && isDigit(character)), !(previous.isASCII && character.isASCII) {
        result.append(" ")
      }
      result.append(character)
      previous = character
    }
    return result
  }

  /// Spaces between numerals and Chinese characters, at some of the places.
  static func digitSpaces(_ line: String, percent: Int, using generator: inout SeededGenerator) -> String {
    var result = ""
    var previous: Character?
    for character in line {
      if let previous, isDigit(previous) != isDigit(character), isLetter(previous) || isLetter(character),
        Int.random(in: 0..<100, using: &generator) < percent
      {
        result.append(" ")
      }
      result.append(character)
      previous = character
    }
    return result
  }

  /// A digit of either width.
  static func isDigit(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.value >= 0x4E00 && $0.value < 0xA000 }
  }

  /// A space inside a numeral: 28, 730 or 9 . 2.
  static func spacedNumeral(_ line: String) -> String? {
    let characters = Array(line)
    for place in characters.indices.dropFirst().dropLast()
    where ".,．，".contains(characters[place]) {
      guard isDigit(characters[place - 1]), isDigit(characters[place + 1]) else { continue }
      return String(characters[...place]) + " " + String(characters[(place + 1)...])
    }
    return nil
  }

  static func vertical(_ text: String) -> [String] { text.map { String($0) } }

  /// Each run of one kind of character doubled by itself.
  static func piecewise(_ text: String) -> String {
    var result = ""
    var run = ""
    for character in text {
      if let last = run.last, "“”".contains(last) != "“”".contains(character) {
        result += run + run
        run = ""
      }
      run.append(character)
    }
    return result + run + run
  }

  static func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x30...0x39, 0x25: Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
          case 0x2E: "．"
          case 0x2C: "，"
          default: scalar
          }
        }))
  }
}
