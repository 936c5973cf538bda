/// Brings the ways to print one name to one form: widths, white space and quotation marks; all words are kept.
enum NameFolding {
  /// The name with ASCII in half width, without white space and quotation marks of any kind.
  static func folded(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      switch value {
      case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0x301D...0x301F: continue
      case 0...0x7F: if value > 0x20 { folded.append(UInt8(value)) }
      default:
        guard !scalar.properties.isWhitespace, let encoded = UTF8.encode(scalar) else { continue }
        folded.append(contentsOf: encoded)
      }
    }
    return folded
  }
}
