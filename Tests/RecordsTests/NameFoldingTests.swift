import Testing

@testable import Records

/// The folding of bytes against the same in terms of scalars and their properties.
struct NameFoldingTests {
  @Test func foldsEveryScalarAsItsPropertiesSay() {
    for value in 1...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      if NameFolding.folded(text) != Self.expected(text) {
        Issue.record("U+\(String(value, radix: 16)) is folded wrong")
      }
    }
  }

  @Test func foldsNames() {
    #expect(NameFolding.folded(" “四上” 企业ＡＢ\u{3000}１２％‘x’\\") == Array("四上企业AB12%x\\".utf8))
    #expect(NameFolding.folded("").isEmpty)
  }

  private static func expected(_ name: String) -> [UInt8] {
    var folded: [UInt8] = []
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
