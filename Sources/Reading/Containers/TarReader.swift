/// Reads a tar archive from its beginning to its end: the old form, POSIX with extended headers, and GNU.
final class TarReader {
  /// Long names and extended headers are held in memory.
  private static let extensionLimit = 1 << 20

  private let stream: ByteStream
  private let budget: ContainerBudget
  /// Bytes of the current member that have not been read, and what fills its last block.
  private var left = 0
  private var padding = 0
  /// Links, devices and pipes among the members.
  private(set) var passedOver = 0

  init(_ stream: ByteStream, budget: ContainerBudget) {
    self.stream = stream
    self.budget = budget
  }

  /// The name and the bytes of the next member that is a file; `nil` at the end. The bytes can be read until the next call.
  /// - Throws: `malformed` where no header stands where one must, or the archive breaks off; there is no going on.
  func next() throws(ReadingError) -> (name: [UInt8], size: Int, contents: ByteStream)? {
    var longName: [UInt8]?
    var longSize: Int?
    while true {
      try endMember()
      let block = try stream.read(TarHeader.size)
      guard block.contains(where: { $0 != 0 }) else {
        guard block.count == TarHeader.size else { throw Self.brokenOff }
        return nil
      }
      guard block.count == TarHeader.size else { throw Self.brokenOff }
      guard let header = TarHeader(block) else { throw .malformed(detail: "a header of the tar archive is damaged") }
      left = header.size
      padding = (TarHeader.size - header.size % TarHeader.size) % TarHeader.size
      switch header.type {
      case UInt8(ascii: "L"):
        longName = Array(try extended(header).prefix { $0 != 0 })
      case UInt8(ascii: "x"):
        let fields = Self.fields(of: try extended(header))
        longName = fields["path"] ?? longName
        longSize = fields["size"].flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? longSize
      case UInt8(ascii: "g"), UInt8(ascii: "K"), UInt8(ascii: "V"): continue
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
        let name = longName ?? header.name
        // The oldest archives know folders by their names alone.
        if name.last == UInt8(ascii: "/") { continue }
        try budget.countMember()
        if let longSize, longSize >= 0, longSize < 1 << 50 {
          left = longSize
          padding = (TarHeader.size - longSize % TarHeader.size) % TarHeader.size
        }
        return (name, left, ByteStream(TarMemberSource(self)))
      case UInt8(ascii: "5"): (longName, longSize) = (nil, nil)
      default:
        try budget.countMember()
        passedOver += 1
        (longName, longSize) = (nil, nil)
      }
    }
  }

  /// The next bytes of the current member.
  fileprivate func nextBlock() throws(ReadingError) -> [UInt8] {
    guard left > 0 else { return [] }
    let block = try stream.readSome(left)
    guard !block.isEmpty else { throw Self.brokenOff }
    left -= block.count
    return Array(block)
  }

  private func endMember() throws(ReadingError) {
    let rest = left + padding
    (left, padding) = (0, 0)
    guard try stream.skip(rest) == rest else { throw Self.brokenOff }
  }

  private func extended(_ header: TarHeader) throws(ReadingError) -> [UInt8] {
    guard header.size <= Self.extensionLimit else {
      throw .malformed(detail: "an extended header of the tar archive has \(header.size) bytes")
    }
    let bytes = try stream.read(header.size)
    left -= bytes.count
    return Array(bytes)
  }

  /// `LENGTH key=value\n`, one after another; the length counts itself.
  private static func fields(of bytes: [UInt8]) -> [String: [UInt8]] {
    var fields: [String: [UInt8]] = [:]
    var rest = bytes[...]
    while let space = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > space - rest.startIndex,
      length <= rest.count
    {
      let record = rest.prefix(length)
      if let equals = record[space...].firstIndex(of: UInt8(ascii: "=")) {
        let value = record[(equals + 1)...]
        fields[String(decoding: record[(space + 1)..<equals], as: UTF8.self)] = Array(
          value.last == 0x0A ? value.dropLast() : value)
      }
      rest = rest.dropFirst(length)
    }
    return fields
  }

  private static let brokenOff = ReadingError.malformed(detail: "the tar archive breaks off")
}

/// The bytes of the member that the archive stands at.
private final class TarMemberSource: ByteSource {
  private let archive: TarReader

  init(_ archive: TarReader) { self.archive = archive }

  func nextBlock() throws(ReadingError) -> [UInt8] { try archive.nextBlock() }
}
