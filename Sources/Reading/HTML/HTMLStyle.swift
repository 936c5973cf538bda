/// What the `style` of an element says that matters for finding text.
struct HTMLStyle {
  private(set) var isHidden = false
  private(set) var isInvisible = false
  private(set) var isBlock = false
  private(set) var isLarge = false

  init(_ style: String?) {
    guard let style else { return }
    for declaration in style.lowercased().split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].split(separator: "!")[0].trimmed
      switch (parts[0].trimmed, value) {
      case ("display", "none"): isHidden = true
      case ("visibility", "hidden"): isInvisible = true
      case ("display", "block"): isBlock = true
      case ("font-size", _): isLarge = Self.isLarge(value)
      default: break
      }
    }
  }

  /// Half as large again as text is.
  private static func isLarge(_ value: String) -> Bool {
    let digits = value.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits) else { return value == "x-large" || value == "xx-large" }
    return switch value.dropFirst(digits.count) {
    case "px": number >= 20 && number < 200
    case "pt": number >= 15 && number < 150
    case "em", "rem": number >= 1.4 && number < 10
    case "%": number >= 140 && number < 1000
    default: false
    }
  }

  /// The sizes of `<font>` go from 1 to 7, text being 3, or are told from there.
  static func isLarge(size: String?) -> Bool {
    guard let size = size?.trimmed, let number = Int(size) else { return false }
    return size.hasPrefix("+") ? number >= 1 : number >= 4
  }
}
