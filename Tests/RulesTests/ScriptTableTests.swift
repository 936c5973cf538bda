import CICU
import Testing

@testable import Rules

/// The table of `script.yaml` against ICU's Hant–Hans, scalar by scalar.
@Suite struct ScriptTableTests {
  let root = try! RulePack.embedded.root(of: "script.yaml")

  private func pairs(_ name: String) throws -> [(from: Unicode.Scalar, to: Unicode.Scalar)] {
    let fields = try root.fields(["version", "phrases", "variants", "scalars"])
    var pairs: [(Unicode.Scalar, Unicode.Scalar)] = []
    for line in try root.required(name, in: fields).items() {
      let scalars = Array(try line.text().unicodeScalars)
      for index in stride(from: 0, to: scalars.count, by: 2) { pairs.append((scalars[index], scalars[index + 1])) }
    }
    return pairs
  }

  /// Each character by itself, parted by line ends so that no phrase of ICU's spans two.
  private func icu(_ scalars: [Unicode.Scalar]) -> [String] {
    let source = Array(scalars.map { String($0) }.joined(separator: "\n").utf16)
    var target = [UInt16](repeating: 0, count: source.count * 2 + 16)
    let count = cicu_transliterate_hant_hans(source, Int32(source.count), &target, Int32(target.count))
    guard count >= 0 else { return [] }
    return String(decoding: target[..<Int(count)], as: UTF16.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test func everyPairIsICUs() throws {
    let table = try pairs("scalars")
    #expect(table.count > 2000)
    let simplified = icu(table.map(\.from))
    try #require(simplified.count == table.count)
    let differing = zip(table, simplified).filter { String($0.to) != $1 }.map { "\($0.from)\($0.to) ICU \($1)" }
    #expect(differing.isEmpty, "\(differing.joined(separator: ", "))")
  }

  @Test func nothingOfICUIsLeftOut() throws {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in try pairs("scalars") + pairs("variants") { table[pair.from] = pair.to }
    let han = (0x4E00...0x9FFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let simplified = icu(han)
    try #require(simplified.count == han.count)
    let missing = zip(han, simplified).filter { scalar, text in
      String(scalar) != text && text.utf8.count == 3 && table[scalar] == nil
    }
    #expect(missing.isEmpty, "\(missing.map { "\($0.0)\($0.1)" }.joined(separator: ", "))")
  }

  @Test func variantsAreNotICUs() throws {
    let variants = try pairs("variants")
    #expect(!variants.isEmpty)
    let simplified = icu(variants.map(\.from))
    try #require(simplified.count == variants.count)
    // What ICU says too belongs into the table.
    let known = zip(variants, simplified).filter { String($0.to) == $1 }.map { "\($0.0.from)\($0.0.to)" }
    #expect(known.isEmpty, "\(known.joined(separator: ", "))")
  }
}
