/// The 512 bytes before a member of a tar archive.
struct TarHeader {
  static let size = 512

  /// The kind of the member, as the archive writes it.
  let type: UInt8
  let size: Int
  /// As bytes: archives know no encoding of names.
  let name: [UInt8]

  /// `nil` where the bytes are no header: their checksum is wrong or a number is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count == Self.size else { return nil }
    let header = Array(bytes)
    func field(_ range: Range<Int>) -> [UInt8] { Array(header[range].prefix { $0 != 0 }) }
    guard let checksum = Self.number(header[148..<156]), checksum == Self.checksum(of: header),
      let size = Self.number(header[124..<136])
    else { return nil }
    self.size = size
    type = header[156]
    // The GNU form has times where the others have the beginning of a long name.
    let isPOSIX = header[257..<263].elementsEqual("ustar\0".utf8)
    let prefix = isPOSIX ? field(345..<500) : []
    name = prefix.isEmpty ? field(0..<100) : prefix + [UInt8(ascii: "/")] + field(0..<100)
  }

  /// Whether an archive may begin with these bytes.
  static func begins(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.count >= size else { return false }
    let first = head.prefix(size)
    return first.contains { $0 != 0 } && TarHeader(first) != nil
  }

  /// The sum of all bytes, those of the checksum itself as spaces.
  private static func checksum(of header: [UInt8]) -> Int {
    var sum = 0
    for (index, byte) in header.enumerated() { sum += (148..<156).contains(index) ? 0x20 : Int(byte) }
    return sum
  }

  /// Octal digits between spaces and zeros, or, with the first bit set, a binary number.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard let first = field.first else { return nil }
    if first & 0x80 != 0 {
      guard first == 0x80 else { return nil }
      var value = 0
      for byte in field.dropFirst() {
        guard value < 1 << 47 else { return nil }
        value = value << 8 | Int(byte)
      }
      return value
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
      value = value << 3 | Int(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
