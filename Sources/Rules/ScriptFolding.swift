/// Simplified shadows of texts: the same byte offsets, traditional characters replaced by simplified ones.
///
/// A shadow is only for matching. It folds scalars of three bytes to scalars of three bytes, after `script.yaml`.
public struct ScriptFolding: Sendable {
  private struct Phrase: Sendable {
    let printed: [UInt8]
    let shadow: [UInt8]
  }

  /// For each scalar of the basic plane what it becomes; 0 where it stays, `phraseMark` where a phrase may begin.
  private let scalars: [UInt16]
  /// What the scalars become that phrases begin with, where none does.
  private let besidePhrases: [UInt16: UInt16]
  /// The phrases by their first scalar, longest first.
  private let phrases: [UInt16: [Phrase]]
  private static let phraseMark: UInt16 = 1

  /// Errors: `RuleError` where `script.yaml` is wrong.
  public init(rules: RulePack) throws(RuleError) {
    let root = try rules.root(of: "script.yaml")
    let fields = try root.fields(["version", "phrases", "variants", "scalars"])
    var scalars = [UInt16](repeating: 0, count: 0x10000)
    for name in ["scalars", "variants"] {
      for line in try root.required(name, in: fields).items() {
        let pairs = Array(try line.text().unicodeScalars)
        guard pairs.count.isMultiple(of: 2) else { throw line.error("expected pairs of scalars") }
        for index in stride(from: 0, to: pairs.count, by: 2) {
          let (from, to) = (pairs[index].value, pairs[index + 1].value)
          guard (0x800...0xFFFF).contains(from), (0x800...0xFFFF).contains(to) else {
            throw line.error("'\(pairs[index])' and '\(pairs[index + 1])' must have three bytes each")
          }
          scalars[Int(from)] = UInt16(to)
        }
      }
    }
    var phrases: [UInt16: [Phrase]] = [:]
    var besidePhrases: [UInt16: UInt16] = [:]
    for item in try root.required("phrases", in: fields).items() {
      let pair = try item.texts()
      guard pair.count == 2, let first = pair[0].unicodeScalars.first, (0x800...0xFFFF).contains(first.value),
        pair[0].utf8.count == pair[1].utf8.count
      else { throw item.error("expected a word and its shadow, equally long") }
      phrases[UInt16(first.value), default: []].append(
        Phrase(printed: Array(pair[0].utf8), shadow: Array(pair[1].utf8)))
    }
    for first in phrases.keys {
      besidePhrases[first] = scalars[Int(first)]
      scalars[Int(first)] = Self.phraseMark
    }
    self.scalars = scalars
    self.besidePhrases = besidePhrases
    self.phrases = phrases.mapValues { $0.sorted { $0.printed.count > $1.printed.count } }
  }

  /// The text with simplified characters; as many bytes as `utf8`, which is valid UTF-8.
  public func shadow(of utf8: [UInt8]) -> [UInt8] { shadowAndScript(of: utf8).shadow }

  /// The shadow, and whether any scalar of the text was traditional.
  public func shadowAndScript(of utf8: [UInt8]) -> (shadow: [UInt8], isTraditional: Bool) {
    // Most texts stay as they are, and are not copied.
    guard let first = firstFolded(in: utf8) else { return (utf8, false) }
    var result = utf8
    let isTraditional = utf8.withUnsafeBufferPointer { utf8 in
      result.withUnsafeMutableBufferPointer { fold(utf8, from: first, into: $0) }
    }
    return (result, isTraditional)
  }

  /// Where the first scalar stands that may become another.
  private func firstFolded(in utf8: [UInt8]) -> Int? {
    utf8.withUnsafeBufferPointer { utf8 in
      scalars.withUnsafeBufferPointer { Self.nextFolded(in: utf8, from: 0, scalars: $0)?.offset }
    }
  }

  /// The next scalar, from the beginning of one on, that may become another.
  @inline(__always)
  private static func nextFolded(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int, scalars: UnsafeBufferPointer<UInt16>
  ) -> (offset: Int, scalar: Int)? {
    var offset = start
    while offset + 2 < utf8.count {
      let lead = utf8[offset]
      guard lead >= 0xE0 else {
        offset += lead < 0xC0 ? 1 : 2
        continue
      }
      guard lead < 0xF0 else {
        offset += 4
        continue
      }
      let scalar = Int(lead & 0x0F) << 12 | Int(utf8[offset + 1] & 0x3F) << 6 | Int(utf8[offset + 2] & 0x3F)
      if scalars[scalar] != 0 { return (offset, scalar) }
      offset += 3
    }
    return nil
  }

  private func fold(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int, into result: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var isTraditional = false
    var start = start
    while let (offset, scalar) = scalars.withUnsafeBufferPointer({ Self.nextFolded(in: utf8, from: start, scalars: $0) }
    ) {
      var simplified = scalars[scalar]
      if simplified == Self.phraseMark {
        if let phrase = phrase(at: offset, of: utf8, first: UInt16(scalar)) {
          for (step, byte) in phrase.shadow.enumerated() { result[offset + step] = byte }
          start = offset + phrase.shadow.count
          continue
        }
        simplified = besidePhrases[UInt16(scalar)] ?? 0
      }
      if simplified != 0 {
        result[offset] = 0xE0 | UInt8(simplified >> 12)
        result[offset + 1] = 0x80 | UInt8(simplified >> 6 & 0x3F)
        result[offset + 2] = 0x80 | UInt8(simplified & 0x3F)
        // Corner brackets alone do not make a text traditional.
        if scalar >= 0x3400 { isTraditional = true }
      }
      start = offset + 3
    }
    return isTraditional
  }

  private func phrase(at offset: Int, of utf8: UnsafeBufferPointer<UInt8>, first: UInt16) -> Phrase? {
    phrases[first]?.first { phrase in
      offset + phrase.printed.count <= utf8.count
        && utf8[offset..<offset + phrase.printed.count].elementsEqual(phrase.printed)
    }
  }
}
