import Layout
import SourceText
import TestSupport
import Testing

@testable import Pipeline

struct DuplicateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// - Parameter runLength: Bands that are held in memory; a document has sixteen.
  private func index(runLength: Int = .max) -> DuplicateIndex {
    let root = SystemPath(folder.path)
    return DuplicateIndex(runLength: runLength) { name throws(OutputError) in
      try SpillFile(at: root.appending(name.utf8))
    }
  }

  private func signature(_ text: String) -> ShingleSignature? {
    ShingleSignature([Paragraph(text: SourceText(decoded: text), kind: .body)])
  }

  /// A text of random ideographs.
  private func text(length: Int, using random: inout SeededGenerator) -> [Unicode.Scalar] {
    (0..<length).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random)) }
  }

  private func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

  @Test(arguments: [.max, 5000, 100, 1]) func nearCopiesNameTheFirst(runLength: Int) throws {
    var random = SeededGenerator(seed: 5)
    var index = index(runLength: runLength)
    for number in 0..<50 {
      let story = text(length: 800, using: &random)
      var edited = story
      for _ in 0..<8 { edited[Int.random(in: 0..<edited.count, using: &random)] = "改" }
      #expect(try index.original(of: "a\(number)", try #require(signature(string(story)))) == nil)
      let copy = string(text(length: 12, using: &random) + edited)
      #expect(try index.original(of: "b\(number)", try #require(signature(copy))) == "a\(number)")
      #expect(try index.original(of: "c\(number)", try #require(signature(string(story)))) == "a\(number)")
    }
  }

  @Test func storiesThatShareAParagraphAreTwo() throws {
    var random = SeededGenerator(seed: 6)
    var index = index()
    for number in 0..<50 {
      let shared = text(length: 300, using: &random)
      let one = string(shared + text(length: 500, using: &random))
      let two = string(text(length: 500, using: &random) + shared)
      #expect(try index.original(of: "a\(number)", try #require(signature(one))) == nil)
      #expect(try index.original(of: "b\(number)", try #require(signature(two))) == nil)
    }
  }

  /// Texts of which some are more alike than others, and many share what stands in all of them.
  @Test func whatIsInFilesIsFoundAsWhatIsInMemory() throws {
    var random = SeededGenerator(seed: 9)
    let shared = text(length: 400, using: &random)
    var stories: [[Unicode.Scalar]] = []
    var inMemory = index()
    var inFiles = index(runLength: 200)
    var copies = 0
    for number in 0..<400 {
      var story = shared + text(length: Int.random(in: 20...600, using: &random), using: &random)
      if number % 3 == 2, let earlier = stories.randomElement(using: &random) {
        let changed = text(length: Int.random(in: 0...300, using: &random), using: &random)
        story = earlier + changed
      }
      stories.append(story)
      let made = try #require(signature(string(story)))
      let original = try inMemory.original(of: "文/\(number)", made)
      if original != nil { copies += 1 }
      #expect(try inFiles.original(of: "文/\(number)", made) == original)
    }
    #expect((50...350).contains(copies))
    #expect(try folder.entries().isEmpty)
  }

  @Test func numbersAreFoundUnderTheirKeys() throws {
    var random = SeededGenerator(seed: 10)
    let root = SystemPath(folder.path)
    var index = SpilledKeyIndex(runLength: 1500) { () throws(OutputError) in
      try SpillFile(at: root.appending("keys".utf8))
    }
    var expected: [UInt64: [Int32]] = [:]
    var keys: [UInt64] = [0, .max]
    for number in 0..<10_000 as Range<Int32> {
      let key = number % 4 == 0 ? keys[Int.random(in: 0..<keys.count, using: &random)] : random.next()
      keys.append(key)
      try index.insert(number, under: key)
      expected[key, default: []].append(number)
    }
    for (key, numbers) in expected {
      var found: [Int32] = []
      try index.find(key, into: &found)
      #expect(found.sorted() == numbers)
    }
    for _ in 0..<1000 {
      var found: [Int32] = []
      try index.find(random.next(), into: &found)
      #expect(found.isEmpty)
    }
  }

  @Test func spacesPunctuationAndFurnitureDoNotCount() throws {
    var random = SeededGenerator(seed: 7)
    let story = string(text(length: 300, using: &random))
    let spaced = story.map { "\($0) " }.joined(separator: "，")
    #expect(signature(spaced) == signature(story))
    let furniture = Paragraph(text: SourceText(decoded: string(text(length: 50, using: &random))), kind: .furniture)
    #expect(
      ShingleSignature([furniture, Paragraph(text: SourceText(decoded: story), kind: .body)]) == signature(story))
  }

  @Test func shortTextsAreNotCompared() {
    #expect(signature("全区完成工业投资12.6亿元。") == nil)
    #expect(signature("") == nil)
  }

  @Test func theEstimateIsNearTheTrueSimilarity() throws {
    var random = SeededGenerator(seed: 8)
    var total = 0.0
    for _ in 0..<100 {
      let shared = text(length: 800, using: &random)
      let one = try #require(signature(string(shared + text(length: 100, using: &random))))
      let two = try #require(signature(string(shared + text(length: 100, using: &random))))
      total += one.similarity(to: two)
    }
    #expect(abs(total / 100 - 0.8) < 0.03)
  }
}
