import Foundation
import Reading
import Testing

@Suite struct HostileTextTests {
  private func failure(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) -> ReadingError? {
    do throws(ReadingError) {
      _ = try DocumentReader(options: options).read(bytes, name: "page.txt")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [[], [0x20, 0x0A, 0x09, 0x0D], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF, 0x0A]] as [[UInt8]])
  func callsBlankInputsEmpty(bytes: [UInt8]) {
    #expect(failure(bytes)?.reason == "empty")
  }

  @Test func refusesBinary() {
    var random = SeededRandom(seed: 3)
    for length in [64, 1000, 50_000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(["not-text", "undecodable"].contains(failure(bytes)?.reason))
    }
    #expect(failure([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0])?.reason == "not-text")
    #expect(failure(Array("text\0text text text".utf8))?.reason == "not-text")
    #expect(failure(Array("\u{1}\u{2}\u{3}\u{4}text\u{5}\u{6}".utf8))?.reason == "not-text")
    #expect(failure([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])?.reason == "not-text")
    // Without mutool it is not supported.
    #expect(["unsupported", "malformed"].contains(failure(Array("%PDF-1.7\n".utf8))?.reason))
    #expect(failure([0x1F, 0x8B, 8, 0])?.reason == "unsupported")
  }

  @Test func toleratesAFewControlCharacters() throws {
    let text = "全市粮食总产量\u{1}再创新高，农民收入稳步增长。"
    #expect(try page(Array(text.utf8)).strings == [text])
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
      [0x80], [0xE5, 0xB9, 0x41], [0xFF], [0xC3, 0x28],
    ] as [[UInt8]])
  func namesThePlaceOfMalformedUTF8(sequence: [UInt8]) throws {
    let head = Array("全市粮食总产量再创新高，农民收入稳步增长。".utf8)
    let tail = Array("工业用电量也有增长，形势喜人，大家都很高兴。".utf8)
    let error = try #require(failure(head + sequence + tail))
    #expect(error.reason == "undecodable")
    #expect(error.detail.contains("UTF-8 at byte \(head.count)"))
    #expect(failure(head + sequence + tail, ReadingOptions(encoding: "utf-8")) == error)
  }

  @Test(arguments: ["GB18030", "Big5", "UTF-16LE", "UTF-8"])
  func leavesOutACharacterCutByTheEnd(encoding: String) throws {
    let text = "全市食品工業增加，今年收入上升，大家高兴地回家".replacingOccurrences(of: "兴", with: "好")
    let bytes = try encode(text, encoding)
    for options in [ReadingOptions(), ReadingOptions(encoding: encoding)] {
      let page = try page(Array(bytes.dropLast()), options)
      #expect(page.strings == [String(text.dropLast())])
      #expect(page.metadata.truncatedBytes == (encoding == "UTF-8" ? 2 : 1))
      #expect(page.metadata.encoding == encoding)
    }
  }

  @Test(arguments: ["GB18030", "Big5"]) func namesThePlaceOfMalformedSequences(encoding: String) throws {
    let head = try encode("全市食品工業增加，今年收入上升，大家高高在上", encoding)
    let tail = try encode("今天天氣好，大家回家", encoding)
    let error = try #require(failure(head + [0xFF, 0x0A] + tail))
    #expect(error.reason == "undecodable")
    #expect(error.detail.hasPrefix("no \(encoding)"))
    #expect(error.detail.contains("at byte \(head.count): FF 0A"))
  }

  @Test func refusesWhatIsTooLargeAndUnknownEncodings() {
    #expect(failure(Array("四个字".utf8), ReadingOptions(sizeLimit: 8)) == .tooLarge(limit: 8))
    #expect(failure(Array("四个字".utf8), ReadingOptions(encoding: "klingon"))?.reason == "unknown-encoding")
    #expect(failure(Array("四个字".utf8), ReadingOptions(encoding: "a b\0c"))?.reason == "unknown-encoding")
  }

  @Test func refusesWhatIsNoRegularFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let loop = folder.appendingPathComponent("loop").path
    #expect(symlink(loop, loop) == 0)
    func reason(_ path: String, limit: Int = 1000) -> String? {
      do throws(ReadingError) {
        _ = try FileReader(sizeLimit: limit).read(path: path)
        return nil
      } catch {
        return error.reason
      }
    }
    #expect(reason(pipe) == "not-a-file")
    #expect(reason(folder.path) == "not-a-file")
    #expect(reason("/dev/zero") == "not-a-file")
    #expect(reason(loop) == "unreadable")
    #expect(reason(folder.appendingPathComponent("absent").path) == "unreadable")
    #expect(reason("nul\0") == "unreadable")
    let name = Array(folder.path.utf8) + [0x2F, 0xFF, 0xFE, 0x0A]  // invalid UTF-8 and a newline
    let descriptor = open(name.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(write(descriptor, "abc", 3) == 3)
    close(descriptor)
    #expect(try FileReader().read(path: name) == Array("abc".utf8))
    #expect(throws: ReadingError.tooLarge(limit: 2)) { try FileReader(sizeLimit: 2).read(path: name) }
  }
}
