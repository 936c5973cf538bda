import CCompression

/// Makes archives and compressed files, well-formed or with a flaw that a test wants.
public enum Archive {
  // MARK: gzip and deflate

  public static func gzip(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, CCOMPRESSION_GZIP) }

  public static func deflate(_ bytes: [UInt8]) -> [UInt8] { compressed(bytes, CCOMPRESSION_DEFLATE) }

  private static func compressed(_ bytes: [UInt8], _ format: Int) -> [UInt8] {
    let capacity = bytes.count + bytes.count / 100 + 4096
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = bytes.withUnsafeBufferPointer {
        ccompression_encode(
          Int32(format), $0.baseAddress, Int64($0.count), buffer.baseAddress, Int64(capacity))
      }
      precondition(written >= 0, "the buffer is large enough")
      count = Int(written)
    }
  }

  // MARK: tar

  /// One member with its header; folders and links by their type.
  public static func tarMember(
    _ name: [UInt8], _ contents: [UInt8], type: Character = "0", size: Int? = nil, magic: String = "ustar\0" + "00"
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: [UInt8], at offset: Int) { header.replaceSubrange(offset..<offset + bytes.count, with: bytes) }
    put(Array(name.prefix(100)), at: 0)
    put(Array("0000644\0".utf8), at: 100)
    put(octal(size ?? contents.count, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put(Array(repeating: 0x20, count: 8), at: 148)
    header[156] = type.asciiValue ?? 0
    put(Array(magic.utf8), at: 257)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(Array(octal(sum, digits: 6)) + [0x20], at: 148)
    return header + contents + [UInt8](repeating: 0, count: (512 - contents.count % 512) % 512)
  }

  /// A whole archive of files.
  public static func tar(_ files: [(name: String, contents: [UInt8])]) -> [UInt8] {
    files.flatMap { tarMember(Array($0.name.utf8), $0.contents) } + tarEnd
  }

  public static let tarEnd = [UInt8](repeating: 0, count: 1024)

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8) + [0]
  }

  // MARK: ZIP

  public struct ZipMember {
    public var name: [UInt8]
    public var contents: [UInt8]
    public var method = 8
    public var flags = 0x800
    /// What the directory says in place of the truth.
    public var crc: UInt32?
    public var size: Int?
    /// Sizes and places stand in Zip64 fields.
    public var isLarge = false

    public init(_ name: String, _ contents: [UInt8]) {
      self.name = Array(name.utf8)
      self.contents = contents
    }
  }

  public static func zip(_ files: [(name: String, contents: [UInt8])]) -> [UInt8] {
    zip(members: files.map { ZipMember($0.name, $0.contents) })
  }

  public static func zip(members: [ZipMember], comment: String = "") -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let stored = member.method == 8 ? deflate(member.contents) : member.contents
      let crc =
        member.crc
        ?? member.contents.withUnsafeBufferPointer { ccompression_crc32(0, $0.baseAddress, Int64($0.count)) }
      let offset = archive.count
      let common =
        little(20, 2) + little(member.flags, 2) + little(member.method, 2) + little(0, 4) + little(Int(crc), 4)
      let sizes = [member.size ?? member.contents.count, stored.count, offset]
      archive += [0x50, 0x4B, 3, 4] + common + little(stored.count, 4) + little(member.contents.count, 4)
      archive += little(member.name.count, 2) + little(0, 2) + member.name + stored
      let extra = member.isLarge ? little(1, 2) + little(24, 2) + sizes.flatMap { little($0, 8) } : []
      let written = member.isLarge ? [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF] : sizes
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(written[1], 4) + little(written[0], 4)
      directory += little(member.name.count, 2) + little(extra.count, 2) + little(0, 2) + little(0, 8)
      directory += little(written[2], 4) + member.name + extra
    }
    let end =
      little(0, 4) + little(members.count, 2) + little(members.count, 2) + little(directory.count, 4)
      + little(archive.count, 4) + little(comment.utf8.count, 2)
    return archive + directory + [0x50, 0x4B, 5, 6] + end + Array(comment.utf8)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}
