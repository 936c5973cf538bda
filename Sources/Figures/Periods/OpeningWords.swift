import Rules

/// Words that something may begin with, and a bit for the first character of each: most places of a text begin with none.
struct OpeningWords: Sendable {
  let words: [StaticString]
  private let leads: ScalarSet

  init(_ words: StaticString...) {
    self.words = words
    var leads = ScalarSet()
    for word in words {
      if let first = word.description.unicodeScalars.first { leads.insertBothWidths(Int(first.value)) }
    }
    self.leads = leads
  }

  /// The bytes of the first of the words that stands at an offset; `nil` where none does.
  @inline(__always)
  func length(in text: [UInt8], at offset: Int) -> Int? {
    guard offset < text.count, leads.contains(text, at: offset) else { return nil }
    return search(text, offset)
  }

  private func search(_ text: [UInt8], _ offset: Int) -> Int? {
    for word in words {
      let length = word.utf8CodeUnitCount
      guard text.count - offset >= length else { continue }
      let bytes = UnsafeBufferPointer(start: word.utf8Start, count: length)
      if (0..<length).allSatisfy({ text[offset + $0] == bytes[$0] }) { return length }
    }
    return nil
  }
}

extension PeriodParser {
  static let untilWords = OpeningWords("截至", "截止")
  static let firstWords = OpeningWords("前", "首", "头")
  static let januaryWords = OpeningWords("元月", "元至", "元—", "元-", "元到")
  static let nextWords = OpeningWords("今后", "未来", "接下来")
  static let afterWords = OpeningWords("此后", "其后", "随后")
  static let lastWords = OpeningWords("最近", "过去", "近")
  /// 这 of 这五年.
  static let thisSpan = OpeningWords("这")
  static let lastCentury = OpeningWords("上世纪", "上个世纪")
  static let thisCentury = OpeningWords("本世纪", "这个世纪")
  static let republic = OpeningWords("民国")
  /// 第 of 第三个五年计划期间.
  static let ordinal = OpeningWords("第")

  /// All words that a period may begin with beside those of the lexicon.
  static let openingWords = [
    untilWords, firstWords, januaryWords, nextWords, afterWords, lastWords,
    thisSpan, lastCentury, thisCentury, republic, ordinal,
  ]

  /// Steps over one of some words, where one stands.
  func consume(_ words: OpeningWords, at position: inout Int) -> Bool {
    guard let length = words.length(in: utf8, at: position) else { return false }
    position += length
    return true
  }
}
