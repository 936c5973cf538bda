import Reading
import TestSupport
import Testing

/// Sidecars that stand in archives beside their files.
@Suite struct ArchiveSidecarTests {
  /// `path: title`, `path! reason: detail`.
  private func titles(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) -> [String] {
    let walk = ContainerWalk(bytes, name: "input", options: options) { bytes, name throws(ReadingError) in
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix("title: ") else { throw .badMetadata(detail: "\(name) is wrong") }
      var given = GivenMetadata()
      given.title = String(text.dropFirst(7))
      return given
    }
    var titles: [String] = []
    while let item = walk.next() {
      if case .failure(let error) = item.content {
        titles.append("\(item.path)! \(error)")
      } else {
        titles.append("\(item.path): \(item.given.title ?? "-")")
      }
    }
    return titles
  }

  private func file(_ name: String, _ text: String) -> (name: String, contents: [UInt8]) { (name, Array(text.utf8)) }

  private var files: [(name: String, contents: [UInt8])] {
    [
      file("d/a.txt", "甲"), file("d/a.txt.meta.yaml", "title: 一"), file("b.txt", "乙"),
      file("c.jsonl.meta.yaml", "title: 三"), file("c.jsonl", "{\"a\":1}\n{\"a\":2}"),
    ]
  }
  private let expected = ["d/a.txt: 一", "b.txt: -", "c.jsonl/1: 三", "c.jsonl/2: 三"]

  @Test func theyAreReadInZIPWhereverTheyStand() {
    #expect(titles(Archive.zip(files)) == expected)
    #expect(Set(titles(Archive.zip(files.reversed()))) == Set(expected))
    #expect(titles(Archive.tar([("x.zip", Archive.zip(files))])) == expected.map { "x.zip/" + $0 })
  }

  @Test func theyAreReadInTarBeforeOrDirectlyBehindTheirFiles() {
    #expect(titles(Archive.tar(files)) == expected)
    #expect(titles(Archive.gzip(Archive.tar(files))) == expected)
    let early = [files[1], files[3], files[2], files[0], files[4]]
    #expect(Set(titles(Archive.tar(early))) == Set(expected))
    // Directly behind a container that is held.
    #expect(Set(titles(Archive.tar([files[4], files[3]]))) == ["c.jsonl/1: 三", "c.jsonl/2: 三"])
  }

  @Test func oneThatComesTooLateIsSaid() {
    let late = Archive.tar([files[0], files[2], files[1]])
    #expect(
      titles(late) == [
        "d/a.txt: -", "b.txt: -",
        "d/a.txt.meta.yaml! bad-metadata: it describes 'd/a.txt', which neither follows it in the tar archive nor stands directly before it",
      ])
  }

  @Test func oneWithoutItsFileIsSaid() {
    #expect(
      titles(Archive.zip([file("x.txt.meta.yaml", "title: 一"), file("y.txt", "甲")])) == [
        "x.txt.meta.yaml! bad-metadata: it describes 'x.txt', which is not in the ZIP archive", "y.txt: -",
      ])
    // Hidden files are passed over, and what describes them too.
    #expect(titles(Archive.zip([file("__MACOSX/x.meta.yaml", "title: 一"), file("y.txt", "甲")])) == ["y.txt: -"])
  }

  @Test func oneThatCannotBeReadRejectsItsFile() {
    let wrong = [file("a.txt", "甲"), file("a.txt.meta.yaml", "titel: 一"), file("b.txt", "乙")]
    let expected = ["a.txt! bad-metadata: a.txt.meta.yaml is wrong", "b.txt: -"]
    #expect(titles(Archive.zip(wrong)) == expected)
    #expect(titles(Archive.tar(wrong)) == expected)
    let large = [file("a.txt", "甲"), file("a.txt.meta.yaml", "title: " + String(repeating: "x", count: 70_000))]
    let tooLarge = ["a.txt! bad-metadata: a.txt.meta.yaml: it has more than 65536 bytes, the limit"]
    #expect(titles(Archive.zip(large)) == tooLarge)
    #expect(titles(Archive.tar(large)) == tooLarge)
  }

  @Test func theInnermostGoesFirst() {
    let inner = Archive.zip([file("a.txt", "甲"), file("a.txt.meta.yaml", "title: 内"), file("b.txt", "乙")])
    let outer = Archive.tar([("x.zip", inner), file("x.zip.meta.yaml", "title: 外")])
    #expect(titles(outer) == ["x.zip/a.txt: 内", "x.zip/b.txt: 外"])
  }

  @Test func anArchiveThatIsDamagedBehindAFileStillGivesTheFile() {
    var tar = Archive.tar([file("a.txt", "甲"), file("b.txt", "乙")])
    tar[1024 + 130] ^= 1
    #expect(titles(tar) == ["a.txt: -", "! malformed: a header of the tar archive is damaged"])
    #expect(titles(Array(Archive.tar([file("a.txt", "甲")]).prefix(1024))).first == "a.txt: -")
  }

  @Test func theyAreNoEndlessStoreInTar() {
    let many = (0..<1005).map { file("\($0).txt.meta.yaml", "title: 一") }
    let items = titles(Archive.tar(many))
    #expect(items.count == 1005)
    #expect(items.first?.hasPrefix("1000.txt.meta.yaml! bad-metadata: more than 1000") == true)
  }

  @Test func withoutAReaderTheyAreDocuments() {
    #expect(walk(Archive.zip([file("a.txt.meta.yaml", "title: 一")])) == ["a.txt.meta.yaml: title: 一"])
    #expect(walk(Archive.tar([file("a.txt.meta.yaml", "title: 一")])) == ["a.txt.meta.yaml: title: 一"])
  }
}
