import Figures
import Rules
import Testing

@testable import Indicators

struct PatternTests {
  private static let lexicon = """
    version: 1
    classes:
      up: {description: rise, before_figure: true, words: 增长 上升}
      link: {description: link, in_name: inner, words: 和}
      wall: {description: wall, words: 其中}
    """

  private func program(_ text: String) throws -> (left: PatternProgram, right: PatternProgram, anchor: PieceTest) {
    let pack = RulePack(files: [.init(name: "lexicon.yaml", utf8: Array(Self.lexicon.utf8))])
    let lexicon = try Lexicon(rules: pack)
    let node = try pack.root(of: "lexicon.yaml")
    var parser = PatternParser(text, lexicon: lexicon, node: node)
    let (left, anchor, right) = try parser.parse()
    return (PatternProgram(left, isReversed: true), PatternProgram(right, isReversed: false), anchor)
  }

  private func text(_ range: Range<Int>) -> Piece { Piece(kind: .text, range: range, isNameable: true) }
  private func rise(_ range: Range<Int>) -> Piece { Piece(kind: .word, range: range, classes: 1, index: 0) }
  private func figure(_ range: Range<Int>) -> Piece {
    Piece(kind: .figures, range: range, index: 0, figureKind: .percentage)
  }

  @Test func capturesTheNameBeforeTheVerb() throws {
    let (left, _, _) = try program("N? verb:<up> F.percentage")
    let pieces = [text(0..<3), text(3..<6), rise(6..<9), figure(9..<12)]
    let matcher = PatternMatcher()
    let edge = matcher.run(left, pieces: pieces, from: 3, limit: 0)
    #expect(edge == 0)
    #expect(matcher.captures[2 * Slots.name] == 0)
    #expect(matcher.captures[2 * Slots.name + 1] == 2)
    #expect(matcher.captures[2 * Slots.verb] == 2)
    #expect(matcher.captures[2 * Slots.verb + 1] == 3)
  }

  @Test func refusesWhatThePatternDoesNotSay() throws {
    let (left, _, _) = try program("^ verb:<up> F.percentage")
    let pieces = [text(0..<3), rise(3..<6), figure(6..<9)]
    let matcher = PatternMatcher()
    #expect(matcher.run(left, pieces: pieces, from: 2, limit: 0) == nil)
  }

  /// What a program needs is a proof beforehand that it fits nowhere: it must never be wrong.
  @Test(arguments: ["N? verb:<up> F", "(<up> | '其中') text F", "<up>? text* <wall> F", "^ (text <link>)* text <up> F"])
  func aProgramMatchesOnlyWhereWhatItNeedsStands(pattern: String) throws {
    let (left, _, _) = try program(pattern)
    let matcher = PatternMatcher()
    var kinds = 0
    var refused = 0
    for number in 0..<625 {
      var pieces: [Piece] = []
      var rest = number
      for place in 0..<4 {
        let range = place * 3..<place * 3 + 3
        switch rest % 5 {
        case 0: pieces.append(text(range))
        case 1: pieces.append(rise(range))
        case 2: pieces.append(Piece(kind: .word, range: range, classes: 2, index: 2, isNameable: true))
        case 3: pieces.append(Piece(kind: .word, range: range, classes: 4, index: 3))
        default: pieces.append(Piece(kind: .comma, range: range))
        }
        rest /= 5
      }
      pieces.append(figure(12..<15))
      matcher.clearCaptures()
      let matched = matcher.run(left, pieces: pieces, from: 4, limit: 0) != nil
      let mayMatch = PieceUnion(pieces[0..<4]).mayMatch(left)
      #expect(mayMatch || !matched)
      kinds += matched ? 1 : 0
      refused += mayMatch ? 0 : 1
    }
    #expect(kinds > 0 && refused > 0)
  }

  @Test func boundsRepetitions() throws {
    let (_, right, _) = try program("F text{1,2} $")
    let matcher = PatternMatcher()
    for (count, expected) in [(0, nil), (1, 2), (2, 3), (3, nil)] as [(Int, Int?)] {
      let pieces = [figure(0..<3)] + (0..<count).map { text($0 * 3 + 3..<$0 * 3 + 6) }
      #expect(matcher.run(right, pieces: pieces, from: 1, limit: pieces.count) == expected)
    }
  }

  @Test func choosesBetweenBranches() throws {
    let (left, _, anchor) = try program("(<up> | '其中') F.percentage/points")
    let matcher = PatternMatcher()
    #expect(matcher.run(left, pieces: [rise(0..<3), figure(3..<6)], from: 1, limit: 0) == 0)
    #expect(anchor.accepts(figure(0..<3)))
    #expect(!anchor.accepts(Piece(kind: .figures, range: 0..<3, index: 0, figureKind: .money)))
  }

  /// Nested repetitions of the same piece, which a backtracking engine would try in exponentially many ways.
  @Test func staysLinearInHostilePatterns() throws {
    let (left, _, _) = try program("^ ((text*)* (text*)*)* <wall> F")
    let pieces = (0..<2000).map { text($0 * 3..<$0 * 3 + 3) } + [figure(6000..<6003)]
    let matcher = PatternMatcher()
    #expect(matcher.run(left, pieces: pieces, from: 2000, limit: 0) == nil)
  }

  @Test(arguments: [
    "N", "F F", "F <unknown>", "(F", "F 'not in the lexicon'", "N{3,1} F", "N{0,99} F", "bad:N F", "F.percent", "F )",
    "<up F",
  ])
  func namesTheFaultOfAPattern(_ pattern: String) {
    #expect(throws: RuleError.self) { try program(pattern) }
  }
}
