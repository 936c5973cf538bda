import TestSupport
import Testing

@testable import Pipeline

struct PartedBytesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: [0, 100, 5000, .max]) func partsComeBackAsTheyWereAdded(memory: Int) throws {
    var random = SeededGenerator(seed: 12)
    let root = SystemPath(folder.path)
    var parted = PartedBytes(parts: 7, memory: memory) { () throws(OutputError) in
      try SpillFile(at: root.appending("parts".utf8))
    }
    var expected = [[UInt8]](repeating: [], count: 7)
    for _ in 0..<500 {
      let part = Int.random(in: 0..<7, using: &random)
      let piece = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      expected[part] += piece
      try parted.append(to: part) { $0 += piece }
    }
    for part in 0..<7 { #expect(try parted.take(part) == expected[part]) }
    #expect(try folder.entries().isEmpty)
  }

  @Test(arguments: [0, 100, 5000, .max]) func piecesComeBackByTheirPlaces(memory: Int) throws {
    var random = SeededGenerator(seed: 13)
    let root = SystemPath(folder.path)
    var spilled = SpilledBytes(memory: memory) { () throws(OutputError) in
      try SpillFile(at: root.appending("bytes".utf8))
    }
    var expected: [(place: Range<Int>, piece: [UInt8])] = []
    for _ in 0..<500 {
      let piece = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      expected.append((try spilled.append(piece), piece))
    }
    for (place, piece) in expected { #expect(try spilled.read(place) == piece) }
  }
}
