import Layout
import Rules

/// Subjects that stand behind what is said of them, and parts of what a sentence tells of.
extension SubjectFinder {
  /// Which clauses of a paragraph tell of a part only: those of a sentence that begins with 其中, and from 其中 in its course
  /// up to the semicolon.
  struct Parts {
    private var sentence = -1
    private var clause = -1
    private var isOpen = false
    private var opensSentence = false

    /// Whether a clause tells of a part; asked of clauses in their order.
    mutating func hold(_ last: Int, in paragraph: ParagraphShadow) -> Bool {
      let clauses = paragraph.clauses
      while clause < last {
        clause += 1
        let isFirst = clauses.sentenceOfClause[clause] != sentence
        if isFirst {
          sentence = clauses.sentenceOfClause[clause]
          isOpen = false
          opensSentence = false
        } else if clauses.opensAfterSemicolon[clause], !opensSentence {
          isOpen = false
        }
        if PeriodMarker.begins(paragraph.shadow, clauses.clauses[clause], SubjectFinder.which) {
          isOpen = true
          opensSentence = opensSentence || isFirst
        }
      }
      return isOpen
    }
  }

  /// 其中：阿拉山口口岸…: the one part that a sentence tells of behind a colon is told of in the next.
  func isOnlyPart(_ index: Int, _ topics: [Resolved], _ known: Range<Int>, in paragraph: ParagraphShadow) -> Bool {
    let clauses = paragraph.clauses
    let sentence = topics[index].sentence
    guard topics[index].members.count < 2, index + 1 >= known.upperBound || topics[index + 1].sentence != sentence,
      index <= known.lowerBound || topics[index - 1].sentence != sentence
    else { return false }
    var first = topics[index].clause
    while first > 0, clauses.sentenceOfClause[first - 1] == sentence { first -= 1 }
    let start = clauses.clauses[first]
    let colon = start + Self.which.count
    return PeriodMarker.begins(paragraph.shadow, start, Self.which) && colon < paragraph.shadow.count
      && UTF8Scalar.folded(in: paragraph.shadow, at: colon).scalar == 0x3A
  }

  /// A quotation at the head of a paragraph, and who speaks behind it.
  struct Quotation {
    /// Where the quotation closes, in bytes of the paragraph.
    let end: Int
    let speaker: SubjectMention
  }

  /// “今年销售2200台。”润力公司副总经理罗政周说: who speaks behind a quotation at the head of a paragraph is whose figures it
  /// tells.
  func quotation(headOf index: Int) -> Quotation? {
    let paragraph = paragraphs[index]
    let text = paragraph.shadow
    guard !text.isEmpty, let closing = Self.closingQuote(of: UTF8Scalar.folded(in: text, at: 0).scalar) else {
      return nil
    }
    var end = UTF8Scalar.folded(in: text, at: 0).length
    while end < text.count, UTF8Scalar.folded(in: text, at: end).scalar != closing {
      end += UTF8Scalar.folded(in: text, at: end).length
    }
    guard end < text.count else { return nil }
    let next = resolved[index].first { $0.start > end }
    guard let next, next.start - end <= Self.speakerReach, let bodyClass = next.bodyClass, Self.canBeMain(bodyClass)
    else {
      return nil
    }
    let speaker = SubjectMention(
      name: next.mention.name, kind: next.mention.kind, range: nil, areaCode: next.mention.areaCode)
    return Quotation(end: end, speaker: speaker)
  }

  /// The mark, comma or 在 that may stand between a quotation and its speaker.
  private static let speakerReach = 12

  private static func closingQuote(of opening: UInt32) -> UInt32? {
    switch opening {
    case 0x201C: 0x201D
    case 0x300C: 0x300D
    case 0x22: 0x22
    default: nil
    }
  }
}
