import Reading
import TestSupport
import Testing

/// JSON documents that are not one object a line.
@Suite struct JSONContainerTests {
  private static let expected = ["1: {\"text\":\"甲\"}", "2: {\"text\":\"乙，[二}\"}"]

  @Test(arguments: [
    "[{\"text\":\"甲\"},{\"text\":\"乙，[二}\"}]", " [\n{\"text\":\"甲\"} ,\r\n {\"text\":\"乙，[二}\"}\n]\n",
    "\u{FEFF}[{\"text\":\"甲\"},{\"text\":\"乙，[二}\"}]", "{\"text\":\"甲\"} {\"text\":\"乙，[二}\"}",
    "{\"text\":\"甲\"}, {\"text\":\"乙，[二}\"}",
  ])
  func objectsOfAnArrayOrBehindEachOtherAreDocuments(json: String) {
    #expect(walk(Array(json.utf8)) == Self.expected)
    #expect(walk(Archive.gzip(Array(json.utf8)), name: "a.gz") == Self.expected)
    #expect(walk(Archive.zip([("d/a.json", Array(json.utf8))])) == Self.expected.map { "d/a.json/" + $0 })
    #expect(walk(Archive.tar([("a.json", Array(json.utf8))])) == Self.expected.map { "a.json/" + $0 })
  }

  @Test func anObjectMayStandOverManyLines() {
    let one = "{\n  \"text\": \"甲\\n乙\\\"}\",\n  \"tags\": [\"a\", {\"b\": 1}]\n}"
    for json in ["\(one)\n\(one)\n", "[\n\(one),\n\(one)\n]", "\(one)\(one)", "\u{1E}\(one)\n\u{1E}\(one)\n"] {
      let items = walk(Array(json.utf8), name: "a.json")
      // A text that begins with a control character is JSON only if it is said to be.
      #expect(items == ["1: \(one)", "2: \(one)"] || json.hasPrefix("\u{1E}") && items.count == 1)
    }
  }

  /// The second byte of 乗 in GBK is a backslash, that of 亄 in Big5 a bracket.
  @Test func textOfTwoBytesACharacterIsScannedAsSuch() {
    let object: [UInt8] = Array("{\n\"text\":\"".utf8) + [0x81, 0x5C] + Array("\"}".utf8)
    let json = object + [0x0A] + object
    #expect(ContainerWalk(json, name: "a", options: ReadingOptions()).count == 2)
    var options = ReadingOptions()
    options.encoding = "Big5"
    let other: [UInt8] = Array("[{\"text\":\"".utf8) + [0xA4, 0x5C] + Array("\"},{\"text\":1}]".utf8)
    #expect(ContainerWalk(other, name: "a", options: options).count == 2)
  }

  @Test func valuesThatAreNoObjectsAreGivenAsTheyStand() {
    #expect(
      walk(Array("[{\"text\":1}, 12.5, \"a]b\", null, [1,[2]], {}]".utf8)) == [
        "1: {\"text\":1}", "2: 12.5", "3: \"a]b\"", "4: null", "5: [1,[2]]", "6: {}",
      ])
    #expect(walk(Array("[]".utf8), name: "a.json") == ["! empty"])
    #expect(walk(Array("[]".utf8), name: "a.txt") == [": []"])
  }

  @Test func whatIsCutOffOrFollowedBySomethingElseIsSaid() {
    let json = Array("[{\"text\":\"甲\"},{\"text\":\"乙\"}]".utf8)
    #expect(walk(Array(json.dropLast())) == ["1: {\"text\":\"甲\"}", "2: {\"text\":\"乙\"}", "! malformed"])
    #expect(walk(Array(json.dropLast(3))) == ["1: {\"text\":\"甲\"}", "2! malformed"])
    #expect(walk(json + Array(" x".utf8)).last == "! malformed")
    #expect(walk(Array("{\n\"text\":\"甲\"\n}\n}\n{\n".utf8)) == ["1: {\n\"text\":\"甲\"\n}", "2: }", "3! malformed"])
    let packed = Archive.gzip(json)
    #expect(walk(Array(packed.dropLast(6))).last == "! malformed")
  }

  @Test func aLargeObjectIsRefusedAndTheOthersRead() {
    let large = "{\"text\":\"" + String(repeating: "长}", count: 1_000_000) + "\"}"
    let options = ReadingOptions(sizeLimit: 100)
    #expect(
      walk(Array("[{\"text\":1},\(large),{\"text\":2}]".utf8), options: options) == [
        "1: {\"text\":1}", "2! too-large", "3: {\"text\":2}",
      ])
    #expect(walk(Array("{\n\"a\":1},\(large)".utf8), options: options) == ["1: {\n\"a\":1}", "2! too-large"])
  }

  @Test func membersAreCountedAndAnotherFormatForcesText() {
    var options = ReadingOptions()
    options.limits.members = 2
    let json = Array("[{\"a\":1},{\"a\":2},{\"a\":3}]".utf8)
    #expect(walk(json, options: options) == ["1: {\"a\":1}", "2: {\"a\":2}", "! over-limit"])
    options = ReadingOptions()
    options.format = .text
    #expect(walk(json, options: options).count == 1)
  }

  @Test(arguments: ["[本报讯] 全区完成工业投资。", "{本报讯} 全区", "[1] 见注释", "[{ 甲 }]", "[[1]]"])
  func textInBracketsIsText(text: String) {
    #expect(walk(Array(text.utf8), name: "a.txt") == [": \(text)"])
  }

  @Test func aBrokenLineOfJSONLinesBreaksNoOther() {
    let lines = "{\"text\":\"甲\n{\"text\":\"乙\"}\n{\"text\":\"丙\"}"
    #expect(walk(Array(lines.utf8)) == ["1: {\"text\":\"甲", "2: {\"text\":\"乙\"}", "3: {\"text\":\"丙\"}"])
  }
}

extension ContainerWalk {
  /// How many documents and failures are left.
  fileprivate var count: Int {
    var count = 0
    while next() != nil { count += 1 }
    return count
  }
}
