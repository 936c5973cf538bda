import Foundation
import Reading
import TestSupport
import Testing

/// What a walk gives, as `path: text` or `path! reason`.
func walk(
  _ bytes: [UInt8], name: String = "input", options: ReadingOptions = ReadingOptions(),
  sidecars: ContainerWalk.SidecarParser? = nil
) -> [String] {
  let walk = ContainerWalk(bytes, name: name, options: options, sidecars: sidecars)
  var items: [String] = []
  while let item = walk.next() {
    switch item.content {
    case .bytes(let bytes): items.append("\(item.path): \(String(decoding: bytes.prefix(60), as: UTF8.self))")
    case .jsonLine(let bytes, _): items.append("\(item.path): \(String(decoding: bytes, as: UTF8.self))")
    case .failure(let error): items.append("\(item.path)! \(error.reason)")
    }
  }
  return items
}

@Suite struct ContainerWalkTests {
  private static let files: [(name: String, contents: [UInt8])] = [
    ("b/一.txt", Array("一号文件".utf8)), ("a.txt", Array(repeating: 0x61, count: 1500)), ("leer.txt", []),
  ]
  private static let expected = [
    "b/一.txt: 一号文件", "a.txt: " + String(repeating: "a", count: 60), "leer.txt: ",
  ]
  private static let zstandard = [UInt8](
    Data(base64Encoded: "KLUv/QRoMQEA5YWo5Yy65a6M5oiQ5bel5Lia5oqV6LWEMTIuNuS6v+WFg+OAggq+8qS1") ?? Data())

  @Test func archivesAreReadAsFolders() {
    #expect(walk(Archive.tar(Self.files)) == Self.expected)
    #expect(walk(Archive.zip(Self.files)) == Self.expected)
    #expect(walk(Archive.gzip(Archive.tar(Self.files)), name: "a.tgz") == Self.expected)
  }

  @Test func aDocumentIsItself() {
    #expect(walk(Array("正文".utf8)) == [": 正文"])
    #expect(walk([]) == [": "])
    #expect(walk(Archive.gzip(Array("正文".utf8)), name: "a.txt.gz") == [": 正文"])
  }

  @Test func membersOfGzipFollowEachOther() {
    let bytes = Archive.gzip(Array("上半".utf8)) + Archive.gzip(Array("下半".utf8)) + [0, 0, 0]
    #expect(walk(bytes) == [": 上半下半"])
  }

  @Test func zstandardIsReadWhereItsLibraryIs() {
    #expect(
      [[": 全区完成工业投资12.6亿元。\n"], ["! unsupported"]].contains(walk(Self.zstandard, name: "a.txt.zst")))
  }

  @Test func containersLieInEachOther() {
    let inner = Archive.zip([("x.txt", Array("里面".utf8)), ("y.txt.gz", Archive.gzip(Array("压缩".utf8)))])
    let outer = Archive.tar([("in.zip", inner), ("z.txt", Array("外面".utf8))])
    #expect(walk(outer) == ["in.zip/x.txt: 里面", "in.zip/y.txt.gz: 压缩", "z.txt: 外面"])
  }

  @Test func eachLineOfJSONIsADocument() {
    let lines = Array("\u{FEFF}{\"text\":\"甲\"}\r\n\n  \n{\"text\":\"乙\"}\nno json\n{\"text\":\"丙\"}".utf8)
    let expected = ["1: {\"text\":\"甲\"}\r", "4: {\"text\":\"乙\"}", "5: no json", "6: {\"text\":\"丙\"}"]
    #expect(walk(lines) == expected)
    #expect(walk(Archive.gzip(lines)) == expected)
    #expect(walk(Archive.tar([("d/l.jsonl", lines)])) == expected.map { "d/l.jsonl/" + $0 })
  }

  @Test func aFormatThatIsNamedDecidesButPackedIsPacked() {
    var options = ReadingOptions()
    options.format = .text
    #expect(walk(Array("{\"text\":1}\n{}".utf8), options: options) == [": {\"text\":1}\n{}"])
    #expect(walk(Archive.gzip(Array("{\"a\":1}".utf8)), options: options) == [": {\"a\":1}"])
    options.format = .jsonLines
    #expect(walk(Array("甲\n乙".utf8), options: options) == ["1: 甲", "2: 乙"])
  }

  @Test(arguments: ["a.jsonl", "A.NDJSON"]) func theNameTellsWhereTheContentDoesNot(name: String) {
    #expect(walk(Array("x\ny".utf8), name: name) == ["1: x", "2: y"])
    #expect(walk(Array("x\ny".utf8), name: "a.txt") == [": x\ny"])
    #expect(walk(Archive.zip([]), name: name) == ["! empty"])
  }

  @Test func hiddenMembersAndLinksArePassedOver() {
    let tar =
      Archive.tarMember(Array("./a.txt".utf8), Array("甲".utf8)) + Archive.tarMember(Array("d/".utf8), [], type: "5")
      + Archive.tarMember(Array("d/.git/b".utf8), Array("乙".utf8))
      + Archive.tarMember(Array("link".utf8), [], type: "2")
      + Archive.tarMember(Array("pipe".utf8), [], type: "6")
      + Archive.tarMember(Array("/d//c.txt".utf8), Array("丙".utf8))
      + Archive.tarMember(Array("__MACOSX/c.txt".utf8), Array("丁".utf8))
      + Archive.tarMember(Array("../up.txt".utf8), Array("戊".utf8)) + Archive.tarEnd
    #expect(walk(tar) == ["a.txt: 甲", "d/c.txt: 丙", "../up.txt: 戊"])
    let reader = ContainerWalk(tar, name: "a.tar", options: ReadingOptions())
    while reader.next() != nil {}
    #expect(reader.passedOver == 2)
  }

  @Test func whatHoldsNothingIsEmpty() {
    #expect(walk([], name: "a.jsonl") == ["! empty"])
    #expect(walk(Array("\n \n".utf8), name: "a.jsonl") == ["! empty"])
    #expect(walk(Archive.tarEnd, name: "a.tar") == ["! empty"])
    #expect(walk(Archive.gzip([]), name: "a.jsonl.gz") == ["! empty"])
    #expect(
      walk(Archive.tar([("a.zip", Archive.zip([])), ("b.txt", Array("甲".utf8))])) == ["a.zip! empty", "b.txt: 甲"])
    #expect(walk(Archive.tar([(".hidden", Array("甲".utf8))])) == ["! empty"])
  }

  @Test func longNamesOfBothKindsAreRead() {
    let name = String(repeating: "长", count: 60) + "/文.txt"
    let record = " path=\(name)\n"
    let length = record.utf8.count + 3
    let extended =
      Archive.tarMember(Array("x".utf8), Array("\(length)\(record)".utf8), type: "x")
      + Archive.tarMember(Array("short".utf8), Array("甲".utf8)) + Archive.tarEnd
    #expect(walk(extended) == ["\(name): 甲"])
    let long =
      Archive.tarMember(Array("././@LongLink".utf8), Array(name.utf8) + [0], type: "L", magic: "ustar  \0")
      + Archive.tarMember(Array(name.utf8), Array("乙".utf8), magic: "ustar  \0")
      + Archive.tarMember(Array("n".utf8), Array("丙".utf8), magic: "ustar  \0") + Archive.tarEnd
    #expect(walk(long) == ["\(name): 乙", "n: 丙"])
  }

  @Test func theOldestTarHasNoMark() {
    let tar = Archive.tarMember(Array("a.txt".utf8), Array("甲".utf8), type: "\0", magic: "") + Archive.tarEnd
    #expect(walk(tar) == ["a.txt: 甲"])
  }

  @Test func namesOfMembersAreDecoded() throws {
    var member = Archive.ZipMember("", Array("甲".utf8))
    member.flags = 0
    member.name = try encode("要闻\\一版.txt", "GB18030")
    var broken = member
    broken.name = [0x61, 0xFF, 0x0A, 0x62]
    #expect(walk(Archive.zip(members: [member, broken])) == ["要闻/一版.txt: 甲", "a\\xFF\nb: 甲"])
  }

  @Test func largeArchivesAndCommentsAreRead() {
    var member = Archive.ZipMember("a.txt", Array("甲".utf8))
    member.isLarge = true
    var stored = Archive.ZipMember("b.txt", Array("乙".utf8))
    stored.method = 0
    #expect(walk(Archive.zip(members: [member, stored], comment: "注释")) == ["a.txt: 甲", "b.txt: 乙"])
    #expect(walk(Array("PK\u{3}\u{4}".utf8) + Archive.zip(members: [member])) == ["a.txt: 甲"])
  }

  @Test func filesAreWalkedFromTheDisk() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(Archive.zip(Self.files)), to: "a.zip")
    guard
      case .container(let walk) = ContainerWalk.open(
        path: Array(path.utf8), name: "a.zip", options: ReadingOptions())
    else {
      Issue.record("the archive is taken for a document")
      return
    }
    var count = 0
    while walk.next() != nil { count += 1 }
    #expect(count == 3)
  }

  /// Files that are looked into in one piece, and those of which only the head is.
  @Test(arguments: [0, 1, 4095, 4096, 4097, 65_535, 65_536, 70_000])
  func documentsAreTold(length: Int) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "a", count: length)
    let path = try folder.write(text, to: "a.txt")
    switch ContainerWalk.open(path: Array(path.utf8), name: "a.txt", options: ReadingOptions()) {
    case .small(let bytes): #expect(length < 65_536 && bytes == Array(text.utf8))
    case .large(let size): #expect(length >= 65_536 && size == length)
    case .container, .unreadable: Issue.record("the document is taken for something else")
    }
  }

  @Test func whatCannotBeReadIsLeftToItsReader() throws {
    let folder = try TemporaryFolder()
    for name in ["nothing.zip", ""] {
      guard
        case .unreadable = ContainerWalk.open(
          path: Array(folder.path(name).utf8), name: "a.zip", options: ReadingOptions())
      else {
        Issue.record("something is found where no file is")
        continue
      }
    }
  }
}
