import CICU

/// An encoding that ICU decodes.
struct Encoding: Hashable {
  /// The preferred MIME name, or the IANA name where there is none.
  let name: String

  /// `nil` where ICU knows no encoding of that name.
  init?(named name: String) {
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    // As in the WHATWG Encoding Standard: what is labelled with the older names is read with all that came later.
    if ["gb2312", "gbk", "cp936", "ms936", "windows-936", "euc-cn", "x-gbk"].contains(name.lowercased()) {
      self = .gb18030
      return
    }
    var buffer = [CChar](repeating: 0, count: 64)
    guard Int(cicu_encoding_name(name, &buffer, Int32(buffer.count))) == CICU_OK else { return nil }
    self.name = buffer.withUnsafeBufferPointer {
      String(decoding: $0.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    }
  }

  private init(known name: String) { self.name = name }

  static let utf8 = Encoding(known: "UTF-8")
  static let gb18030 = Encoding(known: "GB18030")
  static let big5 = Encoding(known: "Big5")
  static let big5HKSCS = Encoding(known: "Big5-HKSCS")
  static let utf16LittleEndian = Encoding(known: "UTF-16LE")
  static let utf16BigEndian = Encoding(known: "UTF-16BE")
  static let utf32LittleEndian = Encoding(known: "UTF-32LE")
  static let utf32BigEndian = Encoding(known: "UTF-32BE")

  enum Outcome: Equatable {
    case whole
    /// The bytes from the offset on begin a character that the end cuts off.
    case truncated(at: Int)
    case malformed(at: Int)
  }

  /// The UTF-8 of what decodes, up to the first flaw.
  func decode(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], outcome: Outcome) {
    var status = CICU_OK
    var read: Int64 = 0
    let capacity = bytes.count * 3 + 16
    var utf8 = [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
      var written: Int64 = 0
      status = bytes.withUnsafeBufferPointer {
        Int(cicu_decode(name, $0.baseAddress, Int64($0.count), target.baseAddress, Int64(capacity), &written, &read))
      }
      count = Int(written)
    }
    if self == .big5 || self == .big5HKSCS { Self.restoreSlashes(in: &utf8) }
    if let stray = strayByte(in: bytes, decodedTo: utf8) { return (utf8, .malformed(at: stray)) }
    let offset = bytes.startIndex + Int(read)
    switch status {
    case CICU_OK: return (utf8, .whole)
    case CICU_TRUNCATED: return (utf8, .truncated(at: offset))
    default: return (utf8, .malformed(at: offset))
    }
  }

  /// ICU follows code page 950, which reads the solidus and reverse solidus of Big5 (A241, A242) as U+2215 and U+FE68;
  /// in print they are ／ and ＼, as Unicode's own table has it.
  private static func restoreSlashes(in utf8: inout [UInt8]) {
    guard utf8.count >= 3 else { return }
    for index in 0...utf8.count - 3 {
      switch (utf8[index], utf8[index + 1], utf8[index + 2]) {
      case (0xE2, 0x88, 0x95): utf8.replaceSubrange(index..<index + 3, with: [0xEF, 0xBC, 0x8F])
      case (0xEF, 0xB9, 0xA8): utf8.replaceSubrange(index..<index + 3, with: [0xEF, 0xBC, 0xBC])
      default: break
      }
    }
  }

  /// The offset of a byte 80 or FF that stands for no character in GB18030 and Big5; ICU maps it to a control
  /// character or U+F8F8.
  private func strayByte(in bytes: ArraySlice<UInt8>, decodedTo utf8: [UInt8]) -> Int? {
    guard [.gb18030, .big5, .big5HKSCS].contains(self), Self.holdsStandIn(utf8) else { return nil }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x00..<0x80: index += 1
      case 0x80, 0xFF: return index
      default:
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
        index += self == .gb18030 && (0x30...0x39).contains(next) ? 4 : 2
      }
    }
    return nil
  }

  private static func holdsStandIn(_ utf8: [UInt8]) -> Bool {
    for index in utf8.indices.dropLast() {
      if utf8[index] == 0xC2, utf8[index + 1] < 0xA0 { return true }
      if utf8[index] == 0xEF, utf8[index + 1] == 0xA3, index + 2 < utf8.count, utf8[index + 2] == 0xB8 { return true }
    }
    return false
  }
}
