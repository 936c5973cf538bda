import Reading
import TestSupport
import Testing

@Suite struct HostileContainerTests {
  private func limited(_ change: (inout ContainerLimits) -> Void) -> ReadingOptions {
    var options = ReadingOptions(sizeLimit: 1 << 26)
    change(&options.limits)
    return options
  }

  private static let text = Array("正文在这里，写了几个字。".utf8)
  /// 20 MB that pack to 20 KB.
  private static let bomb = Archive.gzip([UInt8](repeating: 0x20, count: 20 << 20))

  @Test func aBombIsRefusedByItsRatio() {
    #expect(walk(Self.bomb, options: limited { _ in }) == ["! over-limit"])
    #expect(walk(Self.bomb, options: limited { $0.ratio = 2000 }).count == 1)
    var member = Archive.ZipMember("bomb.txt", [UInt8](repeating: 0x20, count: 20 << 20))
    member.flags = 0
    let zip = Archive.zip(members: [member, Archive.ZipMember("a.txt", Self.text)])
    // What else is in the archive is read.
    #expect(walk(zip, options: limited { _ in }) == ["bomb.txt! over-limit", "a.txt: 正文在这里，写了几个字。"])
  }

  @Test func aDocumentOfManyBytesIsRefusedAndTheOthersRead() {
    let tar = Archive.tar([("large", [UInt8](repeating: 0x61, count: 5000)), ("small", Self.text)])
    for bytes in [tar, Archive.gzip(tar)] {
      #expect(
        walk(bytes, options: ReadingOptions(sizeLimit: 4000)) == ["large! too-large", "small: 正文在这里，写了几个字。"])
    }
  }

  @Test func aLongLineIsRefusedAndTheOthersRead() {
    let lines = Array("{\"a\":1}\n{\"a\":\"\(String(repeating: "b", count: 3_000_000))\"}\n{\"a\":2}".utf8)
    #expect(
      walk(lines, options: ReadingOptions(sizeLimit: 100)) == ["1: {\"a\":1}", "2! too-large", "3: {\"a\":2}"])
  }

  @Test func theTotalEndsTheInput() {
    let part = Archive.gzip([UInt8](repeating: 0x61, count: 100_000))
    let tar = Archive.tar((1...5).map { ("\($0).gz", part) })
    let items = walk(tar, options: limited { $0.total = 250_000 })
    #expect(items.count == 3)
    #expect(items.last == "! over-limit")
  }

  @Test func theNumberOfMembersEndsTheInput() {
    let files = (1...5).map { ("\($0).txt", Self.text) }
    for bytes in [Archive.tar(files), Archive.zip(files), Array("{\"a\":1}\n{\"a\":1}\n{\"a\":1}\n{\"a\":1}".utf8)] {
      let items = walk(bytes, options: limited { $0.members = 3 })
      #expect(items.count == 4)
      #expect(items.last == "! over-limit")
    }
  }

  @Test func depthIsLimited() {
    var bytes = Archive.tar([("a.txt", Self.text)])
    for depth in 1...3 { bytes = Archive.tar([("\(depth).tar", bytes), ("b.txt", Self.text)]) }
    #expect(walk(bytes).count == 4)
    #expect(walk(bytes, options: limited { $0.depth = 3 }).contains("3.tar/2.tar/1.tar! over-limit"))
    var packed = Self.text
    for _ in 0..<50 { packed = Archive.gzip(packed) }
    #expect(walk(packed) == ["! over-limit"])
    #expect(walk(Archive.gzip(Self.text), options: limited { $0.depth = 0 }) == ["! over-limit"])
  }

  @Test func anArchiveThatIsCutOffGivesWhatItHasAndAReason() {
    let files = [("a.txt", Self.text), ("b.txt", Self.text)]
    let tar = Archive.tar(files)
    for length in [1000, 1024, 1200, 1536, 2048] {
      let items = walk(Array(tar.prefix(length)))
      #expect(
        items.last == (length < 1100 || length >= 2048 ? "! malformed" : "b.txt! malformed")
          || items.last == "! malformed")
      #expect(items.first == (length >= 1024 ? "a.txt: 正文在这里，写了几个字。" : items.first))
      #expect(items.contains { $0.hasSuffix("! malformed") })
    }
    let zip = Archive.zip(files)
    #expect(walk(Array(zip.dropLast(30))) == ["! malformed"])
    let gzip = Archive.gzip(tar)
    for length in stride(from: 20, to: gzip.count, by: 17) {
      #expect(walk(Array(gzip.prefix(length))).contains { $0.hasSuffix("! malformed") }, "\(length)")
    }
  }

  @Test func damageIsFound() {
    var crc = Archive.ZipMember("a.txt", Self.text)
    crc.crc = 7
    var size = Archive.ZipMember("b.txt", Self.text)
    size.size = 5
    var method = Archive.ZipMember("c.txt", Self.text)
    method.method = 14
    var encrypted = Archive.ZipMember("d.txt", Self.text)
    encrypted.flags = 1
    let items = walk(Archive.zip(members: [crc, size, method, encrypted, Archive.ZipMember("e.txt", Self.text)]))
    #expect(
      items == [
        "a.txt! malformed", "b.txt! malformed", "c.txt! unsupported", "d.txt! unsupported", "e.txt: 正文在这里，写了几个字。",
      ])
    var gzip = Archive.gzip(Self.text)
    gzip[15] ^= 0xFF
    #expect(walk(gzip) == ["! malformed"])
    #expect(walk(Archive.gzip(Self.text) + Array("more".utf8)) == ["! malformed"])
    var tar = Archive.tar([("a.txt", Self.text), ("b.txt", Self.text)])
    tar[1024 + 130] ^= 1
    #expect(walk(tar) == ["a.txt: 正文在这里，写了几个字。", "! malformed"])
  }

  @Test func membersThatLieOverEachOtherAreRefused() {
    // A directory that names one member many times.
    let one = Archive.ZipMember("a.txt", (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
    let whole = Archive.zip(members: [one])
    let entry = Array(whole[(whole.count - 22 - 46 - 5)..<(whole.count - 22)])
    let directory = (0..<50).flatMap { _ in entry }
    var archive = Array(whole.prefix(whole.count - 22 - 51)) + directory + whole.suffix(22)
    func put(_ number: Int, _ length: Int, fromEnd offset: Int) {
      for index in 0..<length {
        archive[archive.count - offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
      }
    }
    put(50, 2, fromEnd: 12)
    put(50, 2, fromEnd: 14)
    put(directory.count, 4, fromEnd: 10)
    #expect(walk(archive) == ["! malformed"])
  }

  @Test func officeDocumentsAreNamedAsSuch() {
    for names in [["mimetype", "content.xml"], ["word/document.xml", "[Content_Types].xml"]] {
      #expect(walk(Archive.zip(names.map { ($0, Self.text) })) == ["! unsupported"])
    }
  }

  @Test func sizesThatCannotBeAreRefused() {
    let huge = Archive.tarMember(Array("a".utf8), Self.text, size: 0o77777777777)
    #expect(walk(huge + Archive.tarEnd).last?.hasSuffix("! malformed") == true)
    var header = Archive.tarMember(Array("a".utf8), [])
    header.replaceSubrange(124..<136, with: [0xFF] + [UInt8](repeating: 0xFF, count: 11))
    #expect(walk(header + Archive.tarEnd) != [])
    let extended = Archive.tarMember(Array("x".utf8), [], type: "x", size: 1 << 30)
    #expect(walk(extended + Archive.tarEnd) == ["! malformed"])
  }

  /// Whatever is changed in an archive, it ends, and its members are in bounds.
  @Test func anyDamageEndsInDocumentsOrReasons() {
    var random = SeededGenerator(seed: 11)
    let files = [
      ("a.txt", Self.text), ("b.json", Array("{\"a\":1}\n{\"b\":2}".utf8)), ("c.gz", Archive.gzip(Self.text)),
    ]
    let archives = [Archive.tar(files), Archive.zip(files), Archive.gzip(Archive.tar(files))]
    for round in 0..<1500 {
      var bytes = archives[round % 3]
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if round % 5 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      #expect(walk(bytes).count < 50)
    }
  }
}
