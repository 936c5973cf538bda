import Figures
import Reading
import Records
import Rules
import Values

/// A parser of untrusted bytes, and what must hold of whatever it makes of them.
struct Parser: Sendable {
  let name: String
  let read: @Sendable ([UInt8]) -> Void

  static let all: [Parser] =
    InputFormat.allCases.filter { $0 != .jsonLines && $0 != .pdf }.map { format in
      Parser(name: format.rawValue) { page(of: format == .text ? $0 : repaired($0), as: format) }
    } + [
      Parser(name: "any") { page(of: $0, as: nil) },
      Parser(name: "container") { walk($0, as: nil) },
      Parser(name: "tar") { walk(withChecksums($0), as: nil) },
      Parser(name: "gzip") { walk([0x1F, 0x8B, 8] + $0, as: nil) },
      Parser(name: "zip") { walk([0x50, 0x4B, 3, 4] + $0, as: nil) },
      Parser(name: "zstd") { walk([0x28, 0xB5, 0x2F, 0xFD] + $0, as: nil) },
      Parser(name: "jsonl") { walk($0, as: .jsonLines) },
      Parser(name: "sidecar") { _ = try? Sidecar.parse($0, name: "a.meta.yaml") },
      Parser(name: "json") { bytes in
        guard let value = try? JSONValue(bytes) else { return }
        // What is written of a value reads as the same value.
        precondition((try? JSONValue(Array(value.description.utf8))) == value, "a value changes when it is written")
      },
      Parser(name: "yaml") { bytes in
        guard let node = try? RuleNode(parsing: RulePack.File(name: "a.yaml", utf8: bytes)) else { return }
        _ = try? node.fields(["published", "title"])
      },
      Parser(name: "figures", read: figures),
    ]

  static func named(_ name: String?) -> Parser {
    guard let parser = all.first(where: { $0.name == name }) else {
      fatalError("set PARSER to one of: \(all.map(\.name).joined(separator: " "))")
    }
    return parser
  }

  // MARK: Pages

  /// Its text must be UTF-8, and its lines lie within it in order.
  private static func page(of bytes: [UInt8], as format: InputFormat?) {
    var options = ReadingOptions(sizeLimit: 1 << 22, xmlText: "//x")
    options.format = format
    guard let page = try? DocumentReader(options: options).read(bytes, name: "2024/01/02.txt") else { return }
    precondition(String(validating: page.text.utf8, as: UTF8.self) != nil, "the text is no UTF-8")
    var end = 0
    for line in page.lines {
      precondition(line.range.lowerBound >= end, "lines overlap or go back")
      precondition(line.range.upperBound <= page.text.utf8.count, "a line ends behind the text")
      precondition(line.number >= 1, "a line has no number")
      end = line.range.upperBound
    }
  }

  /// Valid UTF-8, so that the parser is reached and not the decoder alone.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

  // MARK: Containers

  /// Documents are no larger than allowed, and they end. Objects of JSON and sidecars are read.
  private static func walk(_ bytes: [UInt8], as format: InputFormat?) {
    var options = ReadingOptions(sizeLimit: 1 << 18)
    options.limits = ContainerLimits(total: 1 << 23, ratio: 100, depth: 3, members: 500)
    options.format = format
    options.fields.id = "id"
    let walk = ContainerWalk(bytes, name: "a.bin", options: options, sidecars: Sidecar.parse)
    var items = 0
    while let item = walk.next() {
      items += 1
      switch item.content {
      case .bytes(let bytes): precondition(bytes.count <= options.sizeLimit, "a document is too large")
      case .jsonLine(let bytes, let number):
        precondition(bytes.count <= options.sizeLimit && number >= 1, "an object is too large")
        _ = JSONDocument.id(of: bytes, options: options)
        guard let document = try? JSONDocument(bytes, options: options) else { break }
        precondition(String(validating: document.text, as: UTF8.self) != nil, "the text of an object is no UTF-8")
      case .failure: break
      }
    }
    precondition(items <= options.limits.members + 500, "there is no end")
  }

  /// Headers of a tar archive with the checksums that they should have.
  private static func withChecksums(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where start == 0 || bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
      bytes.replaceSubrange(start + 148..<start + 156, with: [UInt8](repeating: 0x20, count: 8))
      let sum = bytes[start..<start + 512].reduce(0) { $0 + Int($1) }
      let digits = String(sum, radix: 8)
      bytes.replaceSubrange(
        start + 148..<start + 154, with: Array((String(repeating: "0", count: 6 - digits.count) + digits).utf8))
    }
    return bytes
  }

  // MARK: Figures

  private static let recognizer = try? FigureRecognizer(rules: .embedded)
  private static let published = CalendarDate(year: 2024, month: 7, day: 24)

  /// Offsets stay inside the text and in order.
  private static func figures(_ bytes: [UInt8]) {
    let text = repaired(bytes)
    guard let recognizer else { fatalError("the rules cannot be read") }
    var end = 0
    for figure in recognizer.figures(in: text, published: published) {
      precondition(figure.range.lowerBound >= end && !figure.range.isEmpty, "figures overlap or go back")
      precondition(figure.extent.lowerBound <= figure.range.lowerBound, "a figure begins before its extent")
      precondition(figure.extent.upperBound >= figure.range.upperBound, "a figure ends behind its extent")
      precondition(figure.extent.upperBound <= text.count, "a figure ends behind the text")
      end = figure.range.upperBound
    }
  }
}
