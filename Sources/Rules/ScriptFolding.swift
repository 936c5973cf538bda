/// Simplified shadows of texts: the same byte offsets, traditional characters replaced by simplified ones.
///
/// A shadow is only for matching. It folds scalars of three bytes to scalars of three bytes, after `script.yaml`.
public struct ScriptFolding: Sendable {
  private struct Phrase: Sendable {
    let printed: [UInt8]
    let shadow: [UInt8]

    var stays: Bool { shadow == printed }
  }

  /// A scalar that phrases begin with.
  private struct Opening: Sendable {
    /// What it becomes where no phrase begins; 0 where it stays.
    let beside: UInt16
    /// Longest first.
    let phrases: [Phrase]
  }

  /// For each scalar of the basic plane what it becomes; 0 where it stays, below `least` the number of an opening, from 1 on.
  private let scalars: [UInt16]
  private let openings: [Opening]
  /// The first scalar of three bytes.
  private static let least: UInt16 = 0x800

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
    for item in try root.required("phrases", in: fields).items() {
      let pair = try item.texts()
      guard pair.count == 2, let first = pair[0].unicodeScalars.first, (0x800...0xFFFF).contains(first.value),
        pair[0].utf8.count == pair[1].utf8.count
      else { throw item.error("expected a word and its shadow, equally long") }
      phrases[UInt16(first.value), default: []].append(
        Phrase(printed: Array(pair[0].utf8), shadow: Array(pair[1].utf8)))
    }
    guard phrases.count < Self.least else { throw root.error("too many scalars that phrases begin with") }
    var openings: [Opening] = []
    for (first, phrases) in phrases {
      openings.append(
        Opening(beside: scalars[Int(first)], phrases: phrases.sorted { $0.printed.count > $1.printed.count }))
      scalars[Int(first)] = UInt16(openings.count)
    }
    self.scalars = scalars
    self.openings = openings
  }

  /// The text with simplified characters; as many bytes as `utf8`, which is valid UTF-8.
  public func shadow(of utf8: [UInt8]) -> [UInt8] { shadowAndScript(of: utf8).shadow }

  /// A shadow, and whether any scalar of the text was traditional.
  public typealias Shadow = (shadow: [UInt8], isTraditional: Bool)

  /// The shadow, and whether any scalar of the text was traditional.
  public func shadowAndScript(of utf8: [UInt8]) -> Shadow {
    // Most texts stay as they are, and are not copied.
    guard let first = utf8.withUnsafeBufferPointer({ nextChange(in: $0, from: 0) }) else { return (utf8, false) }
    var result = utf8
    var isTraditional = false
    utf8.withUnsafeBufferPointer { utf8 in
      result.withUnsafeMutableBufferPointer { result in
        var next: Change? = first
        while let change = next {
          switch change.kind {
          case .scalar(let simplified):
            result[change.offset] = 0xE0 | UInt8(simplified >> 12)
            result[change.offset + 1] = 0x80 | UInt8(simplified >> 6 & 0x3F)
            result[change.offset + 2] = 0x80 | UInt8(simplified & 0x3F)
            if change.isLetter { isTraditional = true }
          case .phrase(let opening, let index):
            for (step, byte) in openings[opening].phrases[index].shadow.enumerated() {
              result[change.offset + step] = byte
            }
          }
          next = nextChange(in: utf8, from: change.end)
        }
      }
    }
    return (result, isTraditional)
  }

  /// What is another in the shadow.
  private struct Change {
    enum Kind {
      case scalar(UInt16)
      /// By the numbers of its opening and of the phrase there.
      case phrase(Int, Int)
    }

    let offset: Int
    let end: Int
    let kind: Kind
    /// Corner brackets alone do not make a text traditional.
    let isLetter: Bool
  }

  /// The next change from the beginning of a scalar on.
  private func nextChange(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Change? {
    var start = start
    while let (offset, scalar) = scalars.withUnsafeBufferPointer({ Self.nextFolded(in: utf8, from: start, scalars: $0) }
    ) {
      var simplified = scalars[scalar]
      start = offset + 3
      if simplified < Self.least {
        let opening = Int(simplified) - 1
        if let index = phrase(at: offset, of: utf8, opening) {
          start = offset + openings[opening].phrases[index].shadow.count
          // 乾坤: said so that its characters stay.
          if openings[opening].phrases[index].stays { continue }
          return Change(offset: offset, end: start, kind: .phrase(opening, index), isLetter: false)
        }
        simplified = openings[opening].beside
      }
      guard simplified != 0 else { continue }
      return Change(offset: offset, end: start, kind: .scalar(simplified), isLetter: scalar >= 0x3400)
    }
    return nil
  }

  private func phrase(at offset: Int, of utf8: UnsafeBufferPointer<UInt8>, _ opening: Int) -> Int? {
    openings[opening].phrases.firstIndex { phrase in
      guard offset + phrase.printed.count <= utf8.count else { return false }
      // The first scalar is that of the opening.
      for step in 3..<max(3, phrase.printed.count) where phrase.printed[step] != utf8[offset + step] { return false }
      return true
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
}
