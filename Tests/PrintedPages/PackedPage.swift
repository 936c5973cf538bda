import Foundation

/// Structured text of MuPDF in a twentieth of its size: stretches of characters that are evenly spaced, one a line.
///
///     page WIDTH HEIGHT
///     type SIZE COLOUR              what holds for the stretches below
///     h X Y WIDTH STEP TEXT         baseline at Y, the first character at X, each WIDTH wide, STEP to the next
///     v X Y WIDTH STEP TEXT         the same downwards
///     r QUAD X Y TEXT               one character of a turned line
///
/// Lengths are hundredths of a point. Characters keep their order; they move by less than a tenth of a point.
public enum PackedPage {
  private struct Character {
    var text: String
    var quad: [Double]
    var x: Double
    var y: Double
    var size: Double
    var color: String
    var isTurned: Bool
    var width: Double { quad[2] - quad[0] }
  }

  // MARK: Packing

  public static func pack(_ structuredText: [UInt8]) -> String {
    var lines: [String] = []
    var size = 0.0
    var isTurned = false
    var pending: [Character] = []
    for line in String(decoding: structuredText, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("<page ") {
        flush(&pending, into: &lines)
        lines.append("page \(hundredths(attribute("width", line))) \(hundredths(attribute("height", line)))")
      } else if line.hasPrefix("<line ") {
        isTurned = attribute("dir", line) != "1 0" || attribute("wmode", line) == "1"
      } else if line.hasPrefix("<font ") {
        size = Double(attribute("size", line)) ?? 10
      } else if line.hasPrefix("<char ") {
        let quad = attribute("quad", line).split(separator: " ").compactMap { Double($0) }
        guard quad.count == 8 else { continue }
        pending.append(
          Character(
            text: unescaped(attribute("c", line)), quad: quad, x: Double(attribute("x", line)) ?? 0,
            y: Double(attribute("y", line)) ?? 0, size: size, color: attribute("color", line), isTurned: isTurned))
      }
    }
    flush(&pending, into: &lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func flush(_ characters: inout [Character], into lines: inout [String]) {
    var type = ""
    var index = 0
    while index < characters.count {
      let first = characters[index]
      let here = "type \(hundredths(first.size)) \(first.color)"
      if here != type { lines.append(here) }
      type = here
      if first.isTurned {
        let quad = first.quad.map { String(hundredths($0)) }.joined(separator: " ")
        lines.append("r \(quad) \(hundredths(first.x)) \(hundredths(first.y)) \(first.text)")
        index += 1
        continue
      }
      let (count, isDown, step) = stretch(characters[index...])
      let text = characters[index..<index + count].map(\.text).joined()
      lines.append(
        "\(isDown ? "v" : "h") \(hundredths(first.x)) \(hundredths(first.y)) \(hundredths(first.width)) \(step) \(text)"
      )
      index += count
    }
    characters = []
  }

  /// How many characters are evenly spaced.
  private static func stretch(_ characters: ArraySlice<Character>) -> (count: Int, isDown: Bool, step: Int) {
    guard let first = characters.first, characters.count > 1 else { return (1, false, 0) }
    let second = characters[characters.startIndex + 1]
    let isDown = abs(second.x - first.x) < 0.05
    let step = isDown ? second.y - first.y : second.x - first.x
    guard step > 0, step < first.size * 3 else { return (1, false, 0) }
    var count = 0
    var last = first
    // The step that all of them keep to, within a tenth of a point.
    var best = step
    for (place, character) in characters.enumerated() {
      guard !character.isTurned, abs(character.size - first.size) < 0.005, character.color == first.color,
        abs(character.width - first.width) < 0.02
      else { break }
      if place > 0 {
        let along = isDown ? character.y - first.y : character.x - first.x
        let across = isDown ? character.x - first.x : character.y - first.y
        let average = along / Double(place)
        guard abs(across) < 0.05, abs(average - step) * Double(place) < 0.08 + 0.005 * Double(place),
          abs((isDown ? character.y - last.y : character.x - last.x) - step) < 0.05
        else { break }
        best = average
      }
      count += 1
      last = character
    }
    return (max(1, count), isDown, count > 1 ? hundredths(best) : 0)
  }

  private static func attribute(_ name: String, _ line: Substring) -> String {
    guard let start = line.range(of: " \(name)=\"")?.upperBound, let end = line[start...].firstIndex(of: "\"") else {
      return ""
    }
    return String(line[start..<end])
  }

  private static func unescaped(_ text: String) -> String {
    guard text.hasPrefix("&") else { return text }
    switch text {
    case "&amp;": return "&"
    case "&lt;": return "<"
    case "&gt;": return ">"
    case "&quot;": return "\""
    case "&apos;": return "'"
    default:
      return Unicode.Scalar(UInt32(text.dropFirst(3).dropLast(), radix: 16) ?? 0x20).map { String($0) } ?? " "
    }
  }

  private static func hundredths(_ text: String) -> Int { hundredths(Double(text) ?? 0) }
  private static func hundredths(_ value: Double) -> Int { Int((value * 100).rounded()) }

  // MARK: Unpacking

  public static func unpack(_ packed: String) -> [UInt8] {
    var xml = "<?xml version=\"1.0\"?>\n<document name=\"page.pdf\">\n"
    var size = 1000.0
    var color = "#000000"
    var isOpen = false
    for line in packed.split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: line.hasPrefix("r") ? 11 : 5, omittingEmptySubsequences: false)
      let numbers = fields.dropFirst().prefix(line.hasPrefix("r") ? 10 : 4).map { (Double($0) ?? 0) / 100 }
      switch fields[0] {
      case "page":
        if isOpen { xml += "</page>\n" }
        isOpen = true
        xml += "<page id=\"page1\" width=\"\(numbers[0])\" height=\"\(numbers[1])\">\n"
      case "type":
        size = numbers[0]
        color = String(fields[2])
      case "r":
        let quad = numbers[..<8].map { "\($0)" }.joined(separator: " ")
        xml += "<block><line wmode=\"0\" dir=\"0 1\"><font name=\"F\" size=\"\(size)\">\n"
        xml += character(String(fields[11]), quad: quad, x: numbers[8], y: numbers[9], color: color)
        xml += "</font></line></block>\n"
      default:
        let isDown = fields[0] == "v"
        xml += "<block><line wmode=\"0\" dir=\"1 0\"><font name=\"F\" size=\"\(size)\">\n"
        for (place, scalar) in (fields.count > 5 ? String(fields[5]) : "").unicodeScalars.enumerated() {
          let x = numbers[0] + (isDown ? 0 : numbers[3] * Double(place))
          let y = numbers[1] + (isDown ? numbers[3] * Double(place) : 0)
          let (top, bottom) = (y - size * 0.88, y + size * 0.12)
          let quad = "\(x) \(top) \(x + numbers[2]) \(top) \(x) \(bottom) \(x + numbers[2]) \(bottom)"
          xml += character(String(scalar), quad: quad, x: x, y: y, color: color)
        }
        xml += "</font></line></block>\n"
      }
    }
    return Array((xml + (isOpen ? "</page>\n" : "") + "</document>\n").utf8)
  }

  private static func character(_ text: String, quad: String, x: Double, y: Double, color: String) -> String {
    let escaped = text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
    return "<char quad=\"\(quad)\" x=\"\(x)\" y=\"\(y)\" color=\"\(color)\" c=\"\(escaped)\"/>\n"
  }
}
