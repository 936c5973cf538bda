import Foundation
import Layout
import Reading
import Records
import Rules
import TestSupport
import Testing

@testable import Pipeline

/// What a page says twice is one record, whose mentions name each place.
struct CopyMentionTests {
  private static let road = Result { try DocumentRoad(rules: .embedded) }

  private static let harbour = "泊湾港去年完成货物吞吐量3860万吨，同比增长4.2%。码头新增泊位6个，夜里也能靠泊大船，货主们不用再等潮水。"
  private static let hospital = "乡卫生院的门诊楼翻修以后，专家每个星期三来坐诊，村民不用再赶一百多里山路去看眼科，白内障手术在镇上就能做。"
  private static let orchard = "崖畔村的苹果套上了纸袋，一棵树要套上许多个，合作社给社员统一发袋子，到了收果的时候再从货款里一并扣除。"

  private struct Reading {
    let document: ExtractedDocument
    let scalars: [Unicode.Scalar]

    /// The places of the mentions of a figure that is printed so, in order: where they begin, in scalars of the input.
    func places(of figure: String) -> [Int] {
      let places = document.records.records.flatMap(\.mentions).compactMap { mention -> Int? in
        let ranges: [Range<Int>]
        switch mention.source {
        case .scalars(let range): ranges = [range]
        case .pieces(let pieces): ranges = pieces
        default: ranges = []
        }
        let printed = ranges.map { String(String.UnicodeScalarView(scalars[$0])) }.joined().filter { !$0.isWhitespace }
        return printed == figure ? ranges.first?.lowerBound : nil
      }
      return Set(places).sorted()
    }
  }

  private func read(_ text: String) throws -> Reading {
    let page = try DocumentReader().read(Array(text.utf8), name: "page.txt")
    return Reading(
      document: try Self.road.get().extract(page, name: "page.txt"), scalars: Array(page.text.string.unicodeScalars))
  }

  /// Where a piece stands in a text, each time.
  private func offsets(of piece: String, in text: String) -> [Int] {
    text.ranges(of: piece).map { text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound) }
  }

  @Test func eachCopyOfAParagraphIsAMention() throws {
    let text = [Self.harbour, Self.hospital, Self.harbour, Self.orchard, Self.harbour].joined(separator: "\n\n")
    let reading = try read(text)
    #expect(reading.document.paragraphs.count == 3)
    #expect(reading.places(of: "3860万吨") == offsets(of: "3860万吨", in: text))
    #expect(reading.places(of: "3860万吨").count == 3)
  }

  @Test func aCopyInLinesIsAMentionToo() throws {
    let lines = LineDamage.wrap(Self.harbour, measure: 9, first: 9).joined(separator: "\n")
    // The figures are cut by the ends of lines.
    let reading = try read([Self.harbour, Self.hospital, lines, Self.orchard].joined(separator: "\n\n"))
    #expect(reading.document.paragraphs.count == 3)
    #expect(reading.places(of: "3860万吨").count == 2)
    #expect(reading.places(of: "6个").count == 2)
  }

  @Test func aTailIsAMentionOfTheFiguresInIt() throws {
    let tail = String(Self.harbour[try #require(Self.harbour.range(of: "码头")).lowerBound...])
    for parts in [[Self.harbour, Self.hospital, tail], [tail, Self.hospital, Self.harbour]] {
      let text = parts.joined(separator: "\n\n")
      let reading = try read(text)
      #expect(reading.document.paragraphs.count == 2)
      #expect(reading.places(of: "6个") == offsets(of: "6个", in: text))
      #expect(reading.places(of: "3860万吨") == offsets(of: "3860万吨", in: text))
    }
  }

  @Test func aVersionThatHardlyDiffersIsAMention() throws {
    let near = Self.harbour.replacing("货主们不用", with: "货主不用")
    let text = [Self.harbour, Self.hospital, near].joined(separator: "\n\n")
    let reading = try read(text)
    #expect(reading.document.paragraphs.count == 2)
    #expect(reading.places(of: "3860万吨") == offsets(of: "3860万吨", in: text))
  }

  @Test func ofTwoEqualQuotesTheOneAtThePlaceIsMeant() throws {
    let twice = "上月全区新开店铺16家，其中老街新开店铺16家都是本地人办的，外来的商户还在观望，街道办的人挨家去问过缘由。"
    let tail = String(twice[try #require(twice.range(of: "老街")).lowerBound...])
    let text = [twice, Self.hospital, tail].joined(separator: "\n\n")
    let reading = try read(text)
    #expect(reading.document.paragraphs.count == 2)
    #expect(reading.places(of: "16家") == offsets(of: "16家", in: text))
  }

  @Test func paragraphsThatShareASentenceAreTwoPlacesOfOneRecord() throws {
    let shared = "泊湾港去年完成货物吞吐量3860万吨，比前一年多出一成还要多。"
    let first = shared + "港务公司的人说，新泊位投用以后，船舶平均待港的时间缩短了，司机们排队过磅也快。"
    let second = shared + "在码头上干了半辈子的老吴却说，机器多了人就少了，他的徒弟都改行去开网约车。"
    let reading = try read([first, Self.hospital, second].joined(separator: "\n\n"))
    #expect(reading.document.paragraphs.map(\.text.string) == [first, Self.hospital, second])
    let mentions = reading.document.records.records.flatMap(\.mentions).filter { $0.quote.contains("3860") }
    #expect(Set(mentions.map(\.paragraph)) == [0, 2])
  }
}
