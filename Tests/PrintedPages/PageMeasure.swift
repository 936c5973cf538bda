/// How much of what a page says was put back.
public struct PageMeasure: Sendable, CustomStringConvertible {
  /// Paragraphs of the truth.
  public private(set) var paragraphs = 0
  /// Those that are there from first to last character and nothing else with them.
  public private(set) var whole = 0
  /// The most of those that stand in the right order within their story.
  public private(set) var inOrder = 0
  /// Paragraphs of stories with a headline, and those before which no headline of another story stands.
  public private(set) var texts = 0
  public private(set) var underOwnHeadline = 0

  public init() {}

  /// - Parameter found: The paragraphs that were put back, in their order.
  public mutating func add(_ truth: PageTruth, found: [String]) {
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for (place, text) in found.enumerated() { places[Self.comparable(text), default: []].append(place) }
    var headlines: [(place: Int, group: Int)] = []
    var placed: [[(place: Int, paragraph: Int)]] = []
    for (number, group) in truth.groups.enumerated() {
      var row: [(place: Int, paragraph: Int)] = []
      for (index, paragraph) in group.paragraphs.enumerated() {
        paragraphs += 1
        let text = Self.comparable(paragraph)
        guard let place = places[text]?.first else { continue }
        places[text]?.removeFirst()
        row.append((place, index))
        if index < group.headlines { headlines.append((place, number)) }
      }
      whole += row.count
      inOrder += Self.longestRise(row.map(\.place))
      placed.append(row)
    }
    headlines.sort { $0.place < $1.place }
    for (number, group) in truth.groups.enumerated() where group.headlines > 0 {
      for (place, index) in placed[number] where index >= group.headlines {
        texts += 1
        if headlines.last(where: { $0.place < place })?.group == number { underOwnHeadline += 1 }
      }
    }
  }

  public static func + (one: PageMeasure, other: PageMeasure) -> PageMeasure {
    var sum = one
    sum.paragraphs += other.paragraphs
    sum.whole += other.whole
    sum.inOrder += other.inOrder
    sum.texts += other.texts
    sum.underOwnHeadline += other.underOwnHeadline
    return sum
  }

  public var shareInOrder: Double { Double(inOrder) / Double(max(1, paragraphs)) }
  public var shareUnderOwnHeadline: Double { Double(underOwnHeadline) / Double(max(1, texts)) }

  public var description: String {
    "\(paragraphs) paragraphs: \(whole) whole, \(inOrder) whole and in order (\(shareInOrder)); "
      + "\(underOwnHeadline) of \(texts) under their own headline (\(shareUnderOwnHeadline))"
  }

  /// Without white space; the two dashes that fonts draw alike are one.
  private static func comparable(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { $0 == "\u{2015}" ? "\u{2014}" : $0 }
  }

  private static func longestRise(_ places: [Int]) -> Int {
    var tails: [Int] = []
    for place in places {
      if let index = tails.firstIndex(where: { $0 >= place }) { tails[index] = place } else { tails.append(place) }
    }
    return tails.count
  }
}
