/// Whether typeset text ends a sentence where it ends.
enum SentenceEnd {
  /// Quotes and titles that close behind no mark stand within a sentence: 打造“品牌培育”, 出台《条例》.
  static func isAt(endOf utf8: [UInt8]) -> Bool {
    var rest = String(decoding: utf8.suffix(24), as: UTF8.self).unicodeScalars.map(character)[...]
    guard let last = rest.last else { return false }
    if marks.contains(last) || brackets.contains(last) { return true }
    while let closer = rest.last, closers.contains(closer) { rest.removeLast() }
    return rest.last.map { marks.contains($0) } ?? false
  }

  /// Marks for vertical writing as those that they are.
  private static func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    forms.character(of: scalar.value).flatMap { Unicode.Scalar($0.scalar) } ?? scalar
  }

  private static let forms = CharacterForms(script: .simplified)
  private static let marks = Set("。！？；：…—.!?;:".unicodeScalars)
  private static let brackets = Set("）】)".unicodeScalars)
  private static let closers = Set("”’』」》〉\"".unicodeScalars)
}
