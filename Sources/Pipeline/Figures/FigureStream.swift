import Figures
import Reading
import Records
import Rules
import SourceText
import Values

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Lines of text in, their figures out as JSON Lines, in blocks of bytes on both sides.
public struct FigureStream {
  private static let block = 1 << 20

  private let recognizer: FigureRecognizer
  private let published: CalendarDate?
  private let showsRejected: Bool

  /// - Parameters:
  ///   - published: The date that relative words are read against.
  ///   - showsRejected: Also figures that were seen and judged to be none.
  /// - Throws: `RuleError` where a rule file is wrong.
  public init(rules: RulePack, published: CalendarDate?, showsRejected: Bool) throws(RuleError) {
    recognizer = try FigureRecognizer(rules: rules)
    self.published = published
    self.showsRejected = showsRejected
  }

  /// Writes the figures of all lines of some files to standard output; lines are counted through all of them from 0.
  /// - Parameter files: Paths; `-` is standard input.
  /// - Returns: How many lines are no UTF-8, and the number of the first; they are read with replacement characters.
  /// - Throws: `InputError` where a file cannot be read, behind the lines of the files before it; `OutputError` where
  ///   standard output takes no more.
  public func process(_ files: [String]) throws -> (count: Int, first: Int)? {
    var lines = LineNumbering(stream: self)
    do {
      for file in files { try add(file, to: &lines) }
    } catch let error as InputError {
      try lines.flush()
      throw error
    }
    try lines.flush()
    return lines.invalid
  }

  private func add(_ file: String, to lines: inout LineNumbering) throws {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputError("\(file): \(systemMessage(errno))") }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    try lines.process(descriptor, name: file)
  }

  /// Adds the object of one line, a valid or repaired UTF-8 text without its line end.
  func append(_ line: [UInt8], number: Int, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("line")
    writer.number(number)
    writer.key("figures")
    writer.beginArray()
    let figures =
      showsRejected
      ? recognizer.figuresAndRejected(in: line, published: published)
      : recognizer.figures(in: line, published: published)
    var place = ScalarCounter(line)
    // 去年同期 speaks of the period before it in the line, or else of the year of publication.
    var spoken = published.map { TimePeriod.single(CalendarUnit(year: $0.year)) }
    for figure in figures {
      let period = figure.period ?? figure.periodExpression?.resolve(published: published, previous: spoken)
      spoken = period ?? spoken
      let start = place.scalars(before: figure.range.lowerBound)
      let end = place.scalars(before: figure.range.upperBound)
      writer.object(figure, text: line[figure.range], scalars: start..<end, period: period)
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  /// Cuts blocks into lines and numbers them.
  private struct LineNumbering {
    let stream: FigureStream
    var number = 0
    /// How many lines are no UTF-8, and the number of the first.
    private(set) var invalid: (count: Int, first: Int)?
    private var isFirstOfFile = true
    var writer = JSONWriter()

    init(stream: FigureStream) {
      self.stream = stream
    }

    mutating func process(_ descriptor: Int32, name: String) throws {
      var buffer = [UInt8](repeating: 0, count: block)
      var rest: [UInt8] = []
      isFirstOfFile = true
      while true {
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw InputError("\(name): \(systemMessage(errno))") }
        guard count > 0 else { break }
        var start = 0
        while let end = Self.lineEnd(in: buffer, from: start, to: count) {
          rest += buffer[start..<end]
          try add(rest)
          rest.removeAll(keepingCapacity: true)
          start = end + 1
        }
        rest += buffer[start..<count]
      }
      if !rest.isEmpty { try add(rest) }
    }

    mutating func add(_ line: [UInt8]) throws {
      var line = line
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      // A byte order mark says how the file is encoded and is no part of its text.
      if isFirstOfFile, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
      isFirstOfFile = false
      // Everything behind here relies on valid UTF-8.
      if UTF8Validation(of: line) != .valid {
        line = Array(String(decoding: line, as: UTF8.self).utf8)
        invalid = ((invalid?.count ?? 0) + 1, invalid?.first ?? number)
      }
      stream.append(line, number: number, to: &writer)
      number += 1
      if writer.count >= block { try flush() }
    }

    mutating func flush() throws {
      var offset = 0
      while offset < writer.count {
        let written = writer.buffer.withUnsafeBytes {
          write(STDOUT_FILENO, $0.baseAddress.map { $0 + offset }, $0.count - offset)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw OutputError(path: "standard output", message: systemMessage(errno)) }
        offset += written
      }
      writer.removeAll()
    }

    private static func lineEnd(in buffer: [UInt8], from start: Int, to end: Int) -> Int? {
      buffer.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, end - start) else { return nil }
        return UnsafeRawPointer(found) - base
      }
    }
  }
}

/// Counts scalars up to offsets that only grow.
private struct ScalarCounter {
  private let utf8: [UInt8]
  private var offset = 0
  private var count = 0

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  mutating func scalars(before target: Int) -> Int {
    if target < offset {
      offset = 0
      count = 0
    }
    let ones: UInt64 = 0x0101_0101_0101_0101
    utf8.withUnsafeBytes { bytes in
      while offset + 8 <= target {
        // Of eight bytes at once those that go on with a scalar: 10 are their first bits.
        let block = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let further = block >> 7 & ~(block >> 6) & ones
        count += 8 - Int((further &* ones) >> 56)
        offset += 8
      }
    }
    while offset < target {
      if utf8[offset] & 0xC0 != 0x80 { count += 1 }
      offset += 1
    }
    return count
  }
}
